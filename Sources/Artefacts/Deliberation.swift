/// Where the deliberation stands. A decision that fails a rule is shown, never published.
package enum DeliberationState: String, Code {
  case awaiting
  case recorded
  case contested
}

/// One line of the summary the jury examines.
package struct SummaryLine: Shaped {
  package var capacity: String
  package var bloc: String
  package var coverage: CoverageLevel
  package var panel: CapacityOutcome
  package var reason: String?

  package static let shape = Shape(
    "line", Self.init,
    .attribute("capacity", \.capacity),
    .attribute("bloc", \.bloc),
    .attribute("coverage", \.coverage),
    .attribute("panel", \.panel),
    .text("reason", \.reason))

  package init(
    capacity: String, bloc: String, coverage: CoverageLevel, panel: CapacityOutcome, reason: String? = nil
  ) {
    (self.capacity, self.bloc, self.coverage, self.panel) = (capacity, bloc, coverage, panel)
    self.reason = reason
  }
}

/// A bloc: acquired when all its capacities are.
package struct BlocResult: Shaped {
  package var code: String
  /// Whether the request aims at it.
  package var aimed: Bool
  package var acquired: Bool
  package var capacities: Int
  package var total: Int

  package static let shape = Shape(
    "bloc", Self.init,
    .attribute("code", \.code),
    .attribute("aimed", \.aimed),
    .attribute("acquired", \.acquired),
    .attribute("capacities", \.capacities),
    .attribute("total", \.total))

  package init(code: String, aimed: Bool, acquired: Bool, capacities: Int, total: Int) {
    (self.code, self.aimed, self.acquired, self.capacities) = (code, aimed, acquired, capacities)
    self.total = total
  }
}

/// Who sat, and how they voted.
package struct Sitting: Shaped {
  package var date: Day
  package var summaryExamined: Bool
  package var members: [Member]
  package var recusals: [Recusal]
  package var conformity: Conformity
  package var settled: String?
  package var vote: Vote

  package static let shape = Shape(
    "sitting", Self.init,
    .attribute("on", \.date),
    .attribute("summaryExamined", \.summaryExamined),
    .child(\.members),
    .child(\.recusals),
    .child(\.conformity),
    .text("settled", \.settled),
    .child(\.vote))

  package init(
    date: Day, summaryExamined: Bool, members: [Member], recusals: [Recusal], conformity: Conformity,
    settled: String? = nil, vote: Vote
  ) {
    (self.date, self.summaryExamined, self.members) = (date, summaryExamined, members)
    (self.recusals, self.conformity, self.settled, self.vote) = (recusals, conformity, settled, vote)
  }
}

/// The summary, then the jury’s decision checked and rolled up.
package struct Deliberation: Artefact {
  package var state: DeliberationState
  package var result: AwardResult?
  package var summary: [SummaryLine]
  package var sitting: Sitting?
  /// What is kept from earlier sessions.
  package var held: [Held]
  package var rulings: [JuryRuling]
  package var blocs: [BlocResult]
  package var revocation: Revocation?
  package var findings: [Finding]

  package static let shape = Shape(
    "deliberation", Self.init,
    .attribute("state", \.state),
    .attribute("result", \.result),
    .child(\.summary),
    .child(\.sitting),
    .child(\.held),
    .child(\.rulings),
    .child(\.blocs),
    .child(\.revocation),
    .child(\.findings))

  package init(
    state: DeliberationState, result: AwardResult? = nil, summary: [SummaryLine], sitting: Sitting? = nil,
    held: [Held], rulings: [JuryRuling], blocs: [BlocResult], revocation: Revocation? = nil,
    findings: [Finding]
  ) {
    (self.state, self.result, self.summary, self.sitting) = (state, result, summary, sitting)
    (self.held, self.rulings, self.blocs, self.revocation) = (held, rulings, blocs, revocation)
    self.findings = findings
  }
}
