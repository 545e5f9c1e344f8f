import Channel
import SwiftCSV
import XML

/// A table of text: semicolons, commas or tabulations, in any encoding of a French spreadsheet; quoted line ends.
package enum TextTable {
  /// The rows of a table, its headings first.
  package static func sheet(_ bytes: [UInt8]) throws(Refusal) -> Sheet {
    if bytes.count > mostBytes { throw tooLarge }
    var text = try text(bytes)
    let first = text.prefix { !$0.isNewline }
    var separator: Character = first.contains(";") ? ";" : first.contains("\t") ? "\t" : ","
    var headings = 1
    // Excel’s own word for its separator, on a line before the headings.
    if first.lowercased().hasPrefix("sep="), let said = first.dropFirst(4).first {
      separator = said
      text.removeSubrange(
        ..<(text.index(first.endIndex, offsetBy: 1, limitedBy: text.endIndex) ?? text.endIndex))
      headings = 2
    }
    text = try bounded(text, separator)
    do {
      let table = try CSV<Enumerated>(
        string: text, delimiter: .init(unicodeScalarLiteral: separator), loadColumns: false)
      try check(table, separator, headings)
      return Sheet(
        name: "",
        rows: ([table.header] + table.rows).enumerated().map {
          Sheet.Row(number: $0.offset + headings, cells: $0.element)
        })
    } catch let refusal as Refusal { throw refusal } catch {
      throw quotes("le tableau ne se lit pas : des guillemets ne sont pas fermés", line: nil)
    }
  }

  /// An unclosed quotation mark swallows the cells that follow it.
  private static func check(
    _ table: CSV<Enumerated>, _ separator: Character, _ headings: Int
  ) throws(Refusal) {
    for (index, row) in table.rows.enumerated()
    where row.count < table.header.count && row.last?.contains(separator) == true {
      throw quotes(
        "il manque des cellules, ou des guillemets ne sont pas fermés", line: index + headings + 1)
    }
  }

  private static func quotes(_ message: String, line: Int?) -> Refusal {
    Refusal(
      Diagnostic(
        code: .tableQuotes, message,
        advice: "rouvrir le fichier dans un tableur et l’enregistrer de nouveau en CSV", line: line))
  }

  private static func text(_ bytes: [UInt8]) throws(Refusal) -> String {
    guard let text = TextDecoding.text(bytes) else {
      throw Refusal(
        Diagnostic(
          code: .tableEncoding, "on ne sait pas dans quel codage les accents de ce tableau sont écrits",
          advice: "l’enregistrer en « CSV UTF-8 »"))
    }
    return text
  }

  /// The characters of a cell, in units of UTF-16: no spreadsheet takes more.
  static let mostCharacters = 32_767
  /// The length of what a row holds, and all rows of a workbook, in bytes.
  static let (mostOfRow, mostOfAll) = (1 << 20, 32 << 20)

  /// More than any session holds: what is larger is no table of ours.
  static let (mostBytes, mostLines, mostCells) = (32 << 20, 50_000, 1_000_000)

  static let tooLarge = Refusal(
    Diagnostic(
      code: .tableSize, "ce tableau est démesuré",
      advice: "n’y laisser que les lignes et colonnes remplies"))

  /// Leaves out the empty lines at the end, and refuses what nobody has typed, before any of it is cut into cells.
  private static func bounded(_ text: String, _ separator: Character) throws(Refusal) -> String {
    var bytes = Array(text.utf8)
    let void: Set<UInt8> = [0x0A, 0x0D, 0x20, 0x09, 0x2C, 0x3B]
    while let last = bytes.last, void.contains(last) { bytes.removeLast() }
    // What was left out of the last line comes back: its empty cells are cells.
    let end = text.utf8.index(text.utf8.startIndex, offsetBy: bytes.count)
    let rest = text.utf8[end...].prefix { $0 != 0x0A && $0 != 0x0D }
    bytes += rest.prefix(10_000)
    let sign = separator.asciiValue ?? 0x3B
    let lines = bytes.count(where: { $0 == 0x0A })
    if lines > mostLines || bytes.count(where: { $0 == sign }) > mostCells {
      throw tooLarge
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
