import XML

/// What the candidate declares, when the dossier came, and whether it keeps to the limits of the centre.
enum DossierRules {
  static func findings(
    _ dossier: Dossier, _ admissibility: Admissibility, _ inventory: Inventory, _ session: Session
  ) -> [Finding] {
    let found =
      [
        declared(
          "dossier.authentic", dossier.declarations.authentic,
          "Le candidat déclare ses preuves authentiques.",
          "Le candidat n’a pas déclaré ses preuves authentiques."),
        declared(
          "dossier.masked", dossier.declarations.masked,
          "Le candidat déclare avoir masqué les données de tiers.",
          "Le candidat n’a pas déclaré avoir masqué les données de tiers."),
        deadline(dossier.submittedOn, session.calendar.depositBy),
        validity(dossier.submittedOn, admissibility.clock),
      ] + limits(dossier, inventory, session.parameters) + reading(dossier)
    return found.map { waived($0, admissibility.identity.number, session.waivers) }
      + [FileFindings.antivirus(inventory, session.parameters)]
  }

  private static func declared(_ rule: String, _ made: Bool, _ yes: String, _ no: String) -> Finding {
    made
      ? Finding(rule, .satisfied, yes)
      : Finding(rule, .notSatisfied, no, remedy: "Obtenir la déclaration avant l’entretien.")
  }

  private static func deadline(_ day: Day?, _ limit: Day?) -> Finding {
    let rule = "dossier.deadline"
    guard let day else { return undated(rule) }
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
        remedy: "Décider si le dossier est examiné à cette session, et noter la dérogation (waiver).")
  }

  private static func undated(_ rule: String) -> Finding {
    Finding(
      rule, .toDecide, "Le dossier ne dit pas quand il a été déposé.",
      remedy: "Ajouter la ligne « Date de dépôt : JJ/MM/AAAA » au document du candidat.")
  }

  private static func validity(_ day: Day?, _ clock: Clock) -> Finding {
    let rule = "dossier.validity"
    guard let until = clock.validUntil else {
      return Finding(rule, .notEvaluated, "La fin de validité de la recevabilité n’est pas connue.")
    }
    guard let day else { return undated(rule) }
    let figures = [("déposé le", day.label), ("recevabilité valable jusqu’au", until.label)]
    return day <= until
      ? Finding(
        rule, .satisfied, "Le dossier est déposé pendant la validité de la recevabilité.", figures: figures)
      : Finding(
        rule, .toDecide, "Le dossier est déposé après la fin de validité de la recevabilité.",
        figures: figures,
        remedy: "Décider si le dossier est examiné, et noter la dérogation (waiver).")
  }

  /// What the centre set in advance; what it did not set is not checked, and not told.
  private static func limits(
    _ dossier: Dossier, _ inventory: Inventory, _ parameters: Parameters
  ) -> [Finding] {
    func words() -> Int {
      dossier.situations.flatMap(\.sections).flatMap(\.paragraphs)
        .reduce(0) { $0 + Tokenizer.tokens($1).count }
    }
    let bytes = inventory.files.reduce(0) { $0 + $1.size }
    let pages = inventory.files.reduce(0) { $0 + ($1.pages ?? 1) }
    let rules: [(String, String, Int?, () -> Int)] = [
      ("limits.situations", "situations décrites", parameters.situations, { dossier.situations.count }),
      ("limits.words", "mots des situations", parameters.words, words),
      ("limits.pages", "pages des pièces", parameters.pages, { pages }),
      ("limits.size", "Mo de pièces", parameters.totalMegabytes, { (bytes + (1 << 20) - 1) >> 20 }),
    ]
    return rules.compactMap { rule, what, limit, measure in
      guard let limit else { return nil }
      let count = measure()
      let figures = [(what, French.number(count)), ("limite du centre", French.number(limit))]
      return count <= limit
        ? Finding(rule, .satisfied, "La limite du centre est respectée : \(what).", figures: figures)
        : Finding(
          rule, .toDecide, "La limite du centre est dépassée : \(what).", figures: figures,
          remedy: "Demander une version plus courte, ou noter une dérogation (waiver) dans session.xml.")
    }
  }

  /// What of the candidate’s own document was not recognised.
  private static func reading(_ dossier: Dossier) -> [Finding] {
    guard let origin = dossier.origin else { return [] }
    if dossier.notes.isEmpty {
      return [Finding("dossier.reading", .satisfied, "Tout le document « \(origin) » est reconnu.")]
    }
    return [
      Finding(
        "dossier.reading", .toDecide,
        "Le document « \(origin) » s’écarte du modèle : \(French.count(dossier.notes.count, "remarque", "remarques")).",
        figures: dossier.notes.map { ($0.place, $0.text) },
        remedy: "Relire dossier.xml produit dans les résultats, et corriger le document du candidat.")
    ]
  }

  /// A departure granted by a person turns a point to decide into a satisfied one, its reason said.
  private static func waived(_ finding: Finding, _ number: String, _ waivers: [Waiver]) -> Finding {
    guard finding.result == .toDecide,
      let waiver = waivers.last(where: { $0.number == number && $0.rule == finding.rule })
    else { return finding }
    return Finding(
      finding.rule, .satisfied, "\(finding.message) Dérogation : \(waiver.reason)",
      figures: finding.figures.map { ($0.name, $0.value) }
        + [("dérogation", "\(waiver.by), le \(waiver.date.label)")])
  }
}
