import Artefacts

/// Is the request complete? Decided apart from whether it is receivable.
enum CompletenessRules {
  static func findings(
    _ request: Request, _ certification: Certification, _ regime: Regime?, asOf: Day
  ) -> [Finding] {
    let source = regime?[.contents].source
    return [
      signature(request.declaration, source), sworn(request.declaration, source),
      Pieces.finding(request, source: source),
    ] + AskedDocuments.findings(request, certification, regime) + [
      complete(request.reception), reminders(request.reception, asOf), dates(request, asOf),
      birth(request),
    ]
  }

  private static func signature(_ declaration: Declaration, _ source: String?) -> Finding {
    guard let day = declaration.signedOn, let signature = declaration.signature else {
      return Rule.requestSignature.notSatisfied(
        "Le formulaire n’est pas signé, ou la date de signature manque.", source: source,
        remedy: "Faire signer et dater le formulaire par le candidat.")
    }
    return Rule.requestSignature.satisfied(
      "Formulaire signé (signature \(signature.label)).", figures: [("signé le", day.label)], source: source)
  }

  private static func sworn(_ declaration: Declaration, _ source: String?) -> Finding {
    declaration.sworn
      ? Rule.requestSworn.satisfied("La déclaration sur l’honneur est faite.", source: source)
      : Rule.requestSworn.notSatisfied(
        "La déclaration sur l’honneur manque.", source: source,
        remedy: "Faire cocher et signer la rubrique 6 par le candidat.")
  }

  /// What the national register will need one day; no condition of the request.
  private static func birth(_ request: Request) -> Finding {
    let rule = Rule.requestBirth
    let (birth, day) = (request.person.birth, request.reception.receivedOn)
    let figures = [("né(e) le", birth.date.label), ("demande reçue le", day.label)]
    if birth.date.adding(months: 12 * youngest) > day || birth.date.adding(months: 12 * oldest) < day {
      return rule.toDecide(
        "L’âge que donne la date de naissance n’est pas vraisemblable.", figures: figures,
        remedy: "Vérifier la date de naissance sur la pièce d’identité.")
    }
    if birth.problems.isEmpty {
      return rule.satisfied("Les données de naissance suffisent au registre national.", source: rule.source)
    }
    let message =
      "La délivrance ne pourrait pas être déclarée au registre national : \(French.list(birth.problems))."
    let remedy = "Le relever sur la pièce d’identité (rubrique 3)."
    return birth.insee == nil
      ? rule.notEvaluated(message, source: rule.source, remedy: remedy)
      : rule.toDecide(message, source: rule.source, remedy: remedy)
  }

  /// Ages, in years, outside which a date is taken for a slip; no text sets a condition of age.
  private static let (youngest, oldest) = (14, 100)

  private static func complete(_ reception: Reception) -> Finding {
    guard let day = reception.completeOn else {
      return Rule.requestComplete.notSatisfied(
        "Le centre n’a pas constaté le dossier complet.", figures: [("reçue le", reception.receivedOn.label)],
        source: "CERFA 12818*02, rubrique 7",
        remedy: "Réclamer les pièces, puis noter la date à laquelle le dossier est complet.")
    }
    return Rule.requestComplete.satisfied(
      "Le centre a constaté le dossier complet.",
      figures: [("reçue le", reception.receivedOn.label), ("complète le", day.label)],
      source: "CERFA 12818*02, rubrique 7")
  }

  /// Two dated rounds of requests for what is missing, then a person decides.
  private static func reminders(_ reception: Reception, _ asOf: Day) -> Finding {
    let rule = Rule.requestReminders
    if reception.completeOn != nil {
      return rule.satisfied("Le dossier est complet : plus rien n’est à réclamer.")
    }
    guard let last = reception.reminders.last else {
      return rule.toDecide(
        "Aucune pièce n’a été réclamée.", remedy: "Envoyer une première demande de pièces, datée.")
    }
    let round = reception.reminders.count
    let figures = [
      ("demande nº", String(round)), ("envoyée le", last.date.label), ("pièces", French.list(last.missing)),
      ("réponse attendue avant le", last.answerBy?.label ?? "non fixé"),
    ]
    guard let limit = last.answerBy, limit < asOf else {
      return rule.satisfied("La réponse du candidat est attendue.", figures: figures)
    }
    return rule.toDecide(
      "Le délai de réponse est passé sans que le dossier soit complet.", figures: figures,
      remedy: round < 2
        ? "Envoyer une seconde demande de pièces, datée."
        : "Décider de la suite de la demande et la notifier.")
  }

  /// Days that contradict one another prove nothing: a person mends them first.
  private static func dates(_ request: Request, _ asOf: Day) -> Finding {
    let rule = Rule.requestDates
    let reception = request.reception
    let order: [(String, Day?)] = [
      ("engagée le", reception.initiatedOn), ("reçue le", reception.receivedOn),
      ("complète le", reception.completeOn),
      ("décision le", reception.decision?.date), ("état au", asOf),
    ]
    let known = order.compactMap { name, day in day.map { (name, $0) } }
    for (earlier, later) in zip(known, known.dropFirst()) where later.1 < earlier.1 {
      return rule.toDecide(
        "Les dates de la demande ne se suivent pas.",
        figures: [(earlier.0, earlier.1.label), (later.0, later.1.label)], remedy: "Corriger la rubrique 7.")
    }
    if let wrong = request.experiences.first(where: { ($0.end ?? $0.start) < $0.start }) {
      return rule.toDecide(
        "Une expérience finit avant de commencer : \(wrong.position).",
        figures: [("du", wrong.start.label), ("au", wrong.end?.label ?? "")],
        remedy: "Corriger la rubrique 5.")
    }
    return rule.satisfied("Les dates de la demande se suivent.")
  }
}
