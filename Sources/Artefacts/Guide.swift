/// Why a question is worth asking.
package enum QuestionGround: String, Code {
  case gap
  case claimedOnly = "claimed-only"
  case unclaimed
  case weak
  case outdated
  case unauthenticated
  case singleSource = "single-source"
  case confirm
}

/// An open question about one capacity.
package struct Question: Shaped {
  package var capacity: String
  package var ground: QuestionGround
  package var situation: String?
  /// Its share of the interview, when the centre sets a length.
  package var minutes: Int?
  package var text: String

  package static let shape = Shape(
    "question", Self.init,
    .attribute("capacity", \.capacity),
    .attribute("ground", \.ground),
    .attribute("situation", \.situation),
    .attribute("minutes", \.minutes),
    .text("text", \.text))

  package init(
    capacity: String, ground: QuestionGround, situation: String? = nil, minutes: Int? = nil, text: String
  ) {
    (self.capacity, self.ground, self.situation) = (capacity, ground, situation)
    (self.minutes, self.text) = (minutes, text)
  }
}

/// The company’s opinion, among the items of evidence: the panel reads it in the original.
package struct Opinion: Shaped {
  package var evidence: String
  package var title: String
  package var date: Day?
  package var author: String?

  package static let shape = Shape(
    "opinion", Self.init,
    .attribute("evidence", \.evidence),
    .attribute("title", \.title),
    .attribute("date", \.date),
    .attribute("author", \.author))

  package init(evidence: String, title: String, date: Day? = nil, author: String? = nil) {
    (self.evidence, self.title, self.date, self.author) = (evidence, title, date, author)
  }
}

/// What to ask at the interview.
package struct Guide: Artefact {
  package var minutes: Int?
  package var opinions: [Opinion]
  package var questions: [Question]

  package static let shape = Shape(
    "guide", Self.init,
    .attribute("minutes", \.minutes),
    .child(\.opinions),
    .child(\.questions))

  package init(minutes: Int? = nil, opinions: [Opinion], questions: [Question]) {
    (self.minutes, self.opinions, self.questions) = (minutes, opinions, questions)
  }
}
