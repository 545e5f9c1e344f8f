import Artefacts

/// The two months of the certifier, and what silence means.
///
/// The law counts from reception (L6412-2), the decree from the complete file: both dates are kept, the earlier
/// gives the alert. Silence accepts.
enum AdmissibilityClock {
  /// Without a regime the delay of the law itself is counted (L6412-2).
  static let lawMonths = 2

  static func clock(_ request: Request, _ session: Session, regime: Regime?) -> Clock {
    let reception = request.reception
    let months = regime?[.delay].value ?? lawMonths
    let byLaw = reception.receivedOn.adding(months: months)
    let byDecree = reception.completeOn?.adding(months: months)
    let passed = [byLaw, byDecree].compactMap { $0 }.filter { $0 < session.asOf }.max()
    return Clock(
      receivedOn: reception.receivedOn, completeOn: reception.completeOn, dueByLaw: byLaw,
      dueByDecree: byDecree, answerBy: byDecree == nil ? reception.reminders.last?.answerBy : nil,
      silentOn: reception.decision == nil ? passed : nil, impliedOn: nil, validUntil: nil)
  }

  static func answer(
    _ request: Request, _ clock: Clock, asOf: Day, regime: Regime?
  ) -> Finding {
    let rule = Rule.clockAnswer
    let source = regime?[.delay].source ?? "code du travail, L6412-2"
    var figures = [("échéance depuis la réception", clock.dueByLaw.label)]
    if let due = clock.dueByDecree { figures.append(("échéance depuis le dossier complet", due.label)) }
    if let decision = request.reception.decision {
      return answered(
        decision, clock, figures: figures + [("notifiée le", decision.date.label)], source: source)
    }
    if let law = regime?[.delay], !law.settled {
      return rule.toDecide(
        "Le délai de réponse n’est pas établi sous ce régime : \(law.dilemma).", figures: figures,
        source: law.source, remedy: "Trancher et noter la décision.")
    }
    if let day = clock.silentOn, let law = regime?[.silence], !law.settled {
      return rule.toDecide(
        "Aucune réponse dans les deux mois ; le sens du silence n’est pas établi : \(law.dilemma).",
        figures: figures + [("échéance passée le", day.label)], source: law.source,
        remedy: "Trancher et noter la décision.")
    }
    if let day = clock.silentOn, day == clock.dueByDecree {
      return rule.satisfied(
        "Aucune réponse dans les deux mois du dossier complet : le silence vaut acceptation.",
        figures: figures + [("acceptation implicite le", day.label)], source: source)
    }
    if clock.dueByLaw < asOf {
      return rule.toDecide(
        "Deux mois sont passés depuis la réception sans décision, pas depuis le dossier complet. Deux lectures : "
          + "le silence vaut acceptation depuis la réception (L6412-2) ; le délai part du dossier complet (décret).",
        figures: figures, source: source, remedy: "Trancher, noter la décision et la notifier sans attendre.")
    }
    return rule.satisfied(
      "La décision est à notifier au plus tard le \(min(clock.dueByLaw, clock.dueByDecree ?? clock.dueByLaw).label).",
      figures: figures, source: source)
  }

  /// What a notified decision is worth against the two due dates.
  private static func answered(
    _ decision: RequestDecision, _ clock: Clock, figures: [(String, String)], source: String
  ) -> Finding {
    let due = clock.dueByDecree ?? clock.dueByLaw
    if decision.date <= min(due, clock.dueByLaw) {
      return Rule.clockAnswer.satisfied(
        "La décision est notifiée dans les deux mois.", figures: figures, source: source)
    }
    if decision.outcome == .favourable {
      return Rule.clockAnswer.satisfied(
        "La décision est notifiée après l’une des deux échéances ; favorable, elle rejoint ce que vaudrait le silence.",
        figures: figures, source: source)
    }
    if decision.date <= due {
      return Rule.clockAnswer.toDecide(
        "Le refus est notifié entre les deux échéances : hors délai depuis la réception, dans le délai depuis le dossier complet.",
        figures: figures, source: source, remedy: "Faire vérifier si le silence valait déjà acceptation.")
    }
    return Rule.clockAnswer.toDecide(
      "La décision est notifiée après les deux mois : le silence valait déjà acceptation.",
      figures: figures, source: source, remedy: "Faire vérifier quelle décision vaut.")
  }

  static func validity(_ clock: Clock, _ session: Session) -> Finding {
    let rule = Rule.clockValidity
    guard session.parameters.admissibilityMonths != nil else {
      return rule.notEvaluated(
        "La durée de validité de la recevabilité n’est pas fixée par le centre.",
        source: "aucun texte ne la fixe pour un CQPM",
        remedy: SessionRubric.set("admissibilityMonths"))
    }
    guard let until = clock.validUntil else {
      return rule.notEvaluated("La recevabilité n’étant pas acquise, sa validité ne court pas.")
    }
    let figures = [("valable jusqu’au", until.label)]
    return until < session.asOf
      ? rule.toDecide(
        "La validité de la recevabilité est passée.", figures: figures, source: "paramètre du centre",
        remedy: "Vérifier si le dossier a été déposé à temps.")
      : rule.satisfied(
        "La recevabilité est en cours de validité.", figures: figures, source: "paramètre du centre")
  }
}

extension Clock {
  /// What the outcome makes certain: the day of an acceptance by silence, the end of the validity.
  ///
  /// - Parameter months: the centre’s parameter; no text sets it for a CQPM.
  mutating func accept(
    _ outcome: AdmissibilityOutcome, _ basis: OutcomeBasis, decision: RequestDecision?, months: Int?
  ) {
    guard outcome == .receivable else { return }
    if basis == .silence { impliedOn = silentOn }
    let accepted = decision?.date ?? impliedOn
    if let months { validUntil = accepted?.adding(months: months) }
  }
}
