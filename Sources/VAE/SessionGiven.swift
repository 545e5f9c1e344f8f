import Artefacts
import Engine
import Files
import Language
import Reading
import Schemas
import XML

/// A session that is kept in a workbook.
extension Shared {
  /// The workbook of a session; nil when it is written in XML.
  static func workbook(of folder: String) throws(Refusal) -> SessionWorkbook? {
    try SessionWorkbook.file(in: folder).map { file throws(Refusal) in
      try SessionWorkbook(Workbook("\(folder)/\(file)", named: file))
    }
  }

  /// Adds what the rows say, each to its dossier.
  mutating func give(_ workbook: SessionWorkbook, in session: String) throws(Refusal) {
    notes = workbook.remarks + workbook.problems
    let bytes = try workbook.sessionDocument()
    givenToAll[Session.name] = GivenDocument(
      bytes: .success(bytes), place: "\(workbook.file), \(SessionPlan.sheet.name)")
    let folders = try Disk.list(session)?.filter { $0.kind == .folder && !$0.name.hasPrefix(".") } ?? []
    for row in workbook.requests {
      let id = Shared.dossier(of: row, among: folders.map(\.name))
      let document = GivenDocument(
        bytes: row.request.map { Schemas.document($0.xml) },
        place: "\(workbook.file), \(SessionPlan.requests.name), \(row.number)")
      if given[id]?.updateValue(document, forKey: Request.name) != nil {
        notes.append(
          Diagnostic(
            code: .dossierTwice, "deux demandes vont dans le même dossier « \(id) »",
            advice: "donner à chacune un numéro qui lui soit propre", file: row.place))
      }
      given[id, default: [:]][Request.name] = document
    }
  }

  /// The folder that bears the number of a request, whatever follows it; else a name made of the number and the name.
  private static func dossier(of row: SessionWorkbook.Row, among folders: [String]) -> String {
    let number = plain(row.number)
    if let own = folders.first(where: { plain($0) == number || plain($0).hasPrefix(number + "-") }) {
      return own
    }
    guard case .success(let request) = row.request else { return number }
    return number + "-" + plain(request.person.birthName)
  }

  /// In plain letters and hyphens.
  private static func plain(_ text: String) -> String {
    text.split { !$0.isLetter && !$0.isNumber }.map { Tokenizer.plain(String($0)) }.joined(separator: "-")
  }
}

extension SessionWorkbook {
  /// The bytes of the session.
  /// - Throws: `Refusal` when the workbook has no such sheet, or something is wrong with it.
  func sessionDocument() throws(Refusal) -> [UInt8] {
    guard let session else {
      throw Refusal(
        Diagnostic(
          code: .sessionMissing, "ce classeur n’a pas de feuille « \(SessionPlan.sheet.name) »",
          advice: "« acquis new » donne un classeur qui a toutes les feuilles", file: file))
    }
    return Schemas.document(try session.get())
  }
}
