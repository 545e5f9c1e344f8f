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
    let known = Set(try RegistryExport.ledger(out).deposited.filter { $0.deletedOn == nil }.map(\.id))
    try Freshness(session: folder, out: out, shared: shared).check()
    for entry in try Forms.folders(of: out) {
      do throws(Refusal) {
        guard let deliberation: Deliberation = try Forms.read("\(out)/\(entry.name)"),
          let sitting = deliberation.sitting,
          let (bytes, name) = try Folder(id: entry.name, session: folder, out: out).source(Request.name)
        else { continue }
        let file = "\(folder)/\(name)"
        let request = try Request(xml: Schemas.read(Request.name, bytes, file: file))
        let isAwarded = deliberation.state == .recorded && deliberation.result == .full
        let award = Award(
          session: session, request: request, awardedOn: sitting.date,
          again: isAwarded && deliberation.revocation != nil)
        if isAwarded { add(award, known, file) }
        let first = award.first
        if known.contains(first) && !(isAwarded && award.id == first) {
          problems.append(
            Diagnostic(
              code: "registry.revoked",
              "le registre tient cette certification pour délivrée, et cette décision-là ne l’est plus",
              advice:
                "demander à la Caisse des dépôts de supprimer le passage \(first), puis noter deletedOn dans ledger.xml",
              file: file))
        }
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
    problems += award.cuts.map {
      Diagnostic(
        .warning, code: "registry.cut", "\($0) : le format n’en prend que soixante caractères",
        advice: "vérifier que l’identité reste reconnaissable", file: file)
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

  /// The identifiers that a report on this session can name: those that end in the number of one of its requests.
  private static func isOwn(_ id: String, in numbers: Set<String>) -> Bool {
    numbers.contains { id.hasSuffix("-" + $0) || id.contains("-\($0)-2") }
  }

  /// The numbers of the requests of an output folder that a jury has awarded, even if it took that back.
  private static func numbers(_ out: String) throws(Refusal) -> Set<String> {
    var numbers: Set<String> = []
    for entry in try Forms.folders(of: out) {
      if let deliberation: Deliberation = try Forms.read("\(out)/\(entry.name)"),
        deliberation.result == .full || deliberation.revocation?.previous == .full,
        let admissibility: Admissibility = try Forms.read("\(out)/\(entry.name)")
      {
        numbers.insert(admissibility.identity.number)
      }
    }
    return numbers
  }

  /// Keeps what a report says was taken.
  /// - Returns: the passages of this session, and those that are of no award of it, which are not kept.
  package static func keep(
    _ report: RegistryReport, out: String
  ) throws(Refusal) -> (own: [String], strange: [String]) {
    let numbers = try numbers(out)
    let own = report.accepted.filter { isOwn($0, in: numbers) }
    var ledger = try ledger(out)
    let known = Set(ledger.deposited.map(\.id))
    ledger.deposited += Set(own).subtracting(known).sorted().map {
      Deposited(id: $0, file: report.file, deletedOn: nil)
    }
    _ = try Disk.replace("\(out)/\(ledgerName)", with: ledger.xml.document(namespace: Schemas.namespace))
    return (own, report.accepted.filter { !isOwn($0, in: numbers) })
  }
}
