import Artefacts

/// The hours of the experience, line by line, as a person would count them.
///
/// The declared total prevails over the computed one; where the two, or overlapping periods, would change the
/// conclusion, a rule says so and a person decides.
enum ExperienceCount {
  /// Weeks worked in a full year (notice 51260*02: 35 h a week → 1 607 h a year).
  static let weeksAYear = 46

  /// - Parameters:
  ///   - day: the day the request was received: what comes after it is not acquired yet, and not counted.
  ///   - regime: its minimum is kept beside the count; without one nothing is excluded.
  static func count(_ experiences: [Experience], until day: Day, regime: Regime?) -> HoursCount {
    let lines = experiences.enumerated().map { line($0.offset + 1, $0.element, until: day, regime: regime) }
    let related = lines.reduce(Hours(0)) { $0 + $1.counted }
    let training = lines.filter(\.status.isTraining).reduce(Hours(0)) { $0 + $1.counted }
    let counted = lines.filter { $0.treatment == .declared || $0.treatment == .computed }
    return HoursCount(
      related: related, training: training,
      computed: counted.reduce(Hours(0)) { $0 + ($1.computed ?? $1.counted) }, overlap: overlap(counted),
      minimum: regime?[.minimum].value.map { Hours($0) },
      trainingShare: related == Hours(0) ? nil : min(100, training.hundredths * 100 / related.hundredths),
      lines: lines)
  }

  private static func line(_ rank: Int, _ experience: Experience, until day: Day, regime: Regime?)
    -> HoursLine
  {
    let said = experience.end ?? max(day, experience.start)
    let end = max(min(said, day), experience.start)
    // Days the wrong way round count nothing, and do not mean zero.
    let computed =
      said < experience.start
      ? nil : experience.weeklyHours.map { hours($0, from: experience.start, to: end) }
    // Of a contract that mixes school and work only the work counts (R335-6 I, 2017 and 2019): its total says nothing of it.
    let isMixed = experience.status.isContract && (regime?[.training].value ?? 0) > 0
    // A total declared for a period that goes on after that day says nothing of the day itself.
    let total = isMixed ? experience.workplaceHours : experience.totalHours
    let declared = said > end ? nil : total
    var treatment: LineTreatment
    if !experience.related {
      treatment = .unrelated
    } else if experience.start > day {
      treatment = .after
    } else if experience.status.isTraining && regime?[.training].value == 0 {
      treatment = .excluded
    } else {
      treatment = declared != nil ? .declared : computed != nil && !isMixed ? .computed : .unknown
    }
    let counted: Hours? =
      switch treatment {
      case .declared: declared
      case .computed: computed
      case .unrelated, .excluded, .after, .unknown: nil
      }
    return HoursLine(
      rank: rank, status: experience.status, start: experience.start, end: end,
      weekly: experience.weeklyHours,
      declared: total ?? experience.totalHours, computed: isMixed ? nil : computed, treatment: treatment,
      fullTimeYear: experience.fullTimeYear, counted: counted ?? Hours(0),
      position: experience.position)
  }

  /// Weekly hours × 46 weeks for each full year, leap or not, then in proportion of the days that are left.
  static func hours(_ weekly: Hours, from start: Day, to end: Day) -> Hours {
    guard end >= start else { return Hours(0) }
    var years = 0
    while start.adding(months: 12 * (years + 1)) <= end.next { years += 1 }
    let anniversary = start.adding(months: 12 * years)
    let left = anniversary.days(until: end.next)
    let year = anniversary.days(until: start.adding(months: 12 * (years + 1)))
    return Hours(hundredths: weekly.hundredths * weeksAYear * (years * year + left) / year)
  }

  /// What is counted beyond the fullest of the periods that run at the same time. Each line is spread evenly
  /// over its days.
  private static func overlap(_ lines: [HoursLine]) -> Hours {
    let bounds = Set(lines.flatMap { [$0.start, $0.end.next] }).sorted()
    var extra = 0
    for (from, to) in zip(bounds, bounds.dropFirst()) {
      let shares = lines.filter { $0.start <= from && to <= $0.end.next }.map { line in
        line.counted.hundredths * from.days(until: to) / max(1, line.start.days(until: line.end.next))
      }
      if shares.count > 1 { extra += shares.reduce(0, +) - (shares.max() ?? 0) }
    }
    return Hours(hundredths: extra)
  }
}

extension ActivityStatus {
  /// Codes 8 to 10 of notice 51260*02: contracts that mix training and work.
  fileprivate var isContract: Bool { [.apprenticeship, .professionalisation, .subsidised].contains(self) }

  /// Codes 8 to 14 of notice 51260*02: training in a work place, which work must outweigh.
  var isTraining: Bool {
    switch self {
    case .employee, .selfEmployed, .nationalVolunteer, .topAthlete, .unpaidVolunteer, .unionOffice,
      .localElected:
      false
    case .apprenticeship, .professionalisation, .subsidised, .workImmersion, .preparation, .schoolPlacement,
      .internship:
      true
    }
  }
}
