import Artefacts
import XML

/// What is due for a dossier, from the request to the archive, and what is near: told before, not after.
package func listDeadlines(
  _ admissibility: Admissibility, _ request: Request, _ session: Session, _ regimes: Regimes,
  _ intake: Intake?, _ interview: Interview?, _ deliberation: Deliberation?, _ ledger: DepositLedger?
) throws(Refusal) -> DossierDeadlines? {
  let regime = regimes.regime(
    ofPathBegunOn: request.reception.initiatedOn, onPortal: session.parameters.onNationalPortal)
  var due = AnswerDeadlines.due(admissibility)
  var unset: [Finding] = []
  if admissibility.outcome == .receivable {
    let path = PathDeadlines(
      admissibility: admissibility, session: session, regime: regime, intake: intake, interview: interview,
      deliberation: deliberation)
    due += path.due
    if let deliberation, let sitting = deliberation.sitting, deliberation.state == .recorded {
      let result = ResultDeadlines(
        request: request, session: session, regimes: regimes, regime: regime, sitting: sitting)
      due += result.due
      unset = result.unset
      due += [ResultDeadlines.register(deliberation, ledger, number: request.number)].compactMap { $0 }
    }
  }
  let sorted = due.sorted { ($0.date, $0.kind.rawValue) < ($1.date, $1.kind.rawValue) }
  return DossierDeadlines(
    all: sorted, findings: sorted.compactMap { DeadlineAlert.finding($0, asOf: session.asOf) } + unset)
}
