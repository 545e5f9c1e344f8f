import Artefacts

/// An admissibility obtained earlier, on which a candidate relies after the end of the registration (L6113-9, as
/// France compétences reads it: those accepted before the end keep the right to be examined).
enum PriorRules {
  /// Whether it was obtained while this entry was registered. One of another entry does not count by itself.
  static func counts(_ prior: PriorAdmissibility, _ certification: Certification) -> Bool {
    let registration = certification.registration
    return !isElsewhere(prior, certification)
      && (registration.start...registration.end).contains(prior.date)
  }

  /// Whether it was obtained under an entry that this one has replaced.
  private static func isElsewhere(_ prior: PriorAdmissibility, _ certification: Certification) -> Bool {
    prior.certification.map { $0 != certification.code } ?? false
  }

  static func finding(_ request: Request, _ certification: Certification) -> Finding {
    let rule = Rule.registerPrior
    let source = rule.source
    guard let prior = request.prior else {
      return request.nature == .first
        ? rule.satisfied("Première demande : aucune recevabilité antérieure n’est à vérifier.")
        : rule.notEvaluated(
          "La demande suit une recevabilité antérieure, qui n’est pas notée.",
          figures: [("nature", request.nature.label)], source: source,
          remedy: "La noter : elle compte dès que l’enregistrement est échu.")
    }
    return isElsewhere(prior, certification)
      ? renewed(prior, request, certification) : noted(prior, request, certification)
  }

  /// What is doubtful in an earlier admissibility, the gravest first.
  private static func noted(
    _ prior: PriorAdmissibility, _ request: Request, _ certification: Certification
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
    if !counts(prior, certification) {
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

  /// The certification has taken a new code since. The State’s platform asks for the whole examination again when the
  /// reference was revised, and for an end of validity still to come when it is the same; no text read says so for a CQPM.
  private static func renewed(
    _ prior: PriorAdmissibility, _ request: Request, _ certification: Certification
  ) -> Finding {
    let rule = Rule.registerPrior
    let until = prior.until
    let figures = [
      ("fiche d’alors", prior.certification ?? ""), ("fiche de la session", certification.code),
      ("obtenue le", prior.date.label), ("valable jusqu’au", until?.label ?? "non noté"),
    ]
    let source = "\(rule.source ?? "") ; pratique de la plateforme nationale"
    func doubt(_ message: String, _ remedy: String) -> Finding {
      rule.toDecide(message, figures: figures, source: source, remedy: remedy)
    }
    switch prior.reference {
    case nil:
      return doubt(
        "La recevabilité antérieure est d’une autre fiche, sans que son référentiel soit dit le même ou révisé.",
        "Le noter (reference : same ou revised).")
    case .revised:
      return rule.satisfied(
        "La fiche a changé de code et son référentiel est révisé : la recevabilité antérieure ne vaut pas, la demande est examinée en entier.",
        figures: figures, source: source)
    case .same:
      guard let until, until >= request.reception.receivedOn else {
        return doubt(
          "La fiche a changé de code, son référentiel est le même, et la validité de la recevabilité antérieure est passée ou n’est pas notée.",
          "Relever la fin de validité sur la notification ; passée, examiner la demande en entier.")
      }
      return doubt(
        "La fiche a changé de code, son référentiel est le même et la recevabilité antérieure est encore valable : aucun texte lu ne dit qu’elle suffit.",
        "Vérifier la notification, décider, et noter la décision.")
    }
  }
}
