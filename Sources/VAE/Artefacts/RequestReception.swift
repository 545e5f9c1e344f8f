/// An admissibility already obtained for this certification, that a candidate relies on after the end of the
/// registration (L6113-9).
package struct PriorAdmissibility: Shaped {
  package var date: Day
  package var until: Day?
  package var by: String

  package static let shape = Shape(
    "prior", Self.init,
    .attribute("on", \.date),
    .attribute("until", \.until),
    .attribute("by", \.by))
}

/// Rubric 6: the sworn statement.
package struct Declaration: Shaped {
  package var sworn: Bool
  package var signedOn: Day?
  package var signature: Signature?

  package static let shape = Shape(
    "declaration", Self.init,
    .attribute("sworn", \.sworn),
    .attribute("signedOn", \.signedOn),
    .attribute("signature", \.signature))
}

/// A request for missing pieces, one of two rounds.
package struct Reminder: Shaped {
  package var date: Day
  package var answerBy: Day?
  package var missing: [String]

  package static let shape = Shape(
    "reminder", Self.init,
    .attribute("on", \.date),
    .attribute("answerBy", \.answerBy),
    .text("missing", \.missing))
}

/// Rubric 7: dates kept by the centre.
package struct Reception: Shaped {
  package var initiatedOn: Day
  package var receivedOn: Day
  package var completeOn: Day?
  package var reminders: [Reminder]
  package var decision: RequestDecision?

  package static let shape = Shape(
    "reception", Self.init,
    .attribute("initiatedOn", \.initiatedOn),
    .attribute("receivedOn", \.receivedOn),
    .attribute("completeOn", \.completeOn),
    .child(\.reminders),
    .child(\.decision))
}

/// A piece attached to the request.
package struct Attachment: Shaped {
  package var kind: AttachmentKind
  package var signatures: Int?
  package var separatesWork: Bool?
  package var title: String

  package static let shape = Shape(
    "attachment", Self.init,
    .attribute("kind", \.kind),
    .attribute("signatures", \.signatures),
    .attribute("separatesWork", \.separatesWork),
    .text("title", \.title))
}

/// A capacity or a bloc acquired at an earlier session.
package struct Held: Shaped {
  package var code: String
  package var date: Day

  package static let shape = Shape(
    "held", Self.init,
    .attribute("code", \.code),
    .attribute("on", \.date))
}
