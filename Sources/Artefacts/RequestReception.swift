/// Whether the entry that replaced another kept its reference.
package enum PriorReference: String, Code {
  case same
  case revised
}

/// An admissibility already obtained for this certification, that a candidate relies on after the end of the
/// registration (L6113-9).
package struct PriorAdmissibility: Shaped {
  package var date: Day
  package var until: Day?
  package var by: String
  /// The entry under which it was obtained, when the certification has taken a new code since.
  package var certification: String?
  package var reference: PriorReference?

  package static let shape = Shape(
    "prior", Self.init,
    .attribute("on", \.date),
    .attribute("until", \.until),
    .attribute("by", \.by),
    .attribute("certification", \.certification),
    .attribute("reference", \.reference))

  package init(
    date: Day, until: Day? = nil, by: String, certification: String? = nil, reference: PriorReference? = nil
  ) {
    (self.certification, self.reference) = (certification, reference)
    (self.date, self.until, self.by) = (date, until, by)
  }
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

  package init(sworn: Bool, signedOn: Day? = nil, signature: Signature? = nil) {
    (self.sworn, self.signedOn, self.signature) = (sworn, signedOn, signature)
  }
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

  package init(date: Day, answerBy: Day? = nil, missing: [String]) {
    (self.date, self.answerBy, self.missing) = (date, answerBy, missing)
  }
}

/// Rubric 7: dates kept by the centre.
package struct Reception: Shaped {
  package var initiatedOn: Day
  package var receivedOn: Day
  package var completeOn: Day?
  package var reminders: [Reminder]
  package var decision: RequestDecision?
  package var identityCheck: IdentityCheck?
  package var sent: [Sent]

  package static let shape = Shape(
    "reception", Self.init,
    .attribute("initiatedOn", \.initiatedOn),
    .attribute("receivedOn", \.receivedOn),
    .attribute("completeOn", \.completeOn),
    .child(\.reminders),
    .child(\.decision),
    .child(\.identityCheck),
    .child(\.sent))

  package init(
    initiatedOn: Day, receivedOn: Day, completeOn: Day? = nil, reminders: [Reminder],
    decision: RequestDecision? = nil, identityCheck: IdentityCheck? = nil, sent: [Sent] = []
  ) {
    (self.identityCheck, self.sent) = (identityCheck, sent)
    (self.initiatedOn, self.receivedOn, self.completeOn) = (initiatedOn, receivedOn, completeOn)
    (self.reminders, self.decision) = (reminders, decision)
  }
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

  package init(kind: AttachmentKind, signatures: Int? = nil, separatesWork: Bool? = nil, title: String) {
    (self.kind, self.signatures, self.separatesWork) = (kind, signatures, separatesWork)
    self.title = title
  }
}

/// A capacity or a bloc acquired at an earlier session.
package struct Held: Shaped {
  package var code: String
  package var date: Day

  package static let shape = Shape(
    "held", Self.init,
    .attribute("code", \.code),
    .attribute("on", \.date))

  /// Codes of blocs begin with B, those of capacities with C.
  package var isBloc: Bool { code.hasPrefix("B") }

  package init(code: String, date: Day) {
    (self.code, self.date) = (code, date)
  }
}
