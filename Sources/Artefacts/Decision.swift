/// The jury’s decision on one candidate.
package struct Decision: Artefact {
  /// Of the request.
  package var number: String?
  /// The candidate as the document names them.
  package var candidate: String?
  package var date: Day
  package var summaryExamined: Bool
  package var result: AwardResult
  package var present: [Presence]
  package var recusals: [Recusal]
  package var conformity: Conformity
  /// What the jury settles of the points left to decide.
  package var settled: String?
  package var vote: Vote
  package var rulings: [JuryRuling]
  package var revocation: Revocation?

  package static let shape = Shape(
    "decision", Self.init,
    .attribute("number", \.number),
    .attribute("candidate", \.candidate),
    .attribute("on", \.date),
    .attribute("summaryExamined", \.summaryExamined),
    .attribute("result", \.result),
    .child(\.present),
    .child(\.recusals),
    .child(\.conformity),
    .text("settled", \.settled),
    .child(\.vote),
    .child(\.rulings),
    .child(\.revocation))

  package init(
    number: String? = nil, candidate: String? = nil, date: Day, summaryExamined: Bool, result: AwardResult,
    present: [Presence],
    recusals: [Recusal], conformity: Conformity, settled: String? = nil, vote: Vote, rulings: [JuryRuling],
    revocation: Revocation? = nil
  ) {
    self.candidate = candidate
    (self.number, self.date, self.summaryExamined) = (number, date, summaryExamined)
    (self.result, self.present, self.recusals) = (result, present, recusals)
    (self.conformity, self.settled, self.vote, self.rulings) = (conformity, settled, vote, rulings)
    self.revocation = revocation
  }
}

/// One request before the jury.
package struct DecidedCase: Shaped {
  package var number: String
  package var decision: Decision

  package static let shape = Shape(
    "case", Self.init,
    .attribute("number", \.number),
    .child(\.decision))

  package init(number: String, decision: Decision) {
    (self.number, self.decision) = (number, decision)
  }
}

/// What a jury decided in one sitting, as its page saves it.
package struct Decisions: Artefact {
  package var session: String
  package var cases: [DecidedCase]

  package static let shape = Shape(
    "decisions", Self.init,
    .attribute("session", \.session),
    .child(\.cases))

  package init(session: String, cases: [DecidedCase]) {
    (self.session, self.cases) = (session, cases)
  }
}
