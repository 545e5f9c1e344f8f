import Schemas
import XML

/// The awards of a session that the register has not taken yet, and those that cannot be told to it.
package struct RegistryExport {
  package private(set) var awards: [Award] = []
  package private(set) var problems: [Diagnostic] = []
  package private(set) var taken = 0

  /// Beside the results, because a new run must not forget it.
  package static let ledgerName = "ledger.xml"

  /// - Parameters:
  ///   - folder: the session.
  ///   - out: its results.
  package init(session folder: String, out: String) throws(Refusal) {
    let shared = try Shared(session: folder, asOf: nil)
    guard let session = shared.session else { return }
    let known = Set(try RegistryExport.ledger(out).deposited.map(\.id))
    for entry in try Disk.list(out) ?? [] where entry.kind == .folder {
      do throws(Refusal) {
        guard let deliberation: Deliberation = try Forms.read("\(out)/\(entry.name)"),
          deliberation.state == .recorded, deliberation.result == .full, let sitting = deliberation.sitting,
          let (bytes, file) = try Folder(id: entry.name, session: folder, out: out).source(Request.name)
        else { continue }
        let request = try Request(xml: Schemas.read(Request.name, bytes, file: file))
        add(Award(session: session, request: request, awardedOn: sitting.date), known, file)
      } catch {
        problems += error.diagnostics
      }
    }
  }

  private mutating func add(_ award: Award, _ known: Set<String>, _ file: String) {
    if known.contains(award.id) { return taken += 1 }
    if awards.contains(where: { $0.id == award.id }) {
      return problems.append(
        Diagnostic(
          code: "registry.twice", "deux demandes portent le même numéro", advice: "corriger le numéro",
          file: file))
    }
    if award.problems.isEmpty { return awards.append(award) }
    problems.append(
      Diagnostic(
        code: "registry.birth", French.list(award.problems),
        advice: "compléter la rubrique 3 de la demande : sans elle, l’identité ne serait pas retrouvée",
        file: file))
  }

  package static func ledger(_ out: String) throws(Refusal) -> RegistryLedger {
    let path = "\(out)/\(ledgerName)"
    guard let bytes = try Disk.read(path, named: path) else { return RegistryLedger(deposited: []) }
    return try RegistryLedger(xml: Schemas.read(RegistryLedger.name, bytes, file: path))
  }

  /// Keeps what a report says was taken.
  package static func keep(_ report: RegistryReport, out: String) throws(Refusal) {
    guard Disk.exists("\(out)/\(SessionFolder.marker)") else {
      throw Refusal(
        Diagnostic(
          code: "out.missing", "ce dossier n’est pas un dossier de sortie d’acquis",
          advice: "donner le dossier qui suit -o dans « acquis run »", file: out))
    }
    var ledger = try ledger(out)
    let known = Set(ledger.deposited.map(\.id))
    ledger.deposited += Set(report.accepted).subtracting(known).sorted().map {
      Deposited(id: $0, file: report.file)
    }
    _ = try Disk.replace("\(out)/\(ledgerName)", with: ledger.xml.document(namespace: Schemas.namespace))
  }
}
