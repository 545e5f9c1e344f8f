import Channel
import Files
import Language
import XML

/// A workbook, or a table of text, as a reader gives it: its sheets in their order.
package struct Workbook {
  package let file: String
  private(set) var sheets: [Sheet] = []

  /// Sheets read one by one.
  init(file: String, sheets: [Sheet]) { (self.file, self.sheets) = (file, sheets) }

  /// Whether a file bears the name of a table.
  package static func isOne(_ path: String) -> Bool {
    [".csv", ".xlsx", ".ods"].contains { path.lowercased().hasSuffix($0) }
  }

  /// The sheet of one of these names, whatever their case and accents; nil when there is none.
  func sheet(named names: [String]) -> Sheet? {
    let names = names.map(Tokenizer.plain)
    return sheets.first { names.contains(Tokenizer.plain($0.name)) }
  }

  /// The sheet of one of these names, whatever their case and accents, as a table; nil when there is none.
  /// - Parameter orFirst: whether the first sheet will do, whatever its name.
  package func table(
    named names: [String], orFirst: Bool = false, headings: Headings
  ) throws(Refusal) -> Spreadsheet? {
    let sheet = sheet(named: names) ?? (orFirst ? sheets.first : nil)
    guard sheet?.rows.isEmpty == false else { return nil }
    return try sheet.map { sheet throws(Refusal) in try Spreadsheet(sheet, file: file, headings: headings) }
  }

  /// A workbook is the centre’s own: nobody asks a candidate for another.
  private static func own(_ refusal: Refusal, _ path: String) -> Refusal {
    Refusal(
      refusal.about(file: path).diagnostics.map { told in
        guard told.code.family == .archive else { return told }
        return Diagnostic(
          code: told.code, "ce classeur est abîmé, chiffré, ou démesuré",
          advice:
            "l’ouvrir dans le tableur, l’enregistrer de nouveau sans mot de passe, ou reprendre une copie saine",
          file: told.file)
      })
  }

  /// - Throws: `Refusal` when there is no such file, or it cannot be read as a table.
  /// - Parameter name: as a person names it, when that is not its path.
  package init(_ path: String, named name: String? = nil) throws(Refusal) {
    file = name ?? path
    if !Disk.exists(path) {
      throw Refusal(
        Diagnostic(code: .diskMissing, "le fichier n’existe pas", advice: "vérifier le chemin", file: path))
    }
    try Disk.requireFile(path, advice: "donner le fichier lui-même")
    let inquiry = Readers.ask(Disk.straight(path), as: .table)
    while let element = inquiry.nextElement() {
      if let refusal = Refusal(told: element) { throw Workbook.own(refusal, path) }
      if let sheet = Sheet(head: element) {
        sheets.append(sheet)
      } else if let row = Sheet.Row(xml: element), !sheets.isEmpty {
        sheets[sheets.count - 1].rows.append(row)
      }
    }
    if inquiry.ending != .answered { throw Readers.unread(inquiry.ending, file: path) }
    if sheets.allSatisfy(\.rows.isEmpty) {
      throw Refusal(
        Diagnostic(
          code: .tableEmpty, "ce tableau est vide", advice: "vérifier que c’est le bon fichier", file: path))
    }
  }
}
