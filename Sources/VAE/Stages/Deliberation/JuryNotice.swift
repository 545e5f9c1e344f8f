import XML

/// The days before a jury: unions asked at least fifteen calendar days ahead, employers told of the release of their
/// employees at least eight (agreement of 8 November 2019, composition of the jury).
enum JuryNotice {
  private static let source = "accord du 8 novembre 2019, composition du jury"
  private static let unionDays = 15
  private static let releaseDays = 8

  static func findings(_ decision: Decision, _ calendar: Calendar) -> [Finding] {
    guard let day = calendar.juries.first(where: { $0.date == decision.date }) else { return [] }
    return [
      finding("jury.asked", "Sollicitation des organisations syndicales", day.askedOn, day.date, unionDays),
      finding("jury.notice", "Information des employeurs", day.noticeOn, day.date, releaseDays),
    ]
  }

  private static func finding(
    _ rule: String, _ what: String, _ told: Day?, _ sitting: Day, _ least: Int
  ) -> Finding {
    guard let told else {
      return Finding(
        rule, .notEvaluated, "\(what) : la date n’est pas notée.",
        source: source, remedy: "La noter au calendrier de session.xml (jury).")
    }
    let days = told.days(until: sitting)
    let figures = [("le", told.label), ("jours avant la séance", String(days)), ("minimum", String(least))]
    return days >= least
      ? Finding(rule, .satisfied, "\(what) : à temps.", figures: figures, source: source)
      : Finding(
        rule, .toDecide, "\(what) : moins de \(least) jours avant la séance.", figures: figures,
        source: source, remedy: "Décider si la séance peut se tenir, et le noter au procès-verbal.")
  }
}
