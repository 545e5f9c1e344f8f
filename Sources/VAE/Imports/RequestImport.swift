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
    if let own = try SessionWorkbook.file(in: session) {
      throw Refusal(
        Diagnostic(
          code: .sessionTwice, "cette session est tenue dans son classeur : ses demandes y sont des lignes",
          advice: "y ajouter les lignes, puis lancer acquis run", file: own))
    }
    let second = try experiences.map { path throws(Refusal) in try Workbook(path) }
    let workbook = try SessionWorkbook(Workbook(requests), experiences: second)
    remarks = workbook.remarks
    for row in workbook.requests {
      do throws(Refusal) { try save(row.request.get(), at: row.place, session: session) } catch {
        problems += error.diagnostics
      }
    }
    problems += workbook.problems
  }

  /// Writes over another request only when a person asks for it: that one is kept.
  private mutating func save(_ request: Request, at place: String, session: String) throws(Refusal) {
    let id = RequestImport.folder(request)
    let path = "\(session)/\(id)/request.xml"
    let old = try Disk.read(path, named: path)
    let known = old.flatMap { try? Request(xml: Schemas.read(Request.name, $0, file: path)) }
    let request = known.map(request.keeping) ?? request
    let bytes = Schemas.document(request.xml)
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
            file: place))
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
    let parts = [request.number, request.person.birthName].map(FolderName.plain)
    return String(parts.filter { !$0.isEmpty }.joined(separator: "-").prefix(FolderName.longest))
  }
}

extension Request {
  /// This request, with what a table says nothing of in the one that it replaces: reminders, sendings, the check of the
  /// identity, pieces kept, what is known of each attachment.
  fileprivate func keeping(_ old: Request) -> Request {
    var new = self
    if held.isEmpty { new.held = old.held }
    if reception.reminders.isEmpty { new.reception.reminders = old.reception.reminders }
    if reception.sent.isEmpty { new.reception.sent = old.reception.sent }
    if reception.identityCheck == nil { new.reception.identityCheck = old.reception.identityCheck }
    if feasibility == nil { new.feasibility = old.feasibility }
    if advisers.isEmpty { new.advisers = old.advisers }
    if adjustments.isEmpty { new.adjustments = old.adjustments }
    new.attachments = attachments.map { one in old.attachments.first { $0.kind == one.kind } ?? one }
    return new
  }
}
