import Artefacts

/// An admissibility obtained earlier, on which a candidate relies after the end of the registration (L6113-9, as
/// France compétences reads it: those accepted before the end keep the right to be examined).
enum PriorRules {
  static func counts(_ prior: PriorAdmissibility, _ registration: Registration) -> Bool {
    (registration.start...registration.end).contains(prior.date)
  }

  static func finding(_ request: Request, _ registration: Registration) -> Finding {
    let rule = Rule.registerPrior
    let source = rule.source
    guard let prior = request.prior else {
      return request.nature == .first
        ? rule.satisfied("Première demande : aucune recevabilité antérieure n’est à vérifier.")
        : rule.notEvaluated(
          "La demande suit une recevabilité antérieure, qui n’est pas notée (« prior » dans request.xml).",
          figures: [("nature", request.nature.label)], source: source,
          remedy: "La noter : elle compte dès que l’enregistrement est échu.")
    }
    return noted(prior, request, registration: registration)
  }

  /// What is doubtful in an earlier admissibility, the gravest first.
  private static func noted(
    _ prior: PriorAdmissibility, _ request: Request, registration: Registration
  ) -> Finding {
    let rule = Rule.registerPrior
    let figures = [
      ("obtenue le", prior.date.label), ("par", prior.by),
      ("valable jusqu’au", prior.until?.label ?? "non noté"),
    ]
    func doubt(_ message: String, _ remedy: String) -> Finding {
      rule.toDecide(message, figures: figures, source: rule.source, remedy: remedy)
    }
    if request.nature == .first {
      return doubt(
        "La demande est dite première, et une recevabilité antérieure est notée.", "Corriger la rubrique 1.")
    }
    if !counts(prior, registration) {
      return doubt(
        "La recevabilité antérieure n’a pas été obtenue pendant l’enregistrement.",
        "Vérifier sa notification.")
    }
    guard let until = prior.until else {
      return doubt(
        "La durée de validité de la recevabilité antérieure n’est pas notée.",
        "La relever sur sa notification.")
    }
    if until < request.reception.receivedOn {
      return doubt(
        "La recevabilité antérieure n’était plus valable quand la demande a été reçue.",
        "Décider si le candidat peut encore s’en prévaloir, et noter la décision.")
    }
    return rule.satisfied(
      "La recevabilité antérieure était valable à la réception de la demande.", figures: figures,
      source: rule.source)
  }
}
