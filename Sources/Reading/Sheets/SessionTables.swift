import Artefacts
import Channel
import Files
import Language
import XML

/// A session kept in tables of text: each sheet of the workbook as a file of its own, `Demandes.csv` or, as an export names it,
/// `session - Demandes.csv`.
package enum SessionTables {
  /// What the tables of a session are called together.
  package static let name = "tableaux CSV"

  /// The sheet that a file holds, by its name; nil when it holds none.
  private static func sheet(of file: String) -> String? {
    guard file.lowercased().hasSuffix(".csv") else { return nil }
    let stem = String(file.dropLast(4))
    let last = stem.ranges(of: " - ").last.map { String(stem[$0.upperBound...]) } ?? stem
    return ([SessionPlan.sheet] + SessionPlan.tables).first {
      Tokenizer.plain($0.name) == Tokenizer.plain(last)
    }?.name
  }

  /// The tables that stand for a session itself.
  static func heads(in folder: String) throws(Refusal) -> [String] {
    try files(in: folder).filter { sheet(of: $0) == SessionPlan.sheet.name }
  }

  private static func files(in folder: String) throws(Refusal) -> [String] {
    (try Disk.list(folder) ?? []).filter { $0.kind == .file }.map(\.name)
  }

  /// The tables of a session as the sheets of one workbook.
  static func workbook(in folder: String) throws(Refusal) -> Workbook {
    var sheets: [Sheet] = []
    for file in try files(in: folder) {
      guard let name = sheet(of: file) else { continue }
      if sheets.contains(where: { $0.name == name }) {
        throw Refusal(
          Diagnostic(
            code: .sessionTwice, "la feuille « \(name) » est là dans deux tableaux",
            advice: "n’en garder qu’un",
            file: file))
      }
      let rows = try Workbook("\(folder)/\(file)", named: file).sheets.first?.rows ?? []
      sheets.append(Sheet(name: name, rows: rows))
    }
    return Workbook(file: name, sheets: sheets)
  }

  /// Whether a file of a session’s folder is one of them.
  @Sendable package static func holds(_ file: String) -> Bool { sheet(of: file) != nil }

  /// That tables lie beside a session that is written elsewhere: nobody reads them.
  package static func unread(in folder: String) throws(Refusal) -> [Diagnostic] {
    try files(in: folder).filter(holds).map { file in
      Diagnostic(
        .warning, code: .sessionFile, "ce tableau n’est pas lu : la session est écrite ailleurs",
        advice: "reprendre ses lignes avec « acquis import », ou l’ôter", file: file)
    }
  }
}
