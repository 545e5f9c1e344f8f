import Schemas
import XML

/// The decisions of one sitting, put each in the folder of its request; a decision already there is never replaced.
package struct DecisionImport {
  package private(set) var written: [String] = []
  package private(set) var unchanged: [String] = []
  package private(set) var problems: [Diagnostic] = []

  package init(_ path: String, into folder: String) throws(Refusal) {
    guard let bytes = try Disk.read(path, named: path) else {
      throw Refusal(
        Diagnostic(code: "disk.missing", "le fichier n’existe pas", advice: "vérifier le chemin", file: path))
    }
    let shared = try Shared(session: folder, asOf: nil)
    let decisions: Decisions
    if path.lowercased().hasSuffix(".csv"), let certification: Certification = shared.holdings.value() {
      let (cases, wrong) = DecisionTable.read(try Spreadsheet(bytes, file: path), certification)
      decisions = Decisions(session: shared.session?.id ?? "", cases: cases)
      problems = wrong
    } else {
      decisions = try Decisions(xml: Schemas.read(Decisions.name, bytes, file: path))
    }
    if decisions.session != shared.session?.id {
      throw Refusal(
        Diagnostic(
          code: "decisions.session", "ces décisions sont celles de la session \(decisions.session)",
          advice: "donner le dossier de cette session", file: path))
    }
    let folders = try DecisionImport.folders(of: folder)
    for each in decisions.cases {
      guard let id = folders[each.number] else {
        problems.append(
          Diagnostic(
            code: "decisions.number", "aucune demande de la session ne porte le numéro \(each.number)",
            advice: "vérifier les dossiers de la session", file: path))
        continue
      }
      try save(each.decision, as: "\(folder)/\(id)/decision.xml", id)
    }
  }

  /// The dossiers of a session by the number of their request.
  private static func folders(of session: String) throws(Refusal) -> [String: String] {
    var folders: [String: String] = [:]
    for entry in try Disk.list(session) ?? [] where entry.kind == .folder {
      let file = "\(session)/\(entry.name)/request.xml"
      guard let bytes = try Disk.read(file, named: file),
        let request = try? Request(xml: Schemas.read(Request.name, bytes, file: file))
      else { continue }
      folders[request.number] = entry.name
    }
    return folders
  }

  private mutating func save(_ decision: Decision, as path: String, _ id: String) throws(Refusal) {
    let bytes = decision.xml.document(namespace: Schemas.namespace)
    do throws(Refusal) { _ = try Schemas.read(Decision.name, bytes, file: id) } catch {
      return problems += error.diagnostics
    }
    if let old = try Disk.read(path, named: path) {
      if old == bytes { return unchanged.append(id) }
      return problems.append(
        Diagnostic(
          code: "decisions.exists", "une autre décision est déjà là : elle n’est pas remplacée",
          advice: "une décision ne se change que par une autre décision du jury ; retirer d’abord l’ancienne",
          file: path))
    }
    _ = try Disk.replace(path, with: bytes)
    written.append(id)
  }
}
