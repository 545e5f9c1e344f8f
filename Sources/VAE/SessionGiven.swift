import Artefacts
import Engine
import Files
import Language
import Reading
import Schemas
import XML

/// A session that is kept in a workbook.
extension Shared {
  /// Adds what the rows say, each to its dossier.
  mutating func give(_ workbook: SessionWorkbook, in session: String) throws(Refusal) {
    notes = workbook.remarks + workbook.problems
    let bytes = try workbook.sessionDocument()
    givenToAll[Session.name] = GivenDocument(
      bytes: .success(bytes), place: "\(workbook.file), \(SessionPlan.sheet.name)")
    let folders = (try Disk.list(session) ?? []).filter {
      $0.kind == .folder && SessionFolder.isUsable($0.name)
        && !Disk.exists("\(session)/\($0.name)/\(Results.marker)")
    }.map(\.name)
    let owned = owners(of: folders, among: workbook.requests)
    notes += FolderOwners.strangers(folders, owned, workbook, in: session)
    for row in workbook.requests {
      guard let id = owned[row.number] ?? Shared.name(of: row) else {
        notes.append(
          Diagnostic(
            code: .dossierName, "le numéro « \(row.number.prefix(40)) » ne peut pas nommer un dossier",
            advice: "écrire des lettres, des chiffres et des tirets", file: row.place))
        continue
      }
      if let own = Shared.name(of: row), own != id { moved[own] = id }
      let document = GivenDocument(
        bytes: row.request.map { Schemas.document($0.xml) },
        place: "\(workbook.file), \(SessionPlan.requests.name), \(row.number.prefix(40))")
      guard let other = given[id]?[Request.name] else {
        given[id, default: [:]][Request.name] = document
        continue
      }
      // Of two, neither: the papers of one would go into the dossier of the other.
      let clash = Diagnostic(
        code: .dossierTwice,
        "deux demandes vont dans le même dossier « \(id) » (\(other.place) et \(row.place))",
        advice: "donner à chacune un numéro qui lui soit propre", file: row.place)
      // A number written twice says so itself.
      var told = Refusal(clash)
      if case .failure(let wrong) = row.request { told = wrong }
      notes += told.diagnostics
      given[id]?[Request.name] = GivenDocument(bytes: .failure(told), place: other.place)
    }
  }

  /// The folder of each number: the one that bears it, whatever follows. A folder is that of the longest number that its name
  /// begins with.
  private mutating func owners(
    of folders: [String], among rows: [SessionWorkbook.Row]
  ) -> [String: String] {
    var owned: [String: String] = [:]
    let all = rows.map { (number: $0.number, plain: FolderName.plain($0.number)) }
    for folder in folders.sorted() {
      let name = FolderName.plain(folder)
      let numbers = all.filter { FolderName.bears($0.plain, name) }.map(\.number)
      let exact = numbers.filter { folder == $0 || folder.hasPrefix($0 + "-") }
      guard let number = (exact.isEmpty ? numbers : exact).max(by: { ($0.count, $1) < ($1.count, $0) }) else {
        continue
      }
      if let other = owned[number] {
        notes.append(
          Diagnostic(
            code: .dossierTwice,
            "deux dossiers portent le numéro « \(number) » : « \(other) » et « \(folder) »",
            advice: "les réunir en un seul", file: folder))
      } else {
        owned[number] = folder
      }
    }
    return owned
  }

  /// The name of a dossier that has no folder yet: its number, which stays whatever else is corrected.
  private static func name(of row: SessionWorkbook.Row) -> String? {
    let parts = row.number.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return String(parts.joined(separator: "-").prefix(FolderName.longest)).nonEmpty
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
