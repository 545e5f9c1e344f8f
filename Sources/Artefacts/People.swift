/// Someone who sat.
package struct Member: Shaped {
  package var ref: String
  package var name: String
  package var role: String

  package static let shape = Shape(
    "member", Self.init,
    .attribute("ref", \.ref),
    .attribute("name", \.name),
    .attribute("role", \.role))

  package init(ref: String, name: String, role: String) {
    (self.ref, self.name, self.role) = (ref, name, role)
  }
}

/// Sex in the civil register, as the national register asks for it.
package enum Sex: String, Code {
  case female = "F"
  case male = "M"
}

/// A member who sat.
package struct Presence: Shaped {
  package var member: String

  package static let shape = Shape(
    "present", Self.init,
    .attribute("member", \.member))

  package init(member: String) {
    self.member = member
  }
}

/// A member who does not sit for this candidate, and why.
package struct Recusal: Shaped {
  package var member: String
  package var reason: String

  package static let shape = Shape(
    "recusal", Self.init,
    .attribute("member", \.member),
    .text("reason", \.reason))

  package init(member: String, reason: String) {
    (self.member, self.reason) = (member, reason)
  }
}

extension Recusal {
  /// The same, the member called by the name that the session knows.
  package func named(by names: [(id: String, name: String)]) -> Recusal {
    Recusal(member: names.first { $0.id == member }?.name ?? member, reason: reason)
  }
}

extension Panel {
  package var names: [(id: String, name: String)] { members.map { ($0.id, $0.name) } }
}

extension Jury {
  package var names: [(id: String, name: String)] { members.map { ($0.id, $0.name) } }
}
