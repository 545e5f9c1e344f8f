/// The certifier’s recorded decision on the request (rubric 7).
package enum DecisionOutcome: String, Code {
  case favourable
  case unfavourable
}

/// What the certifier decided and when it was notified.
package struct RequestDecision: Shaped {
  package var outcome: DecisionOutcome
  package var date: Day
  package var by: String
  package var reason: String?

  package static let shape = Shape(
    "decision", Self.init,
    .attribute("outcome", \.outcome),
    .attribute("on", \.date),
    .attribute("by", \.by),
    .text("reason", \.reason))

  package init(outcome: DecisionOutcome, date: Day, by: String, reason: String? = nil) {
    (self.outcome, self.date, self.by, self.reason) = (outcome, date, by, reason)
  }
}

/// The jury’s result. The fiche’s words « admissible / non admissible » mean this, not admissibility.
package enum AwardResult: String, Code {
  case full
  case partial
  case nothing = "none"
  case adjourned
  case absent
  case excused
  case revoked
}

extension AwardResult {
  /// Whether the jury has ruled on capacities.
  package var isRuling: Bool {
    switch self {
    case .full, .partial, .nothing: true
    case .adjourned, .absent, .excused, .revoked: false
    }
  }
}

/// First act of the jury: was the evaluation organised as the rules require.
package struct Conformity: Shaped {
  package var compliant: Bool
  package var remark: String?

  package static let shape = Shape(
    "conformity", Self.init,
    .attribute("compliant", \.compliant),
    .text("remark", \.remark))

  package init(compliant: Bool, remark: String? = nil) {
    (self.compliant, self.remark) = (compliant, remark)
  }
}

/// How the members voted.
package struct Vote: Shaped {
  package var votesFor: Int
  package var against: Int
  package var abstain: Int
  package var castingVote: Bool

  package static let shape = Shape(
    "vote", Self.init,
    .attribute("for", \.votesFor),
    .attribute("against", \.against),
    .attribute("abstain", \.abstain),
    .attribute("castingVote", \.castingVote))

  package init(votesFor: Int, against: Int, abstain: Int, castingVote: Bool) {
    (self.votesFor, self.against, self.abstain) = (votesFor, against, abstain)
    self.castingVote = castingVote
  }
}

/// What the jury decided of one capacity.
package struct JuryRuling: Shaped {
  package var code: String
  package var outcome: CapacityOutcome
  package var reason: String?

  package static let shape = Shape(
    "capacity", Self.init,
    .attribute("code", \.code),
    .attribute("outcome", \.outcome),
    .text("reason", \.reason))

  package init(code: String, outcome: CapacityOutcome, reason: String? = nil) {
    (self.code, self.outcome, self.reason) = (code, outcome, reason)
  }
}
