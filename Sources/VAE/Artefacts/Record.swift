/// The panel’s own record of the interview.
package struct Record: Artefact {
  package var date: Day
  package var start: String?
  package var end: String?
  package var status: InterviewStatus
  package var present: [Presence]
  package var recusals: [Recusal]
  package var adjustments: [String]
  package var companyOpinion: String?
  package var assessments: [Assessment]
  package var notes: [String]

  package static let shape = Shape(
    "record", Self.init,
    .attribute("on", \.date),
    .attribute("start", \.start),
    .attribute("end", \.end),
    .attribute("status", \.status),
    .child(\.present),
    .child(\.recusals),
    .text("adjustment", \.adjustments),
    .prose("companyOpinion", \.companyOpinion),
    .child(\.assessments),
    .prose("note", \.notes))
}
