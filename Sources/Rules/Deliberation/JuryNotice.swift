import Artefacts

/// The days before a jury that the branch asks for: so many to ask the unions, so many to tell the employers of the release
/// of their employees.
enum JuryNotice {
  static func findings(_ decision: Decision, calendar: Calendar, regimes: Regimes) -> [Finding] {
    guard let day = calendar.juries.first(where: { $0.date == decision.date }) else { return [] }
    return [
      finding(
        .juryAsked, "Sollicitation des organisations syndicales", told: day.askedOn, before: day.date,
        law: regimes.branchRule(.unionNotice, on: day.date)),
      finding(
        .juryNotice, "Information des employeurs", told: day.noticeOn, before: day.date,
        law: regimes.branchRule(.releaseNotice, on: day.date)),
    ]
  }

  private static func finding(
    _ rule: Rule, _ what: String, told: Day?, before sitting: Day, law: BranchRule?
  ) -> Finding {
    guard let law, let least = law.value else {
      return rule.notEvaluated("\(what) : aucun délai de branche n’est connu pour une séance de ce jour.")
    }
    guard let told else {
      return rule.notEvaluated(
        "\(what) : la date n’est pas notée.", source: law.source,
        remedy: "La noter au calendrier de session.xml (jury).")
    }
    let days = told.days(until: sitting)
    let figures = [("le", told.label), ("jours avant la séance", String(days)), ("minimum", String(least))]
    return days >= least
      ? rule.satisfied("\(what) : à temps.", figures: figures, source: law.source)
      : rule.toDecide(
        "\(what) : moins de \(least) jours avant la séance.", figures: figures, source: law.source,
        remedy: "Décider si la séance peut se tenir, et le noter au procès-verbal.")
  }
}
