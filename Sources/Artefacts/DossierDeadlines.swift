/// What falls due.
package enum DeadlineKind: String, Code {
  case answerByLaw = "answer-by-law"
  case answerByDecree = "answer-by-decree"
  case silent
  case accepted
  case pieces
  case deposit
  case lapse
  case evaluation
  case interview
  case jury
  case hearing
  case resultToCandidate = "result-candidate"
  case resultToAdviser = "result-adviser"
  case group
  case register
  case appeal
  case retention

  /// Whether it is due for the session, and not for one dossier of it.
  package var isOfSession: Bool { self == .group }

  /// Whether the day, once past, asks for nobody: it is a fact, or the end of a delay that was someone else’s.
  package var isInformation: Bool { [.accepted, .appeal].contains(self) }
}

/// The last day on which something can be done in time.
package struct Deadline: Shaped {
  package var kind: DeadlineKind
  package var date: Day
  /// The text, or the parameter of the centre, that sets it.
  package var source: String?

  package static let shape = Shape(
    "deadline", Self.init,
    .attribute("kind", \.kind),
    .attribute("on", \.date),
    .attribute("source", \.source))

  package init(kind: DeadlineKind, date: Day, source: String? = nil) {
    (self.kind, self.date, self.source) = (kind, date, source)
  }

  /// From how many days before it a deadline is told.
  package static let alertDays = 15

  /// Whether the day is near, or has passed and still asks for someone.
  package func isPressing(asOf day: Day) -> Bool {
    !kind.isInformation && day.days(until: date) <= Deadline.alertDays
  }

  /// Whether the day has passed and still asks for someone.
  package func isOverdue(asOf day: Day) -> Bool { !kind.isInformation && date < day }
}

/// What is due for one dossier, soonest first, and what is near or past.
package struct DossierDeadlines: Artefact {
  package var all: [Deadline]
  package var findings: [Finding]

  package static let shape = Shape(
    "deadlines", Self.init,
    .child(\.all),
    .child(\.findings))

  package init(all: [Deadline], findings: [Finding]) { (self.all, self.findings) = (all, findings) }

  /// The first that asks for someone.
  package var next: Deadline? { all.first { !$0.kind.isInformation && !$0.kind.isOfSession } }
}

extension DossierDeadlines: Examined {}
