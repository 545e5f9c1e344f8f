import Artefacts
import Language

/// What the candidate declares, when the dossier came, and whether it keeps to the limits of the centre.
enum DossierRules {
  static func findings(
    _ dossier: Dossier, _ admissibility: Admissibility, inventory: Inventory, session: Session
  ) -> [Finding] {
    let found =
      [
        declared(
          Rule.dossierAuthentic, dossier.declarations.authentic,
          yes: "Le candidat déclare ses preuves authentiques.",
          no: "Le candidat n’a pas déclaré ses preuves authentiques."),
        declared(
          Rule.dossierMasked, dossier.declarations.masked,
          yes: "Le candidat déclare avoir masqué les données de tiers.",
          no: "Le candidat n’a pas déclaré avoir masqué les données de tiers."),
        deadline(dossier.submittedOn, session.calendar.depositBy),
        validity(dossier.submittedOn, admissibility.clock),
      ] + limits(dossier, inventory, parameters: session.parameters) + reading(dossier)
    return found.map { $0.waived(for: admissibility.identity.number, by: session.waivers) }
      + [
        FileFindings.antivirus(inventory, session.parameters),
        FileFindings.pictures(inventory, session.parameters),
      ].compactMap { $0 }
  }

  private static func declared(_ rule: Rule, _ made: Bool, yes: String, no: String) -> Finding {
    made
      ? rule.satisfied(yes)
      : rule.notSatisfied(no, remedy: "Obtenir la déclaration avant l’entretien.")
  }

  private static func deadline(_ day: Day?, _ limit: Day?) -> Finding {
    let rule = Rule.dossierDeadline
    guard let day else { return undated(rule) }
    guard let limit else {
      return rule.notEvaluated(
        "La session ne fixe pas de date limite de dépôt.", figures: [("déposé le", day.label)])
    }
    let figures = [("déposé le", day.label), ("date limite", limit.label)]
    return day <= limit
      ? rule.satisfied("Le dossier est déposé dans le délai de la session.", figures: figures)
      : rule.toDecide(
        "Le dossier est déposé après la date limite de la session.", figures: figures,
        remedy: "Décider si le dossier est examiné à cette session, et noter la dérogation dans la session.")
  }

  private static func undated(_ rule: Rule) -> Finding {
    rule.toDecide(
      "Le dossier ne dit pas quand il a été déposé.",
      remedy: "Ajouter la ligne « Date de dépôt : JJ/MM/AAAA » au document du candidat.")
  }

  private static func validity(_ day: Day?, _ clock: Clock) -> Finding {
    let rule = Rule.dossierValidity
    guard let until = clock.validUntil else {
      return rule.notEvaluated("La fin de validité de la recevabilité n’est pas connue.")
    }
    guard let day else { return undated(rule) }
    let figures = [("déposé le", day.label), ("recevabilité valable jusqu’au", until.label)]
    return day <= until
      ? rule.satisfied("Le dossier est déposé pendant la validité de la recevabilité.", figures: figures)
      : rule.toDecide(
        "Le dossier est déposé après la fin de validité de la recevabilité.", figures: figures,
        remedy: "Décider si le dossier est examiné, et noter la dérogation dans la session.")
  }

  /// What the centre set in advance; what it did not set is not checked, and not told.
  private static func limits(
    _ dossier: Dossier, _ inventory: Inventory, parameters: Parameters
  ) -> [Finding] {
    func words() -> Int {
      dossier.situations.flatMap(\.sections).flatMap(\.paragraphs)
        .reduce(0) { $0 + Tokenizer.tokens($1).count }
    }
    let bytes = inventory.files.reduce(0) { $0 + $1.size }
    let pages = inventory.files.reduce(0) { $0 + ($1.pages ?? 1) }
    let rules: [(Rule, String, Int?, () -> Int)] = [
      (Rule.limitsSituations, "situations décrites", parameters.situations, { dossier.situations.count }),
      (Rule.limitsWords, "mots des situations", parameters.words, words),
      (Rule.limitsPages, "pages des pièces", parameters.pages, { pages }),
      (Rule.limitsSize, "Mo de pièces", parameters.totalMegabytes, { (bytes + (1 << 20) - 1) >> 20 }),
    ]
    return rules.compactMap { rule, what, limit, measure in
      guard let limit else { return nil }
      let count = measure()
      let figures = [(what, French.number(count)), ("limite du centre", French.number(limit))]
      return count <= limit
        ? rule.satisfied("La limite du centre est respectée : \(what).", figures: figures)
        : rule.toDecide(
          "La limite du centre est dépassée : \(what).", figures: figures,
          remedy: "Demander une version plus courte, ou noter une dérogation dans la session.")
    }
  }

  /// What of the candidate’s own document was not recognised.
  private static func reading(_ dossier: Dossier) -> [Finding] {
    guard let origin = dossier.origin else { return [] }
    if dossier.notes.isEmpty {
      return [Rule.dossierReading.satisfied("Tout le document « \(origin) » est reconnu.")]
    }
    return [
      Rule.dossierReading.toDecide(
        "Le document « \(origin) » s’écarte du modèle : \(French.count(dossier.notes.count, "remarque", many: "remarques")).",
        figures: dossier.notes.map { ($0.place, $0.text) },
        remedy: "Comparer avec le document du candidat, et le lui faire corriger au besoin.")
    ]
  }
}
