/// The interview as recorded, with the panel’s rules checked.
package struct Interview: Artefact {
  package var date: Day
  package var start: String?
  package var end: String?
  package var status: InterviewStatus
  package var members: [Member]
  package var recusals: [Recusal]
  package var adjustments: [String]
  package var companyOpinion: String?
  package var assessments: [Assessment]
  package var notes: [String]
  package var revocation: Revocation?
  package var earlier: [EarlierInterview]
  package var findings: [Finding]

  package static let shape = Shape(
    "interview", Self.init,
    .attribute("on", \.date),
    .attribute("start", \.start),
    .attribute("end", \.end),
    .attribute("status", \.status),
    .child(\.members),
    .child(\.recusals),
    .text("adjustment", \.adjustments),
    .prose("companyOpinion", \.companyOpinion),
    .child(\.assessments),
    .prose("note", \.notes),
    .child(\.revocation),
    .child(\.earlier),
    .child(\.findings))

  package init(
    date: Day, start: String? = nil, end: String? = nil, status: InterviewStatus, members: [Member],
    recusals: [Recusal], adjustments: [String], companyOpinion: String? = nil, assessments: [Assessment],
    notes: [String], revocation: Revocation? = nil, earlier: [EarlierInterview], findings: [Finding]
  ) {
    (self.date, self.start, self.end, self.status) = (date, start, end, status)
    (self.members, self.recusals, self.adjustments) = (members, recusals, adjustments)
    (self.companyOpinion, self.assessments, self.notes) = (companyOpinion, assessments, notes)
    (self.revocation, self.earlier, self.findings) = (revocation, earlier, findings)
  }
}

extension EarlierInterview {
  /// The interview that stands, told as those before it are.
  package init(_ interview: Interview) {
    self.init(
      date: interview.date, start: interview.start, end: interview.end, status: interview.status,
      present: interview.members.map { Presence(member: $0.ref) }, recusals: interview.recusals,
      adjustments: interview.adjustments, companyOpinion: interview.companyOpinion,
      assessments: interview.assessments, notes: interview.notes, revocation: interview.revocation)
  }
}
