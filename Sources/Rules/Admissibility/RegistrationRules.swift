import Artefacts

/// Is the certification the right one, and was its registration in force?
enum RegistrationRules {
  static func findings(
    _ request: Request, _ certification: Certification, clock: Clock, regime: Regime?, asOf: Day
  ) -> [Finding] {
    let found: [Finding?] = [
      target(request, certification), collective(request), window(request, certification),
      PriorRules.finding(request, certification),
      acceptance(request, certification, clock: clock, regime: regime, asOf: asOf), prerequisites,
    ]
    return found.compactMap { $0 }
  }

  private static func target(_ request: Request, _ certification: Certification) -> Finding {
    let known = Set(certification.blocs.map(\.code))
    let isVoid = request.target.scope == .blocs && request.target.blocs.isEmpty
    if request.target.certification != certification.code || !known.isSuperset(of: request.target.blocs)
      || isVoid
    {
      return Rule.requestTarget.toDecide(
        "La demande vise une autre certification, un bloc inconnu, ou des blocs sans dire lesquels.",
        figures: [("demande", request.target.certification), ("session", certification.code)],
        remedy: "Corriger la rubrique 2, ou placer le dossier dans la session de cette certification.")
    }
    return Rule.requestTarget.satisfied(
      "La demande vise la certification de la session.", figures: [("visée", request.target.scope.label)])
  }

  /// A collective path inside an undertaking begins at the evaluation (art. 54.3): whether the law then does without an
  /// admissibility, no source says.
  private static func collective(_ request: Request) -> Finding? {
    guard request.target.collective == true else { return nil }
    let source = "accord de branche du 8 novembre 2019, art. 54.3 ; code du travail, L6412-2"
    if let decision = request.reception.decision {
      return Rule.requestCollective.satisfied(
        "VAE collective dans l’entreprise : une décision est notée.",
        figures: [("décision", decision.outcome.label)], source: source)
    }
    return Rule.requestCollective.toDecide(
      "VAE collective dans l’entreprise. Deux lectures : l’accord de branche n’y prévoit que l’évaluation et le jury ; la loi demande une recevabilité.",
      source: source, remedy: "Trancher, et noter la décision.")
  }

  private static func window(_ request: Request, _ certification: Certification) -> Finding {
    let registration = certification.registration
    let day = request.reception.receivedOn
    let figures = [
      ("demande reçue le", day.label),
      ("enregistrement", "du \(registration.start.label) au \(registration.end.label)"),
    ]
    let source = registration.order + " ; code du travail, L6113-9"
    if let prior = request.prior, day > registration.end, PriorRules.counts(prior, certification) {
      return Rule.registerWindow.satisfied(
        "La demande est reçue après l’échéance, d’un candidat dont une recevabilité antérieure est notée.",
        figures: figures + [("recevable depuis le", prior.date.label)], source: source)
    }
    if day < registration.start || day > registration.end {
      return Rule.registerWindow.notSatisfied(
        "La demande est reçue hors de la période d’enregistrement au RNCP.", figures: figures, source: source,
        remedy: registration.successor.map { "Orienter le candidat vers la fiche \($0)." }
          ?? "Aucune fiche de remplacement n’est connue : chercher avec le candidat une autre certification active."
      )
    }
    return Rule.registerWindow.satisfied(
      "La demande est reçue pendant l’enregistrement au RNCP.", figures: figures, source: source)
  }

  /// After the end, only those already accepted may still be examined (L6113-9, as France compétences reads it).
  private static func acceptance(
    _ request: Request, _ certification: Certification, clock: Clock, regime: Regime?,
    asOf: Day
  ) -> Finding {
    let end = certification.registration.end
    let rule = Rule.registerAcceptance
    let source = "code du travail, L6113-9"
    if request.reception.decision?.outcome == .unfavourable {
      return rule.notEvaluated("Sans objet : la demande est refusée.", source: source)
    }
    let accepted = acceptedOn(request, certification, clock: clock, regime: regime)
    let figures = [("échéance de l’enregistrement", end.label), ("état au", asOf.label)]
    if let accepted, accepted < end {
      return rule.satisfied(
        "La recevabilité est acquise avant l’échéance de l’enregistrement.",
        figures: figures + [("acquise le", accepted.label)], source: source)
    }
    if accepted == end {
      return rule.toDecide(
        "La recevabilité est acquise le jour même de l’échéance : le texte dit « avant l’échéance », rien ne dit si ce jour compte.",
        figures: figures, source: source,
        remedy: "Décider si le candidat peut se prévaloir de cette fiche, et noter la décision.")
    }
    if accepted == nil && asOf <= end {
      return rule.satisfied(
        "L’enregistrement est en cours à la date de situation.", figures: figures, source: source)
    }
    if request.reception.receivedOn > end {
      return rule.notSatisfied(
        "La demande et la recevabilité suivent l’échéance de l’enregistrement : seuls les candidats recevables avant elle peuvent encore être examinés.",
        figures: figures, source: source,
        remedy:
          "Orienter le candidat vers une certification active, ou noter la recevabilité antérieure (prior).")
    }
    return rule.toDecide(
      accepted == nil
        ? "L’enregistrement est échu et aucune recevabilité n’était acquise à son échéance."
        : "La recevabilité n’est acquise qu’après l’échéance de l’enregistrement. Deux lectures : "
          + "acceptée avant l’échéance, dit L6113-9 ; demandée avant elle et acquise depuis, par L6412-2.",
      figures: figures, source: source,
      remedy: "Décider si le candidat peut encore se prévaloir de cette fiche, et noter la décision.")
  }

  /// The first day from which the candidate was accepted: an earlier admissibility, silence where its meaning is
  /// settled, or the decision.
  private static func acceptedOn(
    _ request: Request, _ certification: Certification, clock: Clock, regime: Regime?
  ) -> Day? {
    let decided = request.reception.decision?.date
    let silent = clock.dueByDecree.flatMap { due in
      if let decided {
        regime?[.silence].settled == true && due < decided ? due : nil
      } else {
        due == clock.silentOn ? due : nil
      }
    }
    let prior = request.prior.flatMap { PriorRules.counts($0, certification) ? $0.date : nil }
    return [decided, silent, prior].compactMap { $0 }.min()
  }

  private static let prerequisites = Rule.requestPrerequisites.notEvaluated(
    "La fiche lue ne dit pas de prérequis ; s’il en existe un, une personne le vérifie.",
    source: "fiche du RNCP")
}
