/// The outcome on the request; a person decides, the rules explain.
package enum AdmissibilityOutcome: String, Code {
  case receivable
  case notReceivable = "not-receivable"
  case incomplete
  case outsideRegister = "outside-register"
  case toDecide = "to-decide"
}

/// Whether the request is complete, decided apart from whether it is receivable.
package enum Completeness: String, Code {
  case complete
  case incomplete
}

/// Who asks for what: enough to know another request of the same person.
package struct Identity: Shaped {
  package var number: String
  package var birthName: String
  package var firstName: String
  package var birthDate: Day
  package var certification: String
  package var scope: TargetScope

  package static let shape = Shape(
    "identity", Self.init,
    .attribute("number", \.number),
    .attribute("birthName", \.birthName),
    .attribute("firstName", \.firstName),
    .attribute("birthDate", \.birthDate),
    .attribute("certification", \.certification),
    .attribute("scope", \.scope))

  package init(
    number: String, birthName: String, firstName: String, birthDate: Day, certification: String,
    scope: TargetScope
  ) {
    (self.number, self.birthName, self.firstName) = (number, birthName, firstName)
    (self.birthDate, self.certification, self.scope) = (birthDate, certification, scope)
  }
}

/// The gap analysis: what the declared experience seems to reach of one capacity. Information, never a ground.
package struct CapacityReach: Shaped {
  package var capacity: String
  package var level: CoverageLevel
  package var words: [String]

  package static let shape = Shape(
    "reach", Self.init,
    .attribute("capacity", \.capacity),
    .attribute("level", \.level),
    .text("word", \.words))

  package init(capacity: String, level: CoverageLevel, words: [String]) {
    (self.capacity, self.level, self.words) = (capacity, level, words)
  }
}

/// The gap analysis against one activity of the fiche (A1, A2 …): information, never a ground.
package struct ActivityReach: Shaped {
  package var touched: Bool
  package var label: String
  package var words: [String]

  package static let shape = Shape(
    "activity", Self.init,
    .attribute("touched", \.touched),
    .text("label", \.label),
    .text("word", \.words))

  package init(touched: Bool, label: String, words: [String]) {
    (self.touched, self.label, self.words) = (touched, label, words)
  }
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

  package init(name: RegimeName, initiatedOn: Day, reason: String) {
    (self.name, self.initiatedOn, self.reason) = (name, initiatedOn, reason)
  }
}

/// The legal clock: two readings of its start, hence two due dates. `silentOn` is the last of them that passed
/// without an answer; `impliedOn` is there only where that silence accepts, beyond doubt.
package struct Clock: Shaped {
  package var receivedOn: Day
  package var completeOn: Day?
  package var dueByLaw: Day
  package var dueByDecree: Day?
  package var answerBy: Day?
  package var silentOn: Day?
  package var impliedOn: Day?
  package var validUntil: Day?

  package static let shape = Shape(
    "clock", Self.init,
    .attribute("receivedOn", \.receivedOn),
    .attribute("completeOn", \.completeOn),
    .attribute("dueByLaw", \.dueByLaw),
    .attribute("dueByDecree", \.dueByDecree),
    .attribute("answerBy", \.answerBy),
    .attribute("silentOn", \.silentOn),
    .attribute("impliedOn", \.impliedOn),
    .attribute("validUntil", \.validUntil))

  package init(
    receivedOn: Day, completeOn: Day? = nil, dueByLaw: Day, dueByDecree: Day? = nil, answerBy: Day? = nil,
    silentOn: Day? = nil, impliedOn: Day? = nil, validUntil: Day? = nil
  ) {
    (self.receivedOn, self.completeOn, self.dueByLaw) = (receivedOn, completeOn, dueByLaw)
    (self.dueByDecree, self.answerBy, self.silentOn) = (dueByDecree, answerBy, silentOn)
    (self.impliedOn, self.validUntil) = (impliedOn, validUntil)
  }
}

/// The examination of the request.
package struct Admissibility: Artefact {
  package var outcome: AdmissibilityOutcome
  package var completeness: Completeness
  package var basis: OutcomeBasis
  package var identity: Identity
  package var regime: RegimeChoice?
  package var hours: HoursCount
  package var clock: Clock
  package var decision: RequestDecision?
  package var reach: [CapacityReach]
  package var activities: [ActivityReach]
  package var findings: [Finding]

  package static let shape = Shape(
    "admissibility", Self.init,
    .attribute("outcome", \.outcome),
    .attribute("completeness", \.completeness),
    .attribute("basis", \.basis),
    .child(\.identity),
    .child(\.regime),
    .child(\.hours),
    .child(\.clock),
    .child(\.decision),
    .child(\.reach),
    .child(\.activities),
    .child(\.findings))

  package init(
    outcome: AdmissibilityOutcome, completeness: Completeness, basis: OutcomeBasis, identity: Identity,
    regime: RegimeChoice? = nil, hours: HoursCount, clock: Clock, decision: RequestDecision? = nil,
    reach: [CapacityReach], activities: [ActivityReach], findings: [Finding]
  ) {
    (self.outcome, self.completeness, self.basis) = (outcome, completeness, basis)
    (self.identity, self.regime, self.hours, self.clock) = (identity, regime, hours, clock)
    (self.decision, self.reach, self.activities) = (decision, reach, activities)
    self.findings = findings
  }
}
