import Artefacts
import Engine
import Exchange
import Files
import Schemas
import XML

extension DepositLedger {
  /// Beside the results, because a new run must not forget it.
  private static func file(in out: String) -> String { "\(out)/ledger.xml" }

  /// What was taken down beside some results; empty when nothing was.
  package static func read(_ out: String) throws(Refusal) -> DepositLedger {
    let path = file(in: out)
    guard let bytes = try Disk.read(path, named: path) else { return DepositLedger(deposited: []) }
    return try DepositLedger(xml: Schemas.read(DepositLedger.name, bytes, file: path))
  }

  fileprivate func save(in out: String) throws(Refusal) {
    try Disk.replace(DepositLedger.file(in: out), with: Schemas.document(xml))
  }
}

/// What a session tells the national register, and what the register answers.
package enum AwardDeposit {
  /// What the register calls the centre of a session.
  package static func parameters(of folder: String) throws(Refusal) -> DepositAccount {
    if let registry = try Shared(session: folder, asOf: nil).session?.registry { return registry }
    throw Refusal(
      Diagnostic(
        code: .registryParameters, "la session ne dit pas les identifiants du centre au registre national",
        advice: "ajouter <registry client=\"…\" contract=\"…\"/> après parameters",
        file: folder + "/session.xml"))
  }

  /// The awards that the register has not taken yet.
  package static func export(session folder: String, out: String) throws(Refusal) -> AwardsToDeposit {
    let panel = try SessionResults(session: folder, out: out)
    let ledger = try DepositLedger.read(out)
    try panel.freshness.check()
    var cases: [AwardsToDeposit.Case] = []
    var unread: [Diagnostic] = []
    for dossier in panel.results.dossiers {
      do throws(Refusal) {
        guard let deliberation: Deliberation = try panel.results.read(dossier),
          deliberation.sitting != nil, let request = try panel.request(of: dossier)
        else { continue }
        cases.append(
          .init(request: request, deliberation: deliberation, file: panel.requestFile(of: dossier)))
      } catch {
        unread += error.diagnostics
      }
    }
    return AwardsToDeposit(cases, session: panel.session, ledger: ledger, unread: unread)
  }

  /// Keeps what a report says was taken.
  /// - Returns: the passages of this session, and those that are of no award of it, which are not kept.
  package static func keep(
    _ report: DepositReport, out: String
  ) throws(Refusal) -> (own: [String], strange: [String]) {
    var ledger = try DepositLedger.read(out)
    let taken = ledger.take(report, numbers: try numbers(out))
    try ledger.save(in: out)
    return taken
  }

  /// The numbers of the requests that a jury has awarded, even if it took that back.
  private static func numbers(_ out: String) throws(Refusal) -> Set<String> {
    let results = try Results(out)
    var numbers: Set<String> = []
    for dossier in results.dossiers {
      if let deliberation: Deliberation = try results.read(dossier),
        deliberation.result == .full || deliberation.revocation?.previous == .full,
        let admissibility: Admissibility = try results.read(dossier)
      {
        numbers.insert(admissibility.identity.number)
      }
    }
    return numbers
  }
}
