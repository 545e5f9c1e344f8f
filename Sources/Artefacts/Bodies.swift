/// A side of the joint jury.
package enum College: String, Code {
  case employers
  case unions
}

/// A member of the validation panel.
package struct PanelMember: Shaped {
  package var id: String
  package var qualified: Bool
  package var sex: Sex
  package var organisation: String?
  package var name: String
  package var role: String

  package static let shape = Shape(
    "member", Self.init,
    .attribute("id", \.id),
    .attribute("qualified", \.qualified),
    .attribute("sex", \.sex),
    .attribute("organisation", \.organisation),
    .text("name", \.name),
    .text("role", \.role))

  package init(id: String, qualified: Bool, sex: Sex, organisation: String? = nil, name: String, role: String)
  {
    (self.id, self.qualified, self.sex, self.organisation) = (id, qualified, sex, organisation)
    (self.name, self.role) = (name, role)
  }
}

/// The validation panel.
package struct Panel: Shaped {
  package var members: [PanelMember]

  package static let shape = Shape(
    "panel", Self.init,
    .child(\.members))

  package init(members: [PanelMember]) {
    self.members = members
  }
}

/// A member of the joint jury.
package struct Juror: Shaped {
  package var id: String
  package var college: College
  package var union: String?
  package var chair: Bool
  package var voting: Bool
  package var sex: Sex
  package var organisation: String?
  /// Whether the member represents the trade and is qualified in it; nil when nobody has said.
  package var qualified: Bool?
  package var temporaryWork: Bool?
  package var name: String

  package static let shape = Shape(
    "juror", Self.init,
    .attribute("id", \.id),
    .attribute("college", \.college),
    .attribute("union", \.union),
    .attribute("chair", \.chair),
    .attribute("voting", \.voting),
    .attribute("sex", \.sex),
    .attribute("organisation", \.organisation),
    .attribute("qualified", \.qualified),
    .attribute("temporaryWork", \.temporaryWork),
    .text("name", \.name))

  package init(
    id: String, college: College, union: String? = nil, chair: Bool, voting: Bool, sex: Sex,
    organisation: String? = nil, qualified: Bool? = nil, temporaryWork: Bool? = nil, name: String
  ) {
    (self.qualified, self.temporaryWork) = (qualified, temporaryWork)
    (self.id, self.college, self.union, self.chair) = (id, college, union, chair)
    (self.voting, self.sex, self.organisation, self.name) = (voting, sex, organisation, name)
  }
}

/// The joint deliberation jury.
package struct Jury: Shaped {
  package var members: [Juror]
  /// The representative unions, when the session gives them.
  package var representative: [String]

  package static let shape = Shape(
    "joint-jury", Self.init,
    .child(\.members),
    .text("representative", \.representative))

  package init(members: [Juror], representative: [String] = []) {
    (self.members, self.representative) = (members, representative)
  }
}
