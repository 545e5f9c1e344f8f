import Artefacts
import Files
import Language
import Reading
import Schemas
import XML

/// Requests from the advisers’ spreadsheet: one line a request, one line an experience, tied by the number. The lines are
/// two tables of text, or two sheets of a workbook. Nothing is written for a line that has a problem; every good line is
/// imported.
package struct RequestImport {
  package private(set) var written: [String] = []
  package private(set) var replaced: [String] = []
  package private(set) var unchanged: [String] = []
  package private(set) var problems: [Diagnostic] = []
  /// Worth knowing, and keeping nothing from being imported.
  package private(set) var remarks: [Diagnostic] = []
  private let replacing: Bool
  private var set: WholeSet

  /// - Parameters:
  ///   - experiences: the table of the experiences, when it is a file of its own.
  ///   - replacing: whether a request already there is replaced by what its line says now; what a table does not hold of it is
  ///     kept.
  package init(
    requests: String, experiences: String?, into session: String, replacing: Bool = false
  ) throws(Refusal) {
    set = WholeSet(in: session)
    self.replacing = replacing
    do throws(Refusal) { try fill(requests, experiences, session) } catch {
      set.abandon()
      throw error
    }
    try set.keep()
  }

  private mutating func fill(
    _ requests: String, _ experiences: String?, _ session: String
  ) throws(Refusal) {
    let workbook = try Workbook(requests)
    let second = try experiences.map { path throws(Refusal) in try Workbook(path) } ?? workbook
    guard
      let table = try workbook.table(
        named: ["demandes", "requests"], orFirst: true, headings: RequestTable.headings)
    else { return }
    try check(
      table, RequestTable.headings,
      obligatory: ["numero", "certification", "sexe", "nom_naissance", "prenoms", "naissance_le", "recue_le"])
    let lived = try read(
      second.table(
        named: ["expériences", "expérience", "experiences"], orFirst: experiences != nil,
        headings: RequestTable.experienceHeadings))
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
      problems += (lived[number]?.problems ?? []) + line.problems
      if lived[number] == nil {
        remarks.append(
          Diagnostic(
            .warning, code: .tableOrphan, "la demande « \(number) » n’a aucune ligne d’expérience",
            advice: "vérifier son numéro dans le tableau des expériences", file: line.file, line: line.number)
        )
      }
      if line.problems.isEmpty, lived[number]?.problems.isEmpty ?? true {
        try save(request, line, session: session)
      }
    }
    tellOrphans(lived, lines)
  }

  /// Experiences of nobody, and the number that was perhaps meant.
  private mutating func tellOrphans(_ lived: [String: Lived], _ lines: [String: Int]) {
    for number in lived.keys.sorted() where lines[number] == nil {
      let near = NearestName.nearest(to: number, among: lines.keys.sorted())
      problems.append(
        Diagnostic(
          code: .tableOrphan, "des expériences portent le numéro « \(number) », qu’aucune demande ne porte",
          advice: (near.map { "est-ce « \($0) » ? " } ?? "") + "corriger la colonne « numero »",
          file: lived[number]?.file, line: lived[number]?.line))
    }
  }

  /// The columns of a table are told once: those that are missing, those that are not read.
  private mutating func check(
    _ table: Spreadsheet, _ headings: Headings, obligatory: [String]
  ) throws(Refusal) {
    let missing = obligatory.filter { !table.heads.contains(Spreadsheet.plain($0)) }
    if !missing.isEmpty {
      throw Refusal(
        Diagnostic(
          code: .tableColumns, "il manque la colonne \(French.list(missing.map { "« \($0) »" }))",
          advice: "partir de « acquis template requests.csv »", file: table.file, line: table.headingLine))
    }
    let unknown = table.unknown(headings)
    if !unknown.isEmpty {
      remarks.append(
        Diagnostic(
          .warning, code: .tableColumns,
          "colonnes que l’outil ne connaît pas, et n’a pas lues : \(French.list(unknown.map { "« \($0) »" }))",
          advice: "rien à faire si elles sont à vous ; sinon, corriger leur titre", file: table.file))
    }
  }

  /// What the lines of one number say.
  private struct Lived {
    var experiences: [Experience] = []
    var problems: [Diagnostic] = []
    let file: String
    let line: Int
  }

  private mutating func read(_ table: Spreadsheet?) throws(Refusal) -> [String: Lived] {
    guard let table else { return [:] }
    try check(
      table, RequestTable.experienceHeadings, obligatory: ["numero", "statut", "debut", "emploi"])
    var lived: [String: Lived] = [:]
    for index in table.rows.indices {
      var line = TableLine(table, index)
      if line.isEmpty { continue }
      let number = line.required("numero")
      let experience = RequestTable.experience(&line)
      var one = lived[number] ?? Lived(file: line.file, line: line.number)
      one.experiences.append(experience)
      one.problems += line.problems
      lived[number] = one
    }
    return lived
  }

  /// Validates the request as any other, and writes over another one only when a person asks for it: that one is kept.
  private mutating func save(_ request: Request, _ line: TableLine, session: String) throws(Refusal) {
    let id = RequestImport.folder(request)
    let path = "\(session)/\(id)/request.xml"
    let old = try Disk.read(path, named: path)
    let known = old.flatMap { try? Request(xml: Schemas.read(Request.name, $0, file: path)) }
    let request = known.map(request.keeping) ?? request
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
    if known == request { return unchanged.append(id) }
    if let old {
      // Of one that does not read, what a table does not hold could not be kept.
      guard replacing, known != nil else {
        return problems.append(
          Diagnostic(
            code: .tableExists,
            known == nil
              ? "la demande déjà dans \(id)/request.xml ne se lit pas : elle n’est pas remplacée"
              : "une autre demande est déjà dans \(id)/request.xml : elle n’est pas remplacée",
            advice: known == nil
              ? "la corriger (acquis check), ou l’ôter, puis relancer"
              : "relancer avec --replace pour la mettre à jour ; l’ancienne est gardée dans .replaced",
            file: line.file, line: line.number))
      }
      try set.add("\(WholeSet.replaced)/\(id)-request-\(Digest.of(old).prefix(8)).xml", bytes: old)
      replaced.append(id)
    } else {
      written.append(id)
    }
    try set.add("\(id)/request.xml", bytes: bytes)
  }

  /// A folder’s name for people: number and name, in plain letters.
  private static func folder(_ request: Request) -> String {
    let parts = [request.number, request.person.birthName].map { text in
      text.split { !$0.isLetter && !$0.isNumber }.map { Tokenizer.plain(String($0)) }.joined(separator: "-")
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "-")
  }
}

extension Request {
  /// This request, with what a table does not hold of the one that it replaces: reminders, sendings, the check of the identity,
  /// pieces kept, what is known of each attachment.
  fileprivate func keeping(_ old: Request) -> Request {
    var new = self
    new.held = old.held
    new.reception.reminders = old.reception.reminders
    new.reception.sent = old.reception.sent
    new.reception.identityCheck = old.reception.identityCheck
    new.attachments = attachments.map { one in old.attachments.first { $0.kind == one.kind } ?? one }
    return new
  }
}
