import XML

/// The branch’s own condition: one year of related experience (agreement of 8 November 2019, art. 54.3). Whether it
/// binds a registered CQPM once the law asks for no minimum is unverified: the centre says, or a person decides.
enum BranchRules {
  /// The day of the agreement.
  private static let start = Day(literal: 2019, 11, 8)
  /// A year of full time (L3121-41).
  private static let year = Hours(1607)

  static func finding(
    _ request: Request, _ count: HoursCount, _ regime: Regime?, _ parameters: Parameters
  ) -> Finding {
    let rule = "experience.branch"
    let source = "accord de branche du 8 novembre 2019, art. 54.3"
    if request.reception.initiatedOn < start {
      return Finding(rule, .satisfied, "Le parcours est engagé avant l’accord de branche.", source: source)
    }
    if parameters.branchMinimum == 0 {
      return Finding(
        rule, .satisfied, "Le centre n’exige pas l’année d’expérience de l’accord de branche.", source: source
      )
    }
    let asked = parameters.branchMinimum.map { Hours($0) }
    let minimum = asked ?? year
    let figures = [("heures en rapport direct", count.related.label), ("année d’expérience", minimum.label)]
    if count.related >= minimum {
      return Finding(
        rule, .satisfied, "L’année d’expérience de l’accord de branche est atteinte.", figures: figures,
        source: source)
    }
    if asked != nil {
      return Finding(
        rule, .notSatisfied, "L’année d’expérience de l’accord de branche n’est pas atteinte.",
        figures: figures, source: source,
        remedy: "Vérifier les heures déclarées, et ce que la branche demande depuis 2024.")
    }
    return Finding(
      rule, .toDecide,
      "L’année d’expérience de l’accord de branche n’est pas atteinte ; son effet sur un CQPM enregistré est non vérifié.",
      figures: figures, source: source, remedy: "Fixer branchMinimum dans session.xml : des heures, ou 0.")
  }
}
