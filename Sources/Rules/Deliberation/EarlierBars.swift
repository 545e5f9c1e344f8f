import Artefacts

/// What stood against the candidate before the jury, and follows the dossier to it: a decision taken on the way holds for its
/// outcome, never for hiding the rule.
enum EarlierBars {
  static func findings(_ admissibility: Admissibility, _ intake: Intake) -> [Finding] {
    [register(admissibility), deposit(intake)]
  }

  /// The entry may say until when it can be awarded, apart from the end of its registration.
  static func award(_ decision: Decision, _ registration: Registration) -> Finding? {
    guard let last = registration.awardBy else { return nil }
    let figures = [("séance", decision.date.label), ("dernier jour de délivrance", last.label)]
    return decision.date <= last
      ? Rule.juryAward.satisfied(
        "La certification peut encore être délivrée.", figures: figures, source: registration.order)
      : Rule.juryAward.notSatisfied(
        "La séance suit la date limite de délivrance de la certification.", figures: figures,
        source: registration.order, remedy: "Faire vérifier la fiche par le certificateur.")
  }

  private static func register(_ admissibility: Admissibility) -> Finding {
    let rule = Rule.juryRegister
    let source = Rule.registerAcceptance.source
    let bar = admissibility.findings.first {
      [.registerWindow, .registerAcceptance].contains($0.rule)
        && [.notSatisfied, .toDecide].contains($0.result)
    }
    guard let bar else {
      return rule.satisfied("L’enregistrement permet d’examiner ce candidat.", source: source)
    }
    return rule.toDecide(
      "Le candidat a été déclaré recevable malgré ce point : \(bar.message)",
      figures: bar.figures.map { ($0.name, $0.value) }, source: source,
      remedy: "Le jury dit en toutes lettres pourquoi il se prononce (settled), ou ajourne.")
  }

  /// A dossier that came too late is examined when a person says so, and why (domain reference 7, `lateDossier`).
  private static func deposit(_ intake: Intake) -> Finding {
    let rule = Rule.juryDeposit
    if let other = intake.findings.first(where: { $0.rule == .dossierRequest && $0.result == .notSatisfied })
    {
      return rule.notSatisfied(
        other.message, figures: other.figures.map { ($0.name, $0.value) }, remedy: other.remedy)
    }
    let open = intake.findings.first {
      [.dossierDeadline, .dossierValidity].contains($0.rule) && $0.result == .toDecide
    }
    guard let open else { return rule.satisfied("Le dépôt du dossier n’est pas contesté.") }
    let figures = open.figures.map { ($0.name, $0.value) }
    if intake.submittedOn == nil {
      return rule.toDecide(
        open.message, figures: figures,
        remedy: "Établir le jour du dépôt, ou dire ce qui est retenu (settled).")
    }
    return rule.notSatisfied(
      "\(open.message) Aucune dérogation n’est notée.", figures: figures,
      remedy: "Noter la dérogation dans la session, ou reporter le candidat à une autre session.")
  }
}
