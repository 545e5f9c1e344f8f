import Channel
import XML

/// A sheet of an OpenDocument workbook.
struct OpenDocumentSheet {
  private var cells = Cells()
  private let name: String
  private var row = 1
  /// Rows and cells that only repeat an empty one go to the end of the sheet.
  private static let most = 1_000

  init(_ table: Element) throws(Refusal) {
    name = table["name"] ?? ""
    try rows(of: table)
  }

  var sheet: Sheet { Sheet(name: name, rows: cells.rows) }

  private mutating func rows(of element: Element) throws(Refusal) {
    for child in element.children {
      switch child.name {
      case "table-row": try read(child)
      case "table-header-rows", "table-rows", "table-row-group": try rows(of: child)
      default: continue
      }
    }
  }

  private mutating func read(_ element: Element) throws(Refusal) {
    let times = element["number-rows-repeated"].flatMap(Int.init) ?? 1
    let filled = try texts(of: element)
    if !filled.isEmpty {
      if times > OpenDocumentSheet.most { throw TextTable.tooLarge }
      for offset in 0..<max(1, times) {
        if element["visibility"].map({ $0 != "visible" }) ?? false { cells.hide(row: row + offset) }
        for (column, text, down) in filled {
          for below in 0..<down { try cells.put(text, row: row + offset + below, column: column) }
        }
      }
    }
    row += max(1, min(times, 2_000_000))
  }

  /// The filled cells of a row: their column, their text, and over how many rows they are merged.
  private func texts(of element: Element) throws(Refusal) -> [(Int, String, Int)] {
    var column = 1
    var filled: [(Int, String, Int)] = []
    for cell in element.children where ["table-cell", "covered-table-cell"].contains(cell.name) {
      let times = cell["number-columns-repeated"].flatMap(Int.init) ?? 1
      let text = cell.name == "table-cell" ? OpenDocumentSheet.text(of: cell) : ""
      if !text.isEmpty {
        if times > OpenDocumentSheet.most { throw TextTable.tooLarge }
        let isTall = cell["number-columns-spanned"].map { $0 == "1" } ?? true
        let down = isTall ? cell["number-rows-spanned"].flatMap(Int.init) ?? 1 : 1
        for offset in 0..<max(1, times) { filled.append((column + offset, text, max(1, min(down, 1_000)))) }
      }
      column += max(1, min(times, 20_000))
    }
    return filled
  }

  /// What a cell holds: days and numbers from their value, for how they are shown is a matter of style.
  private static func text(of cell: Element) -> String {
    let shown = cell.children.filter { $0.name == "p" }.map(OpenDocumentSheet.words).joined(separator: "\n")
    switch cell["value-type"] {
    case "date":
      let value = cell["date-value"] ?? shown
      return value.hasSuffix("T00:00:00") ? String(value.prefix(10)) : value.replacing("T", with: " ")
    case "time":
      guard let parts = cell["time-value"]?.firstMatch(of: /^PT0*(\d+)H0*(\d+)M/) else { return shown }
      return CellValue.time(hours: Int(parts.1) ?? 0, minutes: Int(parts.2) ?? 0)
    case "float", "currency", "percentage":
      // Figures shown with more of them than the value has are a code: `01000`.
      let figures = shown.filter { !$0.isWhitespace }
      if figures.hasPrefix("0") && figures.count > 1 && figures.allSatisfy(\.isNumber) { return figures }
      return cell["value"].map(CellValue.number) ?? shown
    case "boolean": return cell["boolean-value"] == "true" ? "VRAI" : "FAUX"
    default: return shown
    }
  }

  /// The words of a paragraph; notes put on a cell are none of its own.
  private static func words(_ element: Element) -> String {
    switch element.name {
    case "": return element.text
    case "s": return String(repeating: " ", count: min(element["c"].flatMap(Int.init) ?? 1, 100))
    case "tab", "line-break": return " "
    case "annotation", "note": return ""
    default:
      return element.children.isEmpty ? element.text : element.children.map(words).joined()
    }
  }
}
