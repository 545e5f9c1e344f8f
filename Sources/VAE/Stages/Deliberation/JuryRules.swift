import XML

/// Who may sit in the joint jury (fiche RNCP 28236; agreement of 8 November 2019).
enum JuryRules {
  private static let fiche = "fiche RNCP 28236, composition des jurys"
  static let employersMaximum = 6  // five qualified members, and one from temporary work if need be

  /// - Parameter companion: who reviewed the dossier with the candidate.
  static func findings(
    _ decision: Decision, _ request: Request, _ session: Session, companion: String?
  ) -> [Finding] {
    let present = seated(decision, session)
    let seats = seats(decision, session)
    return [
      seats.known, parity(present), unions(present), chair(present), quorum(present, session),
      seats.balance(request.reception.initiatedOn), seats.conflict(request, companion: companion),
    ] + JuryNotice.findings(decision, session.calendar)
  }

  static func seated(_ decision: Decision, _ session: Session) -> [Juror] {
    decision.present.compactMap { seat in session.jury.members.first { $0.id == seat.member } }
  }

  static func seats(_ decision: Decision, _ session: Session) -> Seats {
    Seats(
      codes: .init(known: "jury.known", balance: "jury.balance", conflict: "jury.conflict"),
      people: session.jury.members.map {
        .init(id: $0.id, name: $0.name, sex: $0.sex, organisation: $0.organisation)
      },
      present: decision.present, recusals: decision.recusals)
  }

  private static func parity(_ present: [Juror]) -> Finding {
    let voting = present.filter(\.voting)
    let employers = voting.count { $0.college == .employers }
    let figures = [
      ("délégation patronale", String(employers)), ("délégation syndicale", String(voting.count - employers)),
    ]
    if employers == 0 || employers * 2 != voting.count {
      return Finding(
        "jury.parity", .notSatisfied, "Les deux délégations n’ont pas le même nombre de voix.",
        figures: figures, source: fiche,
        remedy: "Réunir un jury paritaire : 50 % de représentants des salariés, 50 % des employeurs.")
    }
    if employers > employersMaximum {
      return Finding(
        "jury.parity", .notSatisfied,
        "La délégation patronale dépasse cinq membres, plus un du travail temporaire.",
        figures: figures, source: fiche, remedy: "Réduire la délégation.")
    }
    return Finding(
      "jury.parity", .satisfied, "Les deux délégations ont le même nombre de voix.", figures: figures,
      source: fiche)
  }

  private static func unions(_ present: [Juror]) -> Finding {
    let names = present.filter { $0.voting && $0.college == .unions }.map { Tokenizer.plain($0.union ?? "") }
    if names.contains("") {
      return Finding(
        "jury.union", .notSatisfied, "Un membre de la délégation syndicale n’a pas d’organisation.",
        source: fiche,
        remedy: "Renseigner union dans session.xml.")
    }
    return Set(names).count == names.count
      ? Finding("jury.union", .satisfied, "Chaque organisation syndicale a une seule voix.", source: fiche)
      : Finding(
        "jury.union", .notSatisfied, "Une organisation syndicale a plusieurs voix.", source: fiche,
        remedy: "Un seul représentant par organisation siège avec droit de vote.")
  }

  private static func chair(_ present: [Juror]) -> Finding {
    let source = "accord du 8 novembre 2019, composition du jury"
    let chairs = present.filter(\.chair)
    guard chairs.count == 1, let chair = chairs.first else {
      return Finding(
        "jury.chair", .notSatisfied, "Le jury doit avoir un président présent, et un seul.",
        figures: [("présidents", String(chairs.count))], source: source,
        remedy: "Désigner le président dans session.xml.")
    }
    return chair.college == .employers
      ? Finding("jury.chair", .satisfied, "Le président vient de la délégation patronale.", source: source)
      : Finding(
        "jury.chair", .toDecide, "Le président ne vient pas de la délégation patronale.", source: source,
        remedy: "Vérifier l’accord applicable à la date de la délibération.")
  }

  private static func quorum(_ present: [Juror], _ session: Session) -> Finding {
    let voting = present.count(where: \.voting)
    guard let quorum = session.parameters.quorum else {
      return Finding(
        "jury.quorum", .toDecide, "Aucun quorum n’est fixé : aucune source n’en donne.",
        figures: [("voix présentes", String(voting))],
        remedy: "Fixer quorum dans session.xml.")
    }
    let figures = [("voix présentes", String(voting)), ("quorum", String(quorum))]
    return voting >= quorum
      ? Finding(
        "jury.quorum", .satisfied, "Le quorum du centre est atteint.", figures: figures,
        source: "paramètre du centre")
      : Finding(
        "jury.quorum", .notSatisfied, "Le quorum du centre n’est pas atteint.", figures: figures,
        source: "paramètre du centre",
        remedy: "Ajourner, ou réunir le jury à nouveau.")
  }
}
