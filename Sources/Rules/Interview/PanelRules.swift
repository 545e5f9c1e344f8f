import Artefacts

/// Who may sit in the validation panel (domain reference 5.3: before and after 13 April 2024).
enum PanelRules {
  /// - Parameter companion: who reviewed the dossier with the candidate.
  static func findings(
    _ record: Record, _ request: Request, session: Session, composition: Composition, companion: String?
  ) -> [Finding] {
    if record.status == .absent || record.status == .excused { return [] }
    let present = record.present.compactMap { seat in session.panel.members.first { $0.id == seat.member } }
    let membership = Membership(
      names: .init(known: Rule.panelKnown, balance: Rule.panelBalance, conflict: Rule.panelConflict),
      people: session.panel.members.map {
        .init(id: $0.id, name: $0.name, sex: $0.sex, organisation: $0.organisation)
      },
      present: record.present, recusals: record.recusals, composition: composition)
    return [
      membership.known, size(present, composition), membership.balance,
      membership.conflict(request, companion: companion),
    ]
  }

  private static func size(_ present: [PanelMember], _ law: Composition) -> Finding {
    let qualified = present.count(where: \.qualified)
    let figures = [("présents", String(present.count)), ("qualifiés", String(qualified))]
    let source = "\(law.source) ; lecture de la branche : le texte parle du jury, non de la commission"
    if law.settled == false {
      return Rule.panelSize.toDecide(
        "La composition de la commission n’est pas établie pour ce parcours : \(law.source).",
        figures: figures,
        source: law.source, remedy: "Dire ce qui est retenu ; le jury le tranche.")
    }
    return present.count >= law.members && qualified >= law.qualified
      && qualified * law.qualifiedOneIn >= present.count
      ? Rule.panelSize.satisfied(
        "La commission a assez de membres qualifiés.", figures: figures, source: source)
      : Rule.panelSize.notSatisfied(
        "La commission demande au moins deux membres, dont \(law.qualified) qualifié\(law.qualified > 1 ? "s" : "").",
        figures: figures, source: source, remedy: "Refaire l’entretien devant une commission régulière.")
  }
}
