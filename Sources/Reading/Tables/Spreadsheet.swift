import Artefacts
import Channel
import Language
import XML

/// A table as advisers keep them: headings, and rows under them.
package struct Spreadsheet {
  /// The file, and the sheet where it has several.
  package let file: String
  /// The columns, by the name that the tool gives them.
  package let heads: [String]
  package let rows: [Sheet.Row]
  /// The headings as they are written, by the name of their column.
  let titles: [String: String]
  /// The line of the headings, as a spreadsheet numbers it.
  package let headingLine: Int

  /// The table of a file of one sheet.
  package init(_ path: String) throws(Refusal) {
    try self.init(Workbook(path).sheets.first ?? Sheet(name: ""), file: path)
  }

  /// - Parameters:
  ///   - sheet: a row of headings, perhaps under a title, and those under it.
  ///   - headings: what people write above a column, by the column.
  package init(_ sheet: Sheet, file: String, headings: Headings = Headings([])) throws(Refusal) {
    self.file = sheet.place(in: file)
    let place = sheet.rows.prefix(10).firstIndex { row in
      row.cells.count(where: { headings.knows($0) }) >= 2
    }
    let first = place.map { sheet.rows[$0] } ?? sheet.rows.first
    let cells = first?.cells ?? []
    heads = cells.map(headings.column)
    titles = Dictionary(zip(heads, cells.map(\.oneLine))) { first, _ in first }
      .merging(headings.titles) { written, _ in written }
    headingLine = first?.number ?? 1
    rows = Array(sheet.rows.dropFirst((place ?? 0) + 1))
    try check(written: cells)
  }

  /// The headings that are none of those known.
  package func unknown(_ headings: Headings) -> [String] {
    heads.filter { !$0.isEmpty && !headings.knows($0) }.map { titles[$0] ?? $0 }
  }

  /// A table that cannot be trusted to say what its author meant.
  private func check(written: [String]) throws(Refusal) {
    var seen: Set<String> = []
    let twice = Set(heads.filter { !$0.isEmpty && !seen.insert($0).inserted }).sorted()
    if !twice.isEmpty {
      let shown = zip(heads, written).filter { twice.contains($0.0) }.map { "« \($0.1.oneLine) »" }
      throw Refusal(
        Diagnostic(
          code: .tableColumns, "des colonnes disent la même chose : \(French.list(shown))",
          advice: "n’en garder qu’une", file: file))
    }
    if rows.isEmpty {
      throw Refusal(
        Diagnostic(
          code: .tableEmpty, "le tableau n’a aucune ligne sous ses titres", advice: "vérifier le fichier",
          file: file))
    }
  }

  /// A heading or a code without case, accents or spaces.
  package static func plain(_ text: String) -> String { Tokenizer.plain(text) }
}

extension Sheet {
  /// The file, and the sheet where it has several, as a person finds them.
  func place(in file: String) -> String { name.isEmpty ? file : "\(file), feuille « \(name) »" }
}
