import Artefacts
import XML

/// The dossier as received: each listed item bound to its file, every anomaly told. An anomaly never stops a
/// dossier; a request that is not receivable does.
package func takeIn(
  _ admissibility: Admissibility, _ request: Request, _ dossier: Dossier, _ inventory: Inventory,
  _ session: Session
) throws(Refusal) -> Intake? {
  guard admissibility.outcome == .receivable else { return nil }
  let binding = EvidenceBinding(dossier.evidence, inventory, parameters: session.parameters)
  let support = EvidenceSupport.support(of: dossier, binding.items)
  let findings =
    [Ownership.finding(dossier, of: request), identity(request.reception.identityCheck)]
    + DossierRules.findings(dossier, admissibility, inventory: inventory, session: session) + binding.findings
    + ReferenceRules.findings(dossier)
    + support.map { EvidenceSupport.finding($0, dossier, parameters: session.parameters) }
  let sound = findings.allSatisfy { $0.result == .satisfied || $0.result == .notEvaluated }
  return Intake(
    state: sound ? .complete : .withAnomalies, submittedOn: dossier.submittedOn,
    situations: dossier.situations,
    items: binding.items, support: support, findings: findings)
}

/// Whether someone has seen the candidate’s identity paper (domain reference 7, S2).
private func identity(_ check: IdentityCheck?) -> Finding {
  guard let check else {
    return Rule.dossierIdentity.notEvaluated(
      "Le contrôle de l’identité du candidat n’est pas noté.",
      remedy: "Voir la pièce d’identité, puis noter le jour et le nom de qui l’a vue.")
  }
  return Rule.dossierIdentity.satisfied(
    "L’identité du candidat est contrôlée.", figures: [("le", check.date.label), ("par", check.by)])
}
