import Artefacts
import Channel
import Language
import XML

/// One line of a table, read cell by cell; every problem is noted with its line and column.
package struct TableLine {
  package let file: String
  /// The line as a spreadsheet numbers it; nil where each cell has a line of its own.
  package let number: Int?
  private var cells: [String: String]
  package private(set) var problems: [Diagnostic] = []
  private let titles: [String: String]
  /// Where each cell has a line of its own: that line.
  private let lines: [String: Int]

  /// - Parameter index: of the row, under the headings.
  package init(_ table: Spreadsheet, _ index: Int) {
    self.init(
      file: table.file, number: table.rows[index].number, titles: table.titles,
      cells: Dictionary(zip(table.heads, table.rows[index].cells)) { first, _ in first })
  }

  /// - Parameters:
  ///   - titles: what the columns are called in the file.
  ///   - cells: by the plain name of their column, as they are written.
  init(
    file: String, number: Int?, titles: [String: String], cells: [String: String], lines: [String: Int] = [:]
  ) {
    (self.file, self.number, self.titles, self.lines) = (file, number, titles, lines)
    self.cells = cells.mapValues { TableLine.meant($0.composed) }
    for (column, cell) in self.cells.sorted(by: { $0.key < $1.key }) where TableLine.isBroken(cell) {
      note(
        column, "« \(cell.prefix(20)) » : le tableur n’a pas pu calculer cette cellule",
        advice: "la corriger dans le tableur, ou y écrire la valeur elle-même")
    }
  }

  /// What a cell means: an extract writes words for nothing, and a spreadsheet guards a number or a formula with an
  /// apostrophe.
  private static func meant(_ cell: String) -> String {
    let nothing = [
      "null", "n/a", "na", "#n/a", "nan", "-", "–", "—", "néant", "neant", "aucun", "aucune", "sans objet",
      "s/o", "?",
    ]
    let one = cell.oneLine
    if nothing.contains(one.lowercased()) { return "" }
    guard one.hasPrefix("'"), let next = one.dropFirst().first else { return cell }
    return next.isNumber || "=+-@".contains(next) ? String(one.dropFirst()) : cell
  }

  /// An error of a spreadsheet, in French or in English, a number too wide for its column, or a formula without its value.
  private static func isBroken(_ cell: String) -> Bool {
    cell.firstMatch(of: /^\s*(?:#[A-ZÉ0-9\/]+[!?]?|#{3,})\s*$/) != nil || cell.hasPrefix("=")
  }

  package var isEmpty: Bool { cells.values.allSatisfy { $0.collapsed.isEmpty } }

  /// The line of help that a model has under its headings.
  package var isHelp: Bool { cells.values.contains { $0.collapsed.lowercased().hasPrefix("ex. :") } }

  /// The text of a cell, on one line; nil when it is empty or there is no such column.
  package func text(_ column: String) -> String? {
    cells[Spreadsheet.plain(column)]?.collapsed.nonEmpty
  }

  /// What a cell that holds several lists, each on a line or apart by `|`.
  package func list(_ column: String) -> [String] {
    (cells[Spreadsheet.plain(column)] ?? "").split { $0 == "|" || $0.isNewline }
      .map { String($0).collapsed }.filter { !$0.isEmpty }
  }

  /// Puts in an empty cell what follows from others.
  mutating func fill(_ column: String, _ text: String) {
    if self.text(column) == nil { cells[Spreadsheet.plain(column)] = text }
  }

  /// Whether a column whose name begins so holds something.
  func hasAnything(under prefix: String) -> Bool {
    let prefix = Spreadsheet.plain(prefix)
    return cells.contains { $0.key.hasPrefix(prefix) && !$0.value.collapsed.isEmpty }
  }

  /// The text of a cell that must hold one.
  package mutating func required(_ column: String) -> String {
    if let text = text(column) { return text }
    note(column, "cette cellule est obligatoire", advice: "la remplir")
    return ""
  }

  /// Notes what is wrong with a cell, once.
  package mutating func note(_ column: String, _ message: String, advice: String) {
    let title = titles[Spreadsheet.plain(column)] ?? column
    let subject = "\(number == nil ? "rubrique" : "colonne") « \(title) » : "
    if problems.contains(where: { $0.message.hasPrefix(subject) }) { return }
    let line = lines[Spreadsheet.plain(column)].map { ", ligne \($0)" } ?? ""
    problems.append(
      Diagnostic(code: .tableCell, subject + message, advice: advice, file: place + line))
  }

  /// Notes what is wrong with the line itself.
  /// - Parameter elsewhere: where it is to be mended, when that is not this line.
  package mutating func note(
    _ code: DiagnosticCode, _ message: String, advice: String, at elsewhere: String? = nil
  ) {
    problems.append(Diagnostic(code: code, message, advice: advice, file: elsewhere ?? place))
  }

  /// Another sheet of the same file, as a person finds it.
  func sheet(_ name: String) -> String {
    Sheet(name: name).place(
      in: String(file[..<(file.firstRange(of: ", feuille")?.lowerBound ?? file.endIndex)]))
  }

  /// The file, the sheet and the line, as a person finds them.
  package var place: String { number.map { "\(file), ligne \($0)" } ?? file }
}
