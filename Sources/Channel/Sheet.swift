import XML

/// A sheet of a workbook, or a table: its rows that hold something, as a person reads them.
package struct Sheet: Sendable {
  /// One row.
  package struct Row: Sendable {
    /// Its number, as a spreadsheet shows it.
    package let number: Int
    /// The text of its cells, from the first column on; days are `2021-09-06`, times `09:00`.
    package let cells: [String]
    /// Whether the spreadsheet does not show it.
    package var isHidden = false

    /// - Parameter number: as a spreadsheet shows it, from 1.
    package init(number: Int, cells: [String]) { (self.number, self.cells) = (number, cells) }
  }

  /// Its name in the workbook; empty for a table of text.
  package let name: String
  package var rows: [Row] = []

  /// - Parameter name: its name in the workbook.
  package init(name: String, rows: [Row] = []) { (self.name, self.rows) = (name, rows) }

  /// Its head, as it goes over the pipe before its rows.
  package var xml: Element { Element("sheet", attributes: [.init("name", name)]) }

  /// Nil when it is no head of a sheet.
  package init?(head element: Element) {
    guard element.name == "sheet", let name = element["name"] else { return nil }
    self.init(name: name)
  }
}

extension Sheet.Row {
  /// It, as it goes over the pipe.
  package var xml: Element {
    let hidden: [Element.Attribute] = isHidden ? [.init("hidden", "true")] : []
    return Element(
      "row", attributes: [.init("number", String(number))] + hidden,
      children: cells.map { Element("c", text: $0) })
  }

  /// Nil when it is no row.
  package init?(xml element: Element) {
    guard element.name == "row", let number = element["number"].flatMap(Int.init) else { return nil }
    self.init(number: number, cells: element.children.map(\.text))
    isHidden = element["hidden"] == "true"
  }
}
