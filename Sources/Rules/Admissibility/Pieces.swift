import Artefacts

/// The papers that each status of activity asks for (R335-7; TISSOT’s checklist, domain reference 2.5).
enum Pieces {
  static func finding(_ request: Request, source: String?) -> Finding {
    let rule = Rule.requestProofs
    let figures = [("pièces jointes", String(request.attachments.count))]
    if request.experiences.isEmpty {
      return rule.notSatisfied(
        "Aucune expérience n’est décrite (rubrique 5).", figures: figures, source: source,
        remedy: "Faire remplir la rubrique 5.")
    }
    var kinds = Set(request.experiences.filter(\.related).map { needed(for: $0.status) })
    if request.prior != nil { kinds.insert(.admissibilityNotice) }
    let given = Set(request.attachments.map(\.kind))
    let missing = AttachmentKind.allCases.filter { kinds.contains($0) && !given.contains($0) }
    if !missing.isEmpty && given.contains(.activityProof) {
      return rule.toDecide(
        "Un justificatif d’une autre nature est joint au lieu de : \(French.list(missing.map(\.label))).",
        figures: figures, source: source, remedy: "Dire si ce justificatif suffit, et noter la décision.")
    }
    if !missing.isEmpty {
      return rule.notSatisfied(
        "Il manque : \(French.list(missing.map(\.label))).", figures: figures, source: source,
        remedy: "Demander au candidat la ou les pièces manquantes.")
    }
    if let doubt = doubt(request.attachments) {
      return rule.toDecide(
        doubt, figures: figures, source: source, remedy: "Vérifier la pièce, ou la faire refaire.")
    }
    return rule.satisfied(
      "Les pièces attendues selon le statut des activités sont jointes.", figures: figures, source: source)
  }

  static func needed(for status: ActivityStatus) -> AttachmentKind {
    switch status {
    case .employee, .topAthlete: .employerCertificate
    case .selfEmployed: .businessProof
    case .nationalVolunteer, .unpaidVolunteer, .unionOffice, .localElected: .volunteerCertificate
    case .apprenticeship, .professionalisation, .subsidised, .workImmersion, .preparation, .schoolPlacement,
      .internship:
      .trainingCertificate
    }
  }

  /// A certificate that does not say what it should: two signatures for volunteers, work apart from training.
  private static func doubt(_ attachments: [Attachment]) -> String? {
    if attachments.contains(where: { $0.kind == .volunteerCertificate && ($0.signatures ?? 0) < 2 }) {
      return "L’attestation de bénévolat ou de mandat doit porter deux signatures."
    }
    if attachments.contains(where: { $0.kind == .trainingCertificate && $0.separatesWork != true }) {
      return "L’attestation de formation doit distinguer les périodes en milieu professionnel."
    }
    return nil
  }
}
