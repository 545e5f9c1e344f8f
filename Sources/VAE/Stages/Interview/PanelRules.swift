import XML

/// Who may sit in the validation panel (domain reference 5.3: before and after 13 April 2024).
enum PanelRules {
  /// From this day, paths follow D6412-6: two persons, one of them qualified, no tie with the candidate.
  static let reform = Day(literal: 2024, 4, 13)

  static func findings(_ record: Record, _ request: Request, _ session: Session) -> [Finding] {
    if record.status == .absent || record.status == .excused { return [] }
    let present = record.present.compactMap { seat in session.panel.members.first { $0.id == seat.member } }
    return [
      known(record, session), size(present, request.reception.initiatedOn), balance(present),
      conflict(present, record, request),
    ]
  }

  private static func source(_ reformed: Bool) -> String {
    reformed ? "code du travail, D6412-6 (décret 2024-332)" : "code de l’éducation, R335-8"
  }

  private static func known(_ record: Record, _ session: Session) -> Finding {
    let ids = Set(session.panel.members.map(\.id))
    let seats = record.present.map(\.member)
    if Set(seats).count != seats.count {
      return Finding(
        "panel.known", .notSatisfied, "Un membre de la commission est noté présent deux fois.",
        remedy: "Ne noter chaque membre qu’une fois.")
    }
    let strange = seats.filter { !ids.contains($0) }
    return strange.isEmpty
      ? Finding("panel.known", .satisfied, "Les membres présents sont ceux de la session.")
      : Finding(
        "panel.known", .notSatisfied, "Membre inconnu de la session : \(French.list(strange)).",
        remedy: "Corriger le procès-verbal, ou ajouter la personne à session.xml.")
  }

  private static func size(_ present: [Panelist], _ begun: Day) -> Finding {
    let reformed = begun >= reform
    let qualified = present.count(where: \.qualified)
    let needed = reformed ? 1 : 2
    let figures = [("présents", String(present.count)), ("qualifiés", String(qualified))]
    return present.count >= 2 && qualified >= needed && qualified * 4 >= present.count
      ? Finding(
        "panel.size", .satisfied, "La commission a assez de membres qualifiés.", figures: figures,
        source: source(reformed))
      : Finding(
        "panel.size", .notSatisfied,
        "La commission demande au moins deux membres, dont \(needed) qualifié\(needed > 1 ? "s" : "").",
        figures: figures, source: source(reformed),
        remedy: "Refaire l’entretien devant une commission régulière.")
  }

  private static func balance(_ present: [Panelist]) -> Finding {
    let women = present.count { $0.sex == .female }
    let figures = [("femmes", String(women)), ("hommes", String(present.count - women))]
    return women > 0 && women < present.count
      ? Finding(
        "panel.balance", .satisfied, "Femmes et hommes siègent.", figures: figures, source: source(false))
      : Finding(
        "panel.balance", .toDecide, "La commission ne compte que des \(women == 0 ? "hommes" : "femmes").",
        figures: figures,
        source: source(false), remedy: "Dire pourquoi la représentation équilibrée n’a pas été possible.")
  }

  private static func conflict(_ present: [Panelist], _ record: Record, _ request: Request) -> Finding {
    let reformed = request.reception.initiatedOn >= reform
    let employers = Set(request.experiences.map { $0.employer.lowercased() })
    let tied = present.filter { employers.contains(($0.organisation ?? "").lowercased()) }
    let recused = Set(record.recusals.map(\.member))
    let seated = present.filter { recused.contains($0.id) }
    if let member = tied.first ?? seated.first {
      return Finding(
        "panel.conflict", .notSatisfied,
        tied.isEmpty
          ? "\(member.name) est noté à la fois présent et récusé."
          : "\(member.name) appartient à une entreprise du candidat (\(member.organisation ?? "")).",
        source: source(reformed), remedy: "Faire siéger une autre personne pour ce candidat.")
    }
    return Finding(
      "panel.conflict", .satisfied,
      "Aucun membre présent n’appartient à une entreprise déclarée par le candidat.",
      figures: recused.isEmpty ? [] : [("récusés", String(recused.count))], source: source(reformed))
  }
}
