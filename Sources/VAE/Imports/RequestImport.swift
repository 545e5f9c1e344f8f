import Artefacts
import Files
import Language
import Reading
import Schemas
import XML

/// Requests from the advisers’ spreadsheet: one line a request, one line an experience, tied by the number.
/// Nothing is written for a line that has a problem; every good line is imported.
package struct RequestImport {
  package private(set) var written: [String] = []
  package private(set) var unchanged: [String] = []
  package private(set) var problems: [Diagnostic] = []
  private var set: WholeSet

  package init(requests: String, experiences: String?, into session: String) throws(Refusal) {
    set = WholeSet(in: session)
    do throws(Refusal) { try fill(requests, experiences, session) } catch {
      set.abandon()
      throw error
    }
    try set.keep()
  }

  private mutating func fill(
    _ requests: String, _ experiences: String?, _ session: String
  ) throws(Refusal) {
    let table = try RequestImport.table(requests)
    try require(RequestTable.columns.prefix(3) + ["nom_naissance", "recue_le"], in: table)
    let lived = try experiences.map { path throws(Refusal) in try read(experiences: path) } ?? [:]
    var lines: [String: Int] = [:]
    for index in table.rows.indices {
      var line = TableLine(table, index)
      if line.isEmpty { continue }
      let number = line.text("numero") ?? ""
      if let other = lines.updateValue(line.number, forKey: number), !number.isEmpty {
        line.note(
          "numero", "« \(number) » est déjà à la ligne \(other)", advice: "donner à chaque demande son numéro"
        )
      }
      let request = RequestTable.request(&line, lived[number]?.experiences ?? [])
      for problem in lived[number]?.problems ?? [] { problems.append(problem) }
      problems += line.problems
      if line.problems.isEmpty, lived[number]?.problems.isEmpty ?? true {
        try save(request, line, session: session)
      }
    }
    for number in lived.keys.sorted() where lines[number] == nil {
      problems.append(
        Diagnostic(
          code: .tableOrphan, "des expériences portent le numéro « \(number) », qu’aucune demande ne porte",
          advice: "corriger la colonne « numero »", file: experiences))
    }
  }

  private static func table(_ path: String) throws(Refusal) -> Spreadsheet { try Spreadsheet(path) }

  private func require(_ columns: some Sequence<String>, in table: Spreadsheet) throws(Refusal) {
    let missing = columns.filter { !table.heads.contains(Spreadsheet.plain($0)) }
    if missing.isEmpty { return }
    throw Refusal(
      Diagnostic(
        code: .tableColumns, "il manque la colonne \(French.list(missing.map { "« \($0) »" }))",
        advice: "partir de « acquis template requests.csv »", file: table.file, line: 1))
  }

  private func read(
    experiences path: String
  ) throws(Refusal) -> [String: (experiences: [Experience], problems: [Diagnostic])] {
    let table = try RequestImport.table(path)
    try require(["numero", "statut", "debut", "emploi"], in: table)
    var lived: [String: (experiences: [Experience], problems: [Diagnostic])] = [:]
    for index in table.rows.indices {
      var line = TableLine(table, index)
      if line.isEmpty { continue }
      let number = line.required("numero")
      let experience = RequestTable.experience(&line)
      lived[number, default: ([], [])].experiences.append(experience)
      lived[number, default: ([], [])].problems += line.problems
    }
    return lived
  }

  /// Validates the request as any other, and never writes over another one.
  private mutating func save(_ request: Request, _ line: TableLine, session: String) throws(Refusal) {
    let id = RequestImport.folder(request)
    let path = "\(session)/\(id)/request.xml"
    let bytes = Schemas.document(request.xml)
    do throws(Refusal) {
      _ = try Request(xml: Schemas.read(Request.name, bytes, file: line.file))
    } catch {
      problems += error.diagnostics.map {
        Diagnostic(
          code: $0.code, $0.message, advice: $0.advice, file: line.file, line: line.number, path: $0.path)
      }
      return
    }
    if let old = try Disk.read(path, named: path) {
      if isSame(old, as: request, file: path) { return unchanged.append(id) }
      return problems.append(
        Diagnostic(
          code: .tableExists,
          "une autre demande est déjà dans \(id)/request.xml : elle n’est pas remplacée",
          advice: "supprimer ou corriger ce fichier à la main", file: line.file, line: line.number))
    }
    try set.add("\(id)/request.xml", bytes: bytes)
    written.append(id)
  }

  /// Whether a file holds that very request, whatever the version it was written with.
  private func isSame(_ bytes: [UInt8], as request: Request, file: String) -> Bool {
    (try? Request(xml: Schemas.read(Request.name, bytes, file: file))) == request
  }

  /// A folder’s name for people: number and name, in plain letters.
  private static func folder(_ request: Request) -> String {
    let parts = [request.number, request.person.birthName].map { text in
      text.split { !$0.isLetter && !$0.isNumber }.map { Tokenizer.plain(String($0)) }.joined(separator: "-")
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "-")
  }
}
