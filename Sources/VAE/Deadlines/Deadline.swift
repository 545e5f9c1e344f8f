import Artefacts

/// A deadline of one dossier, among those of a session.
package struct SessionDeadline: Sendable, Hashable {
  package let deadline: Deadline
  /// The dossier’s folder, and the number of the request.
  package let dossier: String
  package let number: String

  package init(_ deadline: Deadline, dossier: String, number: String) {
    (self.deadline, self.dossier, self.number) = (deadline, dossier, number)
  }

  /// The day against the day of reading: `dans 12 jours`, `aujourd’hui`, `dépassé de 3 jours`.
  package func remaining(asOf: Day) -> String {
    let days = asOf.days(until: deadline.date)
    if deadline.kind.isInformation && days < 0 { return deadline.kind == .accepted ? "acquise" : "passé" }
    return switch days {
    case 0: "aujourd’hui"
    case 1...: "dans " + French.count(days, "jour", many: "jours")
    default: "dépassé de " + French.count(-days, "jour", many: "jours")
    }
  }

  /// Whether the day has passed and still asks for someone.
  package func isOverdue(asOf: Day) -> Bool { deadline.isOverdue(asOf: asOf) }
}

/// Every deadline of a session’s requests, soonest first.
package enum Deadlines {
  static func sorted(_ deadlines: [SessionDeadline]) -> [SessionDeadline] {
    deadlines.sorted {
      ($0.deadline.date, $0.dossier, $0.deadline.kind.rawValue)
        < ($1.deadline.date, $1.dossier, $1.deadline.kind.rawValue)
    }
  }
}
