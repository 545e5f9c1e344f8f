import Artefacts
import XML

/// The awards of a session that the register has not taken yet, and those that cannot be told to it.
package struct AwardsToDeposit {
  package private(set) var awards: [Award] = []
  package private(set) var problems: [Diagnostic] = []
  package private(set) var taken = 0

  /// A request that a jury has decided on.
  package struct Case {
    let request: Request
    let deliberation: Deliberation
    /// The file of the request.
    let file: String

    package init(request: Request, deliberation: Deliberation, file: String) {
      (self.request, self.deliberation, self.file) = (request, deliberation, file)
    }
  }

  /// - Parameters:
  ///   - cases: in the order of their dossiers.
  ///   - ledger: what the register has taken so far.
  ///   - unread: what could not be read.
  package init(_ cases: [Case], session: Session, ledger: DepositLedger, unread: [Diagnostic] = []) {
    problems = unread
    let known = Set(ledger.deposited.filter { $0.deletedOn == nil }.map(\.id))
    for decided in cases { take(decided, session: session, known: known) }
  }

  private mutating func take(_ decided: Case, session: Session, known: Set<String>) {
    let deliberation = decided.deliberation
    guard let sitting = deliberation.sitting else { return }
    let isAwarded = deliberation.state == .recorded && deliberation.result == .full
    let award = Award(
      session: session, request: decided.request, awardedOn: sitting.date,
      again: isAwarded && deliberation.revocation != nil)
    if isAwarded { add(award, known, file: decided.file) }
    let first = award.first
    if known.contains(first) && !(isAwarded && award.id == first) {
      problems.append(
        Diagnostic(
          code: .registryRevoked,
          "le registre tient cette certification pour délivrée, et cette décision-là ne l’est plus",
          advice:
            "demander à la Caisse des dépôts de supprimer le passage \(first), puis noter deletedOn dans ledger.xml",
          file: decided.file))
    }
  }

  private mutating func add(_ award: Award, _ known: Set<String>, file: String) {
    if known.contains(award.id) { return taken += 1 }
    if awards.contains(where: { $0.id == award.id }) {
      return problems.append(
        Diagnostic(
          code: .registryTwice, "deux demandes portent le même numéro", advice: "corriger le numéro",
          file: file))
    }
    problems += award.cuts.map {
      Diagnostic(
        .warning, code: .registryCut, "\($0) : le format n’en prend que soixante caractères",
        advice: "vérifier que l’identité reste reconnaissable", file: file)
    }
    if award.problems.isEmpty { return awards.append(award) }
    problems.append(
      Diagnostic(
        code: .registryBirth, French.list(award.problems),
        advice: "compléter la rubrique 3 de la demande : sans elle, l’identité ne serait pas retrouvée",
        file: file))
  }
}

extension DepositLedger {
  /// Takes down what a report says was taken.
  /// - Parameter numbers: those of the requests that a jury of the session has awarded, even if it took that back.
  /// - Returns: the passages of this session, and those that are of no award of it, which are not kept.
  package mutating func take(
    _ report: DepositReport, numbers: Set<String>
  ) -> (own: [String], strange: [String]) {
    // The identifiers that a report on this session can name end in the number of one of its requests.
    func isOwn(_ id: String) -> Bool {
      numbers.contains { id.hasSuffix("-" + $0) || id.contains("-\($0)-2") }
    }
    let own = report.accepted.filter(isOwn)
    let known = Set(deposited.map(\.id))
    deposited += Set(own).subtracting(known).sorted().map {
      Deposited(id: $0, file: report.file, deletedOn: nil)
    }
    return (own, report.accepted.filter { !isOwn($0) })
  }
}
