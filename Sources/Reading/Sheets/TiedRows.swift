import XML

/// The rows of a sheet that are tied to one request.
struct TiedRows {
  private(set) var elements: [Element] = []
  private(set) var problems: [Diagnostic] = []
  /// The place of the first.
  let place: String

  /// By the number of the request; a row without one is a problem of nobody’s.
  static func all(
    of table: Spreadsheet, _ plan: SheetPlan, _ problems: inout [Diagnostic]
  ) -> [String: TiedRows] {
    var all: [String: TiedRows] = [:]
    for index in table.rows.indices {
      var line = TableLine(table, index)
      if line.isEmpty || line.isHelp { continue }
      guard let number = line.text(SheetPlan.number) else {
        line.note(
          .tableCell, "cette ligne n’a pas de numéro de demande : elle n’est pas lue",
          advice: "lui donner le numéro de sa demande, ou l’ôter")
        problems += line.problems
        continue
      }
      let element = RowElement(others: [:]).element(plan.node, &line)
      all[number, default: TiedRows(place: line.place)].elements.append(element)
      all[number]?.problems += line.problems
    }
    return all
  }

  private init(place: String) { self.place = place }
}
