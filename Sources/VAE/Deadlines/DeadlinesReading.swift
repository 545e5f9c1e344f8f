import Artefacts
import Engine
import XML

extension Deadlines {
  /// The deadlines of every request of an output folder, and what could not be read.
  package static func read(_ out: String) throws(Refusal) -> (
    deadlines: [SessionDeadline], problems: [Diagnostic]
  ) {
    let results = try Results(out)
    let ledger = try DepositLedger.read(out)
    var deadlines: [SessionDeadline] = []
    var problems: [Diagnostic] = []
    let gone = try Publication.gone(from: results)
    for dossier in results.dossiers {
      if gone.contains(dossier) {
        problems.append(
          Diagnostic(
            .warning, code: .dossierGone,
            "ce dossier n’est plus dans la session : ses échéances ne sont pas listées",
            advice: "vérifier, puis le supprimer des résultats à la main", file: "\(out)/\(dossier)"))
        continue
      }
      do throws(Refusal) {
        guard let admissibility: Admissibility = try results.read(dossier),
          let known: DossierDeadlines = try results.read(dossier)
        else { continue }
        let number = admissibility.identity.number
        deadlines += known.all.filter { $0.kind != .register || !ledger.holds(number) }
          .map { SessionDeadline($0, dossier: dossier, number: number) }
      } catch {
        problems += error.diagnostics
      }
    }
    return (sorted(merged(deadlines)), problems)
  }

  /// What is due for the session stands once, whatever the number of its dossiers.
  private static func merged(_ deadlines: [SessionDeadline]) -> [SessionDeadline] {
    let shared = Set(deadlines.map(\.deadline).filter(\.kind.isOfSession))
    return deadlines.filter { !$0.deadline.kind.isOfSession }
      + shared.map { SessionDeadline($0, dossier: "session", number: "") }
  }
}
