import Artefacts

/// What the mapping has to say besides its links.
enum MappingRules {
  static func findings(
    _ intake: Intake, _ certification: Certification, review: Review?, ownership: Finding?,
    coverage: [Coverage], situations: [MappedSituation]
  ) -> [Finding] {
    var findings: [Finding] = []
    let gaps = coverage.filter { $0.level == .nothing }.map(\.capacity)
    findings.append(
      gaps.isEmpty
        ? Rule.mappingCoverage.satisfied("Chaque capacité est couverte par au moins une situation.")
        : Rule.mappingCoverage.toDecide(
          "Le dossier ne couvre pas \(French.list(gaps)).",
          remedy: "L’entretien peut y suppléer ; ce n’est jamais un motif de refus du dossier."))
    findings += contradictions(situations)
    let known = Set(coverage.map(\.capacity))
    let strange = Set(intake.situations.flatMap { $0.claims.map(\.capacity) }).subtracting(known)
    if !strange.isEmpty {
      findings.append(
        Rule.mappingClaim.notSatisfied(
          "Capacité revendiquée inconnue de la certification : \(French.list(strange.sorted())).",
          remedy: "Corriger le code dans le dossier du candidat."))
    }
    if let ownership, ownership.result != .satisfied { findings.append(ownership) }
    return findings + reviewed(review, intake, known: known)
  }

  /// What an adviser has confirmed, and whether it still speaks of these texts.
  /// - Parameter known: the codes of the certification.
  private static func reviewed(_ review: Review?, _ intake: Intake, known: Set<String>) -> [Finding] {
    guard let review else {
      return [
        Rule.mappingReview.notEvaluated(
          "Les rapprochements proposés n’ont pas été relus par un accompagnateur.")
      ]
    }
    if review.items.isEmpty {
      return [
        Rule.mappingReview.notEvaluated(
          "La relecture de \(review.by) ne donne aucun avis : elle ne confirme rien.",
          remedy: "Confirmer, écarter ou ajouter au moins une capacité (acquis review).")
      ]
    }
    var findings: [Finding] = []
    let changed = review.read.filter { read in
      intake.situations.contains { $0.id == read.situation && $0.textDigest != read.digest }
    }
    if !changed.isEmpty {
      findings.append(
        Rule.mappingStale.toDecide(
          "Le texte a changé depuis sa relecture : \(French.list(changed.map(\.situation))).",
          remedy: "Relire ces situations (acquis review), et enregistrer de nouveau."))
    }
    let ids = Set(intake.situations.map(\.id))
    let lost = review.items.filter { !ids.contains($0.situation) || !known.contains($0.capacity) }
    findings.append(
      lost.isEmpty
        ? Rule.mappingReview.satisfied(
          "Les rapprochements ont été relus par \(review.by).", figures: [("le", review.date.label)])
        : Rule.mappingReview.notSatisfied(
          "La relecture cite des situations ou capacités inconnues : \(French.list(lost.map { "\($0.situation)/\($0.capacity)" })).",
          remedy: "Corriger la relecture."))
    return findings
  }

  /// Where the candidate’s word and the text differ, and no adviser has spoken.
  private static func contradictions(_ situations: [MappedSituation]) -> [Finding] {
    func places(_ isOne: (CapacityLink) -> Bool) -> [String] {
      situations.flatMap { situation in
        situation.links.filter { $0.verdict == nil && isOne($0) }.map { "\(situation.id)/\($0.capacity)" }
      }
    }
    let claimedOnly = places { $0.claimed && $0.proposed == nil }
    let foundOnly = places { !$0.claimed && $0.proposed != nil && $0.proposed != .weak }
    if claimedOnly.isEmpty && foundOnly.isEmpty {
      return [
        Rule.mappingAgreement.satisfied(
          "Ce que le candidat revendique et ce que le texte montre s’accordent.")
      ]
    }
    return [
      Rule.mappingAgreement.notEvaluated(
        "Le candidat et le texte ne disent pas tout à fait la même chose.",
        figures: [
          ("revendiqué, non retrouvé dans le texte", claimedOnly.isEmpty ? "rien" : French.list(claimedOnly)),
          ("trouvé dans le texte, non revendiqué", foundOnly.isEmpty ? "rien" : French.list(foundOnly)),
        ], remedy: "Relire ces passages avec le candidat (acquis review).")
    ]
  }
}
