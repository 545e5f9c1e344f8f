import XML

/// The two months of the certifier, and what silence means.
///
/// The law counts from reception (L6412-2), the decree from the complete file: both dates are kept, the earlier
/// gives the alert. Silence accepts.
enum AdmissibilityClock {
  /// Without a regime the delay of the law itself is counted (L6412-2).
  private static let lawMonths = 2

  static func clock(_ request: Request, _ session: Session, _ regime: Regime?) -> Clock {
    let reception = request.reception
    let months = regime?[.delay].value ?? lawMonths
    let due = reception.completeOn?.adding(months: months)
    let implied = reception.decision == nil && (due ?? session.asOf) < session.asOf ? due : nil
    let accepted = reception.decision.map { $0.outcome == .favourable ? $0.date : nil } ?? implied
    let validity = session.parameters.admissibilityMonths
    return Clock(
      receivedOn: reception.receivedOn, completeOn: reception.completeOn,
      dueByLaw: reception.receivedOn.adding(months: months), dueByDecree: due,
      answerBy: due == nil ? reception.reminders.last?.answerBy : nil, impliedOn: implied,
      validUntil: validity.flatMap { months in accepted?.adding(months: months) })
  }

  static func findings(
    _ request: Request, _ clock: Clock, _ session: Session, _ regime: Regime?
  ) -> [Finding] {
    [answer(request, clock, session.asOf, regime), validity(clock, session)]
  }

  private static func answer(
    _ request: Request, _ clock: Clock, _ asOf: Day, _ regime: Regime?
  ) -> Finding {
    let rule = "clock.answer"
    let source = regime?[.delay].source ?? "code du travail, L6412-2"
    var figures = [("échéance depuis la réception", clock.dueByLaw.label)]
    if let due = clock.dueByDecree { figures.append(("échéance depuis le dossier complet", due.label)) }
    if let decision = request.reception.decision {
      figures.append(("notifiée le", decision.date.label))
      let due = clock.dueByDecree ?? clock.dueByLaw
      if decision.date <= due {
        return Finding(
          rule, .satisfied, "La décision est notifiée dans les deux mois.", figures: figures, source: source)
      }
      return Finding(
        rule, .toDecide, "La décision est notifiée après les deux mois : le silence valait déjà acceptation.",
        figures: figures, source: source, remedy: "Faire vérifier quelle décision vaut.")
    }
    if let day = clock.impliedOn, let law = regime?[.silence], !law.settled {
      return Finding(
        rule, .toDecide,
        "Aucune réponse dans les deux mois ; le sens du silence n’est pas établi : \(law.dilemma).",
        figures: figures + [("échéance passée le", day.label)], source: law.source,
        remedy: "Trancher et noter la décision.")
    }
    if let day = clock.impliedOn {
      return Finding(
        rule, .satisfied,
        "Aucune réponse dans les deux mois du dossier complet : le silence vaut acceptation.",
        figures: figures + [("acceptation implicite le", day.label)], source: source)
    }
    if clock.dueByLaw < asOf {
      return Finding(
        rule, .toDecide,
        "Deux mois sont passés depuis la réception sans décision ; le dossier complet ne les a pas encore.",
        figures: figures, source: source,
        remedy: "Notifier sans attendre : les deux textes ne font pas partir le délai du même jour.")
    }
    return Finding(
      rule, .satisfied,
      "La décision est à notifier au plus tard le \(min(clock.dueByLaw, clock.dueByDecree ?? clock.dueByLaw).label).",
      figures: figures, source: source)
  }

  private static func validity(_ clock: Clock, _ session: Session) -> Finding {
    let rule = "clock.validity"
    guard session.parameters.admissibilityMonths != nil else {
      return Finding(
        rule, .notEvaluated, "La durée de validité de la recevabilité n’est pas fixée par le centre.",
        source: "aucun texte ne la fixe pour un CQPM",
        remedy: "Renseigner admissibilityMonths dans session.xml.")
    }
    guard let until = clock.validUntil else {
      return Finding(rule, .notEvaluated, "La recevabilité n’étant pas acquise, sa validité ne court pas.")
    }
    let figures = [("valable jusqu’au", until.label)]
    return until < session.asOf
      ? Finding(
        rule, .toDecide, "La validité de la recevabilité est passée.", figures: figures,
        source: "paramètre du centre",
        remedy: "Vérifier si le dossier a été déposé à temps.")
      : Finding(
        rule, .satisfied, "La recevabilité est en cours de validité.", figures: figures,
        source: "paramètre du centre")
  }
}
