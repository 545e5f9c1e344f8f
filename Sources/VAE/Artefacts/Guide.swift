/// Why a question is worth asking.
package enum QuestionGround: String, Code {
  case gap
  case claimedOnly = "claimed-only"
  case unclaimed
  case weak
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
}

/// What to ask at the interview.
package struct Guide: Artefact {
  package var minutes: Int?
  package var questions: [Question]

  package static let shape = Shape(
    "guide", Self.init,
    .attribute("minutes", \.minutes),
    .child(\.questions))
}
