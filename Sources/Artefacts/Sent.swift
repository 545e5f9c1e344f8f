/// A paper that the centre sends.
package enum SentPaper: String, Code {
  case decision
  case summons
  case result
  case group
}

/// To whom a paper goes.
package enum SentTo: String, Code {
  case candidate
  case adviser
  case group
}

/// How a paper goes.
package enum SendingMeans: String, Code {
  case registeredLetter = "registered-letter"
  case letter
  case hand
  case email
  case portal
}

/// A paper sent: a person writes it down, nothing infers it.
package struct Sent: Shaped {
  package var paper: SentPaper
  package var to: SentTo
  package var date: Day
  package var means: SendingMeans

  package static let shape = Shape(
    "sent", Self.init,
    .attribute("paper", \.paper),
    .attribute("to", \.to),
    .attribute("on", \.date),
    .attribute("means", \.means))

  package init(paper: SentPaper, to: SentTo, date: Day, means: SendingMeans) {
    (self.paper, self.to, self.date, self.means) = (paper, to, date, means)
  }
}

extension Sequence where Element == Sent {
  /// The first day on which a paper went to someone, on a given day or later.
  package func day(of paper: SentPaper, to: SentTo, since: Day) -> Day? {
    filter { $0.paper == paper && $0.to == to && $0.date >= since }.map(\.date).min()
  }
}
