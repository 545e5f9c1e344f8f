/// Who accompanies the candidate: informed of the result, and never a member of what judges it.
package struct Adviser: Shaped {
  package var name: String
  package var organisation: String?
  package var email: String?

  package static let shape = Shape(
    "adviser", Self.init,
    .text("name", \.name),
    .text("organisation", \.organisation),
    .text("email", \.email))

  package init(name: String, organisation: String? = nil, email: String? = nil) {
    (self.name, self.organisation, self.email) = (name, organisation, email)
  }
}

/// An adjustment granted before the interview (code du travail, L5211-4): what is adjusted, never why.
package struct Adjustment: Shaped {
  package var date: Day
  package var by: String
  package var text: String

  package static let shape = Shape(
    "adjustment", Self.init,
    .attribute("on", \.date),
    .attribute("by", \.by),
    .text("text", \.text))

  package init(date: Day, by: String, text: String) { (self.date, self.by, self.text) = (date, by, text) }
}

/// Who has seen the candidate’s identity paper, and when.
package struct IdentityCheck: Shaped {
  package var date: Day
  package var by: String

  package static let shape = Shape(
    "identityCheck", Self.init,
    .attribute("on", \.date),
    .attribute("by", \.by))

  package init(date: Day, by: String) { (self.date, self.by) = (date, by) }
}
