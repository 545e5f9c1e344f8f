/// A side of the joint jury.
package enum College: String, Code {
  case employers
  case unions
}

/// The exam centre.
package struct Centre: Shaped {
  package var siret: String?
  package var name: String
  package var place: String

  package static let shape = Shape(
    "centre", Self.init,
    .attribute("siret", \.siret),
    .text("name", \.name),
    .text("place", \.place))
}

/// A day on which the jury sits.
package struct JuryDay: Shaped {
  package var date: Day
  /// When the unions were asked to name their members, and when the employers were told of the release.
  package var askedOn: Day?
  package var noticeOn: Day?

  package static let shape = Shape(
    "jury", Self.init,
    .attribute("on", \.date),
    .attribute("askedOn", \.askedOn),
    .attribute("noticeOn", \.noticeOn))
}

/// The calendar of the session.
package struct Calendar: Shaped {
  package var depositBy: Day?
  package var interviewsFrom: Day?
  package var interviewsTo: Day?
  package var juries: [JuryDay]

  package static let shape = Shape(
    "calendar", Self.init,
    .attribute("depositBy", \.depositBy),
    .attribute("interviewsFrom", \.interviewsFrom),
    .attribute("interviewsTo", \.interviewsTo),
    .child(\.juries))
}

/// The centre’s parameters: what no source settles, a person sets.
package struct Parameters: Shaped {
  package var admissibilityMonths: Int?
  package var onNationalPortal: Bool?
  package var quorum: Int?
  package var countRejected: Bool?
  package var branchMinimum: Int?
  package var interviewMinutes: Int?
  package var fileMegabytes: Int?
  package var documentMegabytes: Int?
  package var totalMegabytes: Int?
  package var alsoAllowed: String?
  package var antivirus: String?
  package var situations: Int?
  package var pages: Int?
  package var words: Int?
  package var evidencePerCapacity: Int?
  package var evidenceYears: Int?
  package var heldCapacityMonths: Int?
  package var heldBlocMonths: Int?

  package static let shape = Shape(
    "parameters", Self.init,
    .attribute("admissibilityMonths", \.admissibilityMonths),
    .attribute("onNationalPortal", \.onNationalPortal),
    .attribute("quorum", \.quorum),
    .attribute("countRejected", \.countRejected),
    .attribute("branchMinimum", \.branchMinimum),
    .attribute("interviewMinutes", \.interviewMinutes),
    .attribute("fileMegabytes", \.fileMegabytes),
    .attribute("documentMegabytes", \.documentMegabytes),
    .attribute("totalMegabytes", \.totalMegabytes),
    .attribute("alsoAllowed", \.alsoAllowed),
    .attribute("antivirus", \.antivirus),
    .attribute("situations", \.situations),
    .attribute("pages", \.pages),
    .attribute("words", \.words),
    .attribute("evidencePerCapacity", \.evidencePerCapacity),
    .attribute("evidenceYears", \.evidenceYears),
    .attribute("heldCapacityMonths", \.heldCapacityMonths),
    .attribute("heldBlocMonths", \.heldBlocMonths))
}

/// A departure from a limit of the centre, granted to one request with its reason.
package struct Waiver: Shaped {
  package var number: String
  package var rule: String
  package var by: String
  package var date: Day
  package var reason: String

  package static let shape = Shape(
    "waiver", Self.init,
    .attribute("number", \.number),
    .attribute("rule", \.rule),
    .attribute("by", \.by),
    .attribute("on", \.date),
    .text("reason", \.reason))
}

/// A member of the validation panel.
package struct Panelist: Shaped {
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
}

/// The validation panel.
package struct Panel: Shaped {
  package var members: [Panelist]

  package static let shape = Shape(
    "panel", Self.init,
    .child(\.members))
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
    .text("name", \.name))
}

/// The joint deliberation jury.
package struct Jury: Shaped {
  package var members: [Juror]

  package static let shape = Shape(
    "joint-jury", Self.init,
    .child(\.members))
}

/// One examination session.
package struct Session: Artefact {
  package var id: String
  package var certification: String
  package var asOf: Day
  package var title: String
  package var centre: Centre
  package var calendar: Calendar
  package var parameters: Parameters
  package var registry: RegistryParameters?
  package var waivers: [Waiver]
  package var panel: Panel
  package var jury: Jury

  package static let shape = Shape(
    "session", Self.init,
    .attribute("id", \.id),
    .attribute("certification", \.certification),
    .attribute("asOf", \.asOf),
    .text("title", \.title),
    .child(\.centre),
    .child(\.calendar),
    .child(\.parameters),
    .child(\.registry),
    .child(\.waivers),
    .child(\.panel),
    .child(\.jury))
}
