import Channel
import XML

/// The parts of a workbook that hold cells: Office Open XML (ECMA-376) or OpenDocument (OASIS 1.3).
struct WorkbookContainer {
  private let parts: [String: [UInt8]]

  /// - Throws: `Refusal` when the container is damaged or swells beyond reason.
  init(_ descriptor: Int32) throws(Refusal) {
    parts = try Archive.parts(descriptor) { entry in
      let name = entry.name.lowercased()
      let isOfBook = name.hasPrefix("xl/") && name.hasSuffix(".xml")
      return entry.isFile && (name == "content.xml" || isOfBook || name.hasSuffix(".rels"))
    }
  }

  /// A part, if it is there.
  func part(_ name: String) throws(Refusal) -> Element? {
    guard let bytes = parts[name] else { return nil }
    return try Element(foreign: bytes)
  }

  /// A workbook that lacks what it says it has.
  static let damaged = Refusal(
    Diagnostic(
      code: .tableKind, "ce classeur est abîmé : il y manque une partie de ce qu’il annonce",
      advice: "le rouvrir dans un tableur et l’enregistrer de nouveau"))

  /// The sheets in the order of the workbook.
  func sheets() throws(Refusal) -> [Sheet] {
    if parts["xl/workbook.xml"] != nil { return try ExcelWorkbook(self).sheets() }
    if let content = try part("content.xml"),
      let body = content.first("body")?.first("spreadsheet")
    {
      return try body.children.filter { $0.name == "table" }.map { table throws(Refusal) in
        try OpenDocumentSheet(table).sheet
      }
    }
    throw Refusal(
      Diagnostic(
        code: .tableKind, "ce n’est pas un classeur", advice: "l’enregistrer en .xlsx ou en .ods"))
  }
}

/// The cells of a sheet under way, within bounds.
struct Cells {
  private var grid: [Int: [Int: String]] = [:]
  private var count = 0
  private var hidden: Set<Int> = []

  /// Notes that a row is not shown.
  mutating func hide(row: Int) { hidden.insert(row) }

  /// Puts a text in a cell; rows and columns from 1.
  mutating func put(_ text: String, row: Int, column: Int) throws(Refusal) {
    if text.isEmpty { return }
    count += 1
    guard count <= TextTable.mostCells, text.utf16.count <= TextTable.mostCharacters,
      (1...2_000_000).contains(row), (1...16_384).contains(column),
      column <= 1_000 || count <= 10_000
    else { throw TextTable.tooLarge }
    grid[row, default: [:]][column] = text
  }

  /// Repeats the text of a cell down the cells that are merged with it.
  mutating func merge(column: Int, from first: Int, to last: Int) throws(Refusal) {
    guard let text = grid[first]?[column], last - first < 1_000 else { return }
    for row in first + 1..<last + 1 { try put(text, row: row, column: column) }
  }

  /// The rows that hold something.
  var rows: [Sheet.Row] {
    grid.keys.sorted().map { number in
      let row = grid[number] ?? [:]
      var told = Sheet.Row(number: number, cells: (1..<(row.keys.max() ?? 0) + 1).map { row[$0] ?? "" })
      told.isHidden = hidden.contains(number)
      return told
    }
  }
}
