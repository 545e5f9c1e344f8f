/// The outcome on the request; a person decides, the rules explain.
package enum AdmissibilityOutcome: String, Code {
  case receivable
  case notReceivable = "not-receivable"
  case incomplete
  case outsideRegister = "outside-register"
  case toDecide = "to-decide"
}

/// What the outcome rests on.
package enum OutcomeBasis: String, Code {
  case rules
  case decision
  case silence
}

/// The legal regime, chosen by the date the path began (domain reference 2.1).
package enum RegimeName: String, Code {
  case r0 = "R0"
  case r1 = "R1"
  case r2 = "R2"
  case r3 = "R3"
  case r4 = "R4"
}

/// The regime that applies and why.
package struct RegimeChoice: Shaped {
  package var name: RegimeName
  package var initiatedOn: Day
  package var reason: String

  package static let shape = Shape(
    "regime", Self.init,
    .attribute("name", \.name),
    .attribute("initiatedOn", \.initiatedOn),
    .text("reason", \.reason))
}

/// The legal clock: two readings of its start, hence two due dates.
package struct Clock: Shaped {
  package var receivedOn: Day
  package var completeOn: Day?
  package var dueByLaw: Day
  package var dueByDecree: Day?
  package var impliedOn: Day?
  package var validUntil: Day?

  package static let shape = Shape(
    "clock", Self.init,
    .attribute("receivedOn", \.receivedOn),
    .attribute("completeOn", \.completeOn),
    .attribute("dueByLaw", \.dueByLaw),
    .attribute("dueByDecree", \.dueByDecree),
    .attribute("impliedOn", \.impliedOn),
    .attribute("validUntil", \.validUntil))
}

/// The examination of the request.
package struct Admissibility: Artefact {
  package var outcome: AdmissibilityOutcome
  package var basis: OutcomeBasis
  package var regime: RegimeChoice?
  package var hours: HoursCount
  package var clock: Clock
  package var decision: RequestDecision?
  package var findings: [Finding]

  package static let shape = Shape(
    "admissibility", Self.init,
    .attribute("outcome", \.outcome),
    .attribute("basis", \.basis),
    .child(\.regime),
    .child(\.hours),
    .child(\.clock),
    .child(\.decision),
    .child(\.findings))
}
