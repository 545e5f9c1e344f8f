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
      region(day, regimes.branchRule(.region, on: day.date)),
    ]
  }

  /// The regional joint committee is told of the composition and of the calendar; no delay was read.
  private static func region(_ day: JuryDay, _ law: BranchRule?) -> Finding {
    let rule = Rule.juryRegion
    guard let law else {
      return rule.notEvaluated(
        "Information de la CPREFP : aucune règle de branche pour une séance de ce jour.")
    }
    guard let told = day.regionToldOn else {
      return rule.notEvaluated(
        "Information de la CPREFP : la date n’est pas notée.", source: law.source,
        remedy: "La noter aux séances du jury, dans la session.")
    }
    let figures = [("le", told.label), ("séance", day.date.label)]
    return told <= day.date
      ? rule.satisfied(
        "La CPREFP est informée de la composition et du calendrier.", figures: figures, source: law.source)
      : rule.toDecide(
        "La CPREFP n’a été informée qu’après la séance.", figures: figures, source: law.source,
        remedy: "Le noter au procès-verbal.")
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
        remedy: "La noter aux séances du jury, dans la session.")
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
