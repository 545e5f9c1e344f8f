import XML

/// The dossier as received: each listed item bound to its file, every anomaly told. An anomaly never stops a
/// dossier; a request that is not receivable does.
func takeIn(
  _ admissibility: Admissibility, _ dossier: Dossier, _ inventory: Inventory, _ session: Session
) throws(Refusal) -> Intake? {
  guard admissibility.outcome == .receivable else { return nil }
  let binding = EvidenceBinding(dossier.evidence, inventory, session.parameters)
  let findings =
    DossierRules.findings(dossier, admissibility, session) + binding.findings
    + ReferenceRules.findings(dossier)
  let sound = findings.allSatisfy { $0.result == .satisfied || $0.result == .notEvaluated }
  return Intake(
    state: sound ? .complete : .withAnomalies, submittedOn: dossier.submittedOn,
    situations: dossier.situations,
    items: binding.items, findings: findings)
}

/// What the candidate declares, and when the dossier came.
enum DossierRules {
  static func findings(_ dossier: Dossier, _ admissibility: Admissibility, _ session: Session) -> [Finding] {
    [
      declared(
        "dossier.authentic", dossier.declarations.authentic, "Le candidat déclare ses preuves authentiques.",
        "Le candidat n’a pas déclaré ses preuves authentiques."),
      declared(
        "dossier.masked", dossier.declarations.masked,
        "Le candidat déclare avoir masqué les données de tiers.",
        "Le candidat n’a pas déclaré avoir masqué les données de tiers."),
      deadline(dossier.submittedOn, session.calendar.depositBy),
      validity(dossier.submittedOn, admissibility.clock),
      Finding(
        "evidence.content", .notEvaluated,
        "Le contenu des pièces n’est pas lu (pages, texte, données de tiers, antivirus) : à vérifier par une personne."
      ),
    ]
  }

  private static func declared(_ rule: String, _ made: Bool, _ yes: String, _ no: String) -> Finding {
    made
      ? Finding(rule, .satisfied, yes)
      : Finding(rule, .notSatisfied, no, remedy: "Obtenir la déclaration avant l’entretien.")
  }

  private static func deadline(_ day: Day, _ limit: Day?) -> Finding {
    let rule = "dossier.deadline"
    guard let limit else {
      return Finding(
        rule, .notEvaluated, "La session ne fixe pas de date limite de dépôt.",
        figures: [("déposé le", day.label)])
    }
    let figures = [("déposé le", day.label), ("date limite", limit.label)]
    return day <= limit
      ? Finding(rule, .satisfied, "Le dossier est déposé dans le délai de la session.", figures: figures)
      : Finding(
        rule, .toDecide, "Le dossier est déposé après la date limite de la session.", figures: figures,
        remedy: "Décider si le dossier est examiné à cette session.")
  }

  private static func validity(_ day: Day, _ clock: Clock) -> Finding {
    let rule = "dossier.validity"
    guard let until = clock.validUntil else {
      return Finding(rule, .notEvaluated, "La fin de validité de la recevabilité n’est pas connue.")
    }
    let figures = [("déposé le", day.label), ("recevabilité valable jusqu’au", until.label)]
    return day <= until
      ? Finding(
        rule, .satisfied, "Le dossier est déposé pendant la validité de la recevabilité.", figures: figures)
      : Finding(
        rule, .toDecide, "Le dossier est déposé après la fin de validité de la recevabilité.",
        figures: figures,
        remedy: "Décider si le dossier est examiné, et noter la décision.")
  }
}
