/// The jury’s decision on one candidate.
package struct Decision: Artefact {
  package var date: Day
  package var summaryExamined: Bool
  package var result: AwardResult
  package var present: [Presence]
  package var recusals: [Recusal]
  package var conformity: Conformity
  package var vote: Vote
  package var rulings: [JuryRuling]

  package static let shape = Shape(
    "decision", Self.init,
    .attribute("on", \.date),
    .attribute("summaryExamined", \.summaryExamined),
    .attribute("result", \.result),
    .child(\.present),
    .child(\.recusals),
    .child(\.conformity),
    .child(\.vote),
    .child(\.rulings))
}
