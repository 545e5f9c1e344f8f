import Artefacts

/// The branch’s own condition: one year of related experience. Whether it binds a registered CQPM once the law asks for no
/// minimum is unverified: the centre says, or a person decides.
enum BranchRules {
  static func finding(
    _ request: Request, _ count: HoursCount, regimes: Regimes, parameters: Parameters
  ) -> Finding {
    let rule = Rule.experienceBranch
    guard let law = regimes.branchRule(.experienceYear, on: request.reception.initiatedOn),
      let year = law.value
    else {
      return rule.satisfied(
        "Le parcours est engagé avant l’accord de branche.",
        source: regimes.branchRules.first { $0.name == .experienceYear }?.source)
    }
    let source = law.source
    if parameters.branchMinimum == 0 {
      return rule.satisfied(
        "Le centre n’exige pas l’année d’expérience de l’accord de branche.", source: source)
    }
    let asked = parameters.branchMinimum.map { Hours($0) }
    let minimum = asked ?? Hours(year)
    let figures = [("heures en rapport direct", count.related.label), ("année d’expérience", minimum.label)]
    if count.related >= minimum {
      return rule.satisfied(
        "L’année d’expérience de l’accord de branche est atteinte.", figures: figures, source: source)
    }
    if asked != nil {
      return rule.notSatisfied(
        "L’année d’expérience de l’accord de branche n’est pas atteinte.", figures: figures, source: source,
        remedy: "Vérifier les heures déclarées, et ce que la branche demande depuis 2024.")
    }
    return rule.toDecide(
      "L’année d’expérience de l’accord de branche n’est pas atteinte ; son effet sur un CQPM enregistré est non vérifié.",
      figures: figures, source: source, remedy: SessionRubric.set("branchMinimum"))
  }
}
