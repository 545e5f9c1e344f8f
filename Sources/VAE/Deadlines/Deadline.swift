import Artefacts

/// A day that someone at the centre must not miss, or should know has passed.
package struct Deadline: Sendable, Hashable {
  /// What falls due.
  package enum Kind: String, Sendable, CaseIterable {
    case answerByLaw, answerByDecree, silent, accepted, pieces, lapse, register

    /// What the day is.
    package var label: String {
      switch self {
      case .answerByLaw: "Répondre à la demande (deux mois depuis la réception, L6412-2)"
      case .answerByDecree: "Répondre à la demande (deux mois depuis le dossier complet)"
      case .silent: "Sans réponse à l’échéance : le sens de ce silence est à décider"
      case .accepted: "Acceptation par silence"
      case .pieces: "Pièces manquantes attendues du candidat"
      case .lapse: "Fin de validité de la recevabilité"
      case .register: "Déclarer la certification délivrée (trois mois, L6113-8)"
      }
    }

    /// Whether the day, once past, still asks for someone.
    var isMissed: Bool {
      switch self {
      case .answerByLaw, .answerByDecree, .silent, .pieces, .lapse, .register: true
      case .accepted: false
      }
    }
  }

  package let day: Day
  package let kind: Kind
  /// The dossier’s folder, and the number of the request.
  package let dossier: String
  package let number: String

  /// The day against the day of reading: `dans 12 jours`, `aujourd’hui`, `dépassé de 3 jours`.
  package func remaining(asOf: Day) -> String {
    let days = asOf.days(until: day)
    if !kind.isMissed && days < 0 { return "acquise" }
    return switch days {
    case 0: "aujourd’hui"
    case 1...: "dans " + French.count(days, "jour", many: "jours")
    default: "dépassé de " + French.count(-days, "jour", many: "jours")
    }
  }

  /// Whether the day has passed and still asks for someone.
  package func isOverdue(asOf: Day) -> Bool { kind.isMissed && day < asOf }
}

/// Every deadline of a session’s requests, soonest first.
package enum Deadlines {
  /// The deadlines of one request. A request that is settled has none but the end of its validity.
  static func of(_ admissibility: Admissibility, dossier: String, hasIntake: Bool) -> [Deadline] {
    let clock = admissibility.clock
    func deadline(_ kind: Deadline.Kind, _ day: Day?) -> Deadline? {
      day.map { Deadline(day: $0, kind: kind, dossier: dossier, number: admissibility.identity.number) }
    }
    let isOpen =
      admissibility.decision == nil && clock.impliedOn == nil && admissibility.outcome != .outsideRegister
    var deadlines: [Deadline?] = [deadline(.accepted, clock.impliedOn)]
    if isOpen && clock.silentOn != nil { deadlines.append(deadline(.silent, clock.silentOn)) }
    if isOpen {
      deadlines += [
        deadline(.answerByLaw, clock.dueByLaw), deadline(.answerByDecree, clock.dueByDecree),
        deadline(.pieces, clock.answerBy),
      ]
    }
    // ExactlyOnce the dossier is in, the validity has served.
    if !hasIntake { deadlines.append(deadline(.lapse, clock.validUntil)) }
    return deadlines.compactMap { $0 }
  }

  /// The months in which an award is to be told to the national register.
  private static let registerMonths = 3

  /// The deadline of an award that the register has not taken.
  static func register(
    _ deliberation: Deliberation, _ ledger: DepositLedger, number: String, dossier: String
  ) -> Deadline? {
    guard deliberation.state == .recorded, deliberation.result == .full, let sitting = deliberation.sitting,
      !ledger.deposited.contains(where: { $0.id.hasSuffix("-" + number) })
    else { return nil }
    return Deadline(
      day: sitting.date.adding(months: registerMonths), kind: .register, dossier: dossier, number: number)
  }

  static func sorted(_ deadlines: [Deadline]) -> [Deadline] {
    deadlines.sorted { ($0.day, $0.dossier, $0.kind.rawValue) < ($1.day, $1.dossier, $1.kind.rawValue) }
  }
}
