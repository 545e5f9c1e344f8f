import Channel
import XML

/// A workbook of Office Open XML (ECMA-376, part 1, 18), as Excel, LibreOffice and Google Sheets write it.
struct ExcelWorkbook {
  private let container: WorkbookContainer
  private let workbook: Element
  private var strings: [String] = []
  /// By the style of a cell, the format of its number.
  private var formats: [String] = []
  private let since1904: Bool

  init(_ container: WorkbookContainer) throws(Refusal) {
    self.container = container
    workbook = try container.part("xl/workbook.xml") ?? Element("workbook")
    since1904 = ["1", "true"].contains(workbook.first("workbookPr")?["date1904"] ?? "")
    let relations = try ExcelWorkbook.relations(container)
    for relation in relations.values.sorted(by: { $0.target < $1.target }) {
      if relation.type.hasSuffix("/sharedStrings"), let part = try container.part(relation.target) {
        strings = part.children.filter { $0.name == "si" }.map(ExcelWorkbook.words)
      } else if relation.type.hasSuffix("/styles"), let part = try container.part(relation.target) {
        formats = ExcelWorkbook.formats(part)
      }
    }
  }

  private static func relations(
    _ container: WorkbookContainer
  ) throws(Refusal) -> [String: (type: String, target: String)] {
    var relations: [String: (type: String, target: String)] = [:]
    for relation in try container.part("xl/_rels/workbook.xml.rels")?.children ?? [] {
      guard let id = relation["Id"], let target = relation["Target"], let type = relation["Type"] else {
        continue
      }
      relations[id] = (type, target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target)
    }
    return relations
  }

  /// The sheets in the order of the workbook.
  func sheets() throws(Refusal) -> [Sheet] {
    let relations = try ExcelWorkbook.relations(container)
    var sheets: [Sheet] = []
    for entry in workbook.first("sheets")?.children ?? [] where entry.name == "sheet" {
      guard let relation = entry["id"].flatMap({ relations[$0] }) else { throw WorkbookContainer.damaged }
      // A sheet may be a chart alone.
      if !relation.type.hasSuffix("/worksheet") { continue }
      guard let part = try container.part(relation.target) else { throw WorkbookContainer.damaged }
      sheets.append(try sheet(part, name: entry["name"] ?? ""))
    }
    if sheets.isEmpty { throw WorkbookContainer.damaged }
    return sheets
  }

  private func sheet(_ part: Element, name: String) throws(Refusal) -> Sheet {
    var cells = Cells()
    var row = 0
    for line in part.first("sheetData")?.children ?? [] where line.name == "row" {
      row = line["r"].flatMap(Int.init) ?? row + 1
      if row > 2_000_000 { throw TextTable.tooLarge }
      if ["1", "true"].contains(line["hidden"] ?? "") { cells.hide(row: row) }
      var column = 0
      for cell in line.children where cell.name == "c" {
        column = cell["r"].flatMap(ExcelWorkbook.column) ?? column + 1
        try cells.put(try text(of: cell), row: row, column: column)
      }
    }
    for merge in part.first("mergeCells")?.children ?? [] {
      let ends = (merge["ref"] ?? "").split(separator: ":").map(String.init)
      guard ends.count == 2, let column = ExcelWorkbook.column(ends[0]),
        column == ExcelWorkbook.column(ends[1]), let first = Int(ends[0].filter(\.isNumber)),
        let last = Int(ends[1].filter(\.isNumber)), first < last, last < 2_000_000
      else { continue }
      try cells.merge(column: column, from: first, to: last)
    }
    return Sheet(name: name, rows: cells.rows)
  }

  /// The column of a reference: 27 for `AA3`.
  private static func column(_ reference: String) -> Int? {
    let letters = reference.utf8.prefix { (0x41...0x5A).contains($0) }
    if letters.isEmpty || letters.count > 3 { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1) - 0x40 }
  }

  /// What a cell holds. A formula counts by its stored value; one without a value is shown as it is, for nobody computes it
  /// here.
  private func text(of cell: Element) throws(Refusal) -> String {
    let value = cell.first("v")?.text ?? ""
    switch cell["t"] {
    case "s":
      guard let place = Int(value), strings.indices.contains(place) else { throw WorkbookContainer.damaged }
      return strings[place]
    case "inlineStr": return cell.first("is").map(ExcelWorkbook.words) ?? ""
    case "b": return value == "1" ? "VRAI" : "FAUX"
    case "str", "e", "d": return value
    default: break
    }
    if value.isEmpty { return cell.first("f").map { "=" + $0.text } ?? "" }
    let format = cell["s"].flatMap(Int.init).flatMap { formats.indices.contains($0) ? formats[$0] : nil }
    guard let format else { return CellValue.number(value) }
    if CellValue.isMoment(format) { return CellValue.moment(value, since1904: since1904) }
    let number = CellValue.number(value)
    // A format of zeros alone is that of a code: `01000`.
    let isCode = format.count > 1 && format.allSatisfy { $0 == "0" } && number.allSatisfy(\.isNumber)
    return isCode ? String(repeating: "0", count: max(0, format.count - number.count)) + number : number
  }

  /// The words of a text, those of its phonetic reading apart.
  private static func words(_ element: Element) -> String {
    element.children.map { child in
      switch child.name {
      case "t": child.children.isEmpty ? child.text : child.children.map(\.text).joined()
      case "r": words(child)
      default: ""
      }
    }.joined()
  }

  private static func formats(_ styles: Element) -> [String] {
    var own: [String: String] = [:]
    for format in styles.first("numFmts")?.children ?? [] {
      if let id = format["numFmtId"] { own[id] = format["formatCode"] }
    }
    return (styles.first("cellXfs")?.children ?? []).filter { $0.name == "xf" }.map { style in
      let id = style["numFmtId"] ?? "0"
      return own[id] ?? (moments.contains(Int(id) ?? 0) ? "d" : "General")
    }
  }

  /// The formats of days and times that need no writing out (ECMA-376, part 1, 18.8.30).
  private static let moments = Set(Array(14...22) + Array(27...36) + Array(45...47) + Array(50...58))
}
