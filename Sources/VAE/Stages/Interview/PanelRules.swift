import XML

/// Who may sit in the validation panel (domain reference 5.3: before and after 13 April 2024).
enum PanelRules {
  /// - Parameter companion: who reviewed the dossier with the candidate.
  static func findings(
    _ record: Record, _ request: Request, _ session: Session, companion: String?
  ) -> [Finding] {
    if record.status == .absent || record.status == .excused { return [] }
    let present = record.present.compactMap { seat in session.panel.members.first { $0.id == seat.member } }
    let seats = Seats(
      codes: .init(known: "panel.known", balance: "panel.balance", conflict: "panel.conflict"),
      people: session.panel.members.map {
        .init(id: $0.id, name: $0.name, sex: $0.sex, organisation: $0.organisation)
      },
      present: record.present, recusals: record.recusals)
    let begun = request.reception.initiatedOn
    return [
      seats.known, size(present, begun), seats.balance(begun),
      seats.conflict(request, companion: companion),
    ]
  }

  private static func size(_ present: [Panelist], _ begun: Day) -> Finding {
    let reformed = begun >= Seats.reform
    let qualified = present.count(where: \.qualified)
    let needed = reformed ? 1 : 2
    let figures = [("présents", String(present.count)), ("qualifiés", String(qualified))]
    return present.count >= 2 && qualified >= needed && qualified * 4 >= present.count
      ? Finding(
        "panel.size", .satisfied, "La commission a assez de membres qualifiés.", figures: figures,
        source: Seats.source(on: begun))
      : Finding(
        "panel.size", .notSatisfied,
        "La commission demande au moins deux membres, dont \(needed) qualifié\(needed > 1 ? "s" : "").",
        figures: figures, source: Seats.source(on: begun),
        remedy: "Refaire l’entretien devant une commission régulière.")
  }
}
