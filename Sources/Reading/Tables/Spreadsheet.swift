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
    self.file = sheet.name.isEmpty ? file : "\(file), feuille « \(sheet.name) »"
    let place = sheet.rows.prefix(10).firstIndex { row in
      row.cells.count(where: { headings.knows($0) }) >= 2
    }
    let first = place.map { sheet.rows[$0] } ?? sheet.rows.first
    let cells = first?.cells ?? []
    heads = cells.map(headings.column)
    titles = Dictionary(zip(heads, cells.map(\.oneLine))) { first, _ in first }
    headingLine = first?.number ?? 1
    rows = Array(sheet.rows.dropFirst((place ?? 0) + 1))
    try check()
  }

  /// The headings that are none of those known.
  package func unknown(_ headings: Headings) -> [String] {
    heads.filter { !$0.isEmpty && !headings.knows($0) }.map { titles[$0] ?? $0 }
  }

  /// A table that cannot be trusted to say what its author meant.
  private func check() throws(Refusal) {
    var seen: Set<String> = []
    let twice = Set(heads.filter { !$0.isEmpty && !seen.insert($0).inserted }).sorted()
    if !twice.isEmpty {
      throw Refusal(
        Diagnostic(
          code: .tableColumns, "des colonnes sont là deux fois : \(French.list(twice))",
          advice: "n’en garder qu’une de chaque nom", file: file))
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

/// One line of a table, read cell by cell; every problem is noted with its line and column.
package struct TableLine {
  package let file: String
  /// The line as a spreadsheet numbers it: the headings are line 1.
  package let number: Int
  private let cells: [String: String]
  package private(set) var problems: [Diagnostic] = []
  private let titles: [String: String]

  package init(_ table: Spreadsheet, _ index: Int) {
    file = table.file
    titles = table.titles
    number = table.rows[index].number
    var cells: [String: String] = [:]
    for (head, cell) in zip(table.heads, table.rows[index].cells) {
      cells[head] = TableLine.meant(cell.collapsed)
    }
    self.cells = cells
  }

  /// What a cell means: an extract writes words for nothing, and a spreadsheet guards a number or a formula with an
  /// apostrophe.
  private static func meant(_ cell: String) -> String {
    let nothing = [
      "null", "n/a", "na", "#n/a", "nan", "-", "–", "—", "néant", "neant", "aucun", "aucune", "sans objet",
    ]
    if nothing.contains(cell.lowercased()) { return "" }
    guard cell.hasPrefix("'"), let next = cell.dropFirst().first else { return cell }
    return next.isNumber || "=+-@".contains(next) ? String(cell.dropFirst()) : cell
  }

  /// A code of five signs, of which a spreadsheet may have eaten the first zero.
  package mutating func code(_ column: String) -> String? {
    guard let code = text(column)?.filter({ !$0.isWhitespace }) else { return nil }
    if code.count == 5 { return code }
    note(
      column,
      "« \(code) » n’a pas cinq caractères\(code.count == 4 ? " : le tableur a pu ôter un zéro" : "")",
      advice: "écrire les cinq caractères, en mettant la colonne au format texte")
    return nil
  }

  package var isEmpty: Bool { cells.values.allSatisfy(\.isEmpty) }

  /// The text of a cell; nil when it is empty or there is no such column.
  package func text(_ column: String) -> String? {
    cells[Spreadsheet.plain(column)].flatMap { $0.isEmpty ? nil : $0 }
  }

  func list(_ column: String) -> [String] {
    (text(column) ?? "").split(separator: "|").map { String($0).collapsed }.filter { !$0.isEmpty }
  }

  /// The text of a cell that must hold one.
  package mutating func required(_ column: String) -> String {
    if let text = text(column) { return text }
    note(column, "cette cellule est obligatoire", advice: "la remplir")
    return ""
  }

  /// A day, `2021-09-06` or `06/09/2021`.
  mutating func day(_ column: String) -> Day? {
    guard let text = text(column) else { return nil }
    let day = Day(written: text)
    if day == nil { note(column, "« \(text.prefix(40)) » n’est pas une date", advice: "écrire JJ/MM/AAAA") }
    return day
  }

  mutating func requiredDay(_ column: String) -> Day {
    if text(column) == nil {
      note(column, "cette cellule est obligatoire", advice: "y mettre une date JJ/MM/AAAA")
    }
    return day(column) ?? Day(literal: 1900, 1, 1)
  }

  /// Hours, with a comma or a point, with or without spaces: `1 607,5`.
  mutating func hours(_ column: String) -> Hours? {
    guard let text = text(column) else { return nil }
    let figures = text.filter { !$0.isWhitespace }.replacing(",", with: ".")
    if let hours = Hours(spelling: figures) { return hours }
    note(
      column, "« \(text.prefix(40)) » n’est pas un nombre d’heures",
      advice: "écrire par exemple 1607 ou 1607,5")
    return nil
  }

  mutating func yes(_ column: String) -> Bool {
    switch Spreadsheet.plain(text(column) ?? "") {
    case "oui", "o", "x", "1", "vrai": return true
    case "non", "n", "0", "faux", "": return false
    default:
      note(column, "« \(text(column)?.prefix(40) ?? "") » n’est ni oui ni non", advice: "écrire oui ou non")
      return false
    }
  }

  /// A value of a closed vocabulary, by its code or its French label.
  mutating func code<C: Code>(_ column: String, _ fallback: C) -> C {
    guard let text = text(column) else { return fallback }
    return value(text, column) ?? fallback
  }

  mutating func value<C: Code>(_ text: String, _ column: String, type: C.Type = C.self) -> C? {
    let plain = Spreadsheet.plain(text)
    if let found = C.allCases.first(where: {
      Spreadsheet.plain($0.rawValue) == plain || Spreadsheet.plain($0.label) == plain
        || Spreadsheet.plain($0.label.split(separator: " (").first.map(String.init) ?? "") == plain
    }) {
      return found
    }
    let known = C.allCases.map { "\($0.rawValue) (\($0.label))" }.joined(separator: ", ")
    note(column, "« \(text.prefix(40)) » n’est pas dans la liste", advice: "écrire l’un de : \(known)")
    return nil
  }

  /// Notes what is wrong with a cell.
  package mutating func note(_ column: String, _ message: String, advice: String) {
    let title = titles[Spreadsheet.plain(column)] ?? column
    problems.append(
      Diagnostic(
        code: .tableCell, "colonne « \(title) » : \(message)", advice: advice, file: file, line: number))
  }
}
