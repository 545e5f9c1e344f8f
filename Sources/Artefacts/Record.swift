/// An interview before the one that stands: kept, so that its history can be read.
package struct EarlierInterview: Shaped {
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
  package var revocation: Revocation?

  package static let shape = Shape(
    "earlier", Self.init,
    .attribute("on", \.date),
    .attribute("start", \.start),
    .attribute("end", \.end),
    .attribute("status", \.status),
    .child(\.present),
    .child(\.recusals),
    .text("adjustment", \.adjustments),
    .prose("companyOpinion", \.companyOpinion),
    .child(\.assessments),
    .prose("note", \.notes),
    .child(\.revocation))

  package init(
    date: Day, start: String? = nil, end: String? = nil, status: InterviewStatus, present: [Presence],
    recusals: [Recusal], adjustments: [String], companyOpinion: String? = nil, assessments: [Assessment],
    notes: [String], revocation: Revocation? = nil
  ) {
    (self.date, self.start, self.end, self.status) = (date, start, end, status)
    (self.present, self.recusals, self.adjustments) = (present, recusals, adjustments)
    (self.companyOpinion, self.assessments, self.notes) = (companyOpinion, assessments, notes)
    self.revocation = revocation
  }
}

/// The panel’s own record of the interview.
package struct Record: Artefact {
  /// Of the request.
  package var number: String?
  /// The candidate as the document names them.
  package var candidate: String?
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
  package var revocation: Revocation?
  package var earlier: [EarlierInterview]

  package static let shape = Shape(
    "record", Self.init,
    .attribute("number", \.number),
    .attribute("candidate", \.candidate),
    .attribute("on", \.date),
    .attribute("start", \.start),
    .attribute("end", \.end),
    .attribute("status", \.status),
    .child(\.present),
    .child(\.recusals),
    .text("adjustment", \.adjustments),
    .prose("companyOpinion", \.companyOpinion),
    .child(\.assessments),
    .prose("note", \.notes),
    .child(\.revocation),
    .child(\.earlier))

  package init(
    number: String? = nil, candidate: String? = nil, date: Day, start: String? = nil, end: String? = nil,
    status: InterviewStatus,
    present: [Presence], recusals: [Recusal], adjustments: [String], companyOpinion: String? = nil,
    assessments: [Assessment], notes: [String], revocation: Revocation? = nil, earlier: [EarlierInterview]
  ) {
    self.candidate = candidate
    (self.number, self.date, self.start, self.end, self.status) = (number, date, start, end, status)
    (self.present, self.recusals, self.adjustments) = (present, recusals, adjustments)
    (self.companyOpinion, self.assessments, self.notes) = (companyOpinion, assessments, notes)
    (self.revocation, self.earlier) = (revocation, earlier)
  }
}
