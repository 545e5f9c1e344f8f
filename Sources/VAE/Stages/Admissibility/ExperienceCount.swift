import XML

/// The hours of an experience, as a person would count them.
struct ExperienceCount {
  private(set) var related = Hours(0)
  private(set) var training = Hours(0)
  /// Experiences in direct link whose hours are neither declared nor computable.
  private(set) var unknown: [Experience] = []

  /// - Parameter day: where an experience that still lasts is stopped: the day the request was received.
  init(_ experiences: [Experience], until day: Day) {
    for experience in experiences where experience.related {
      guard let hours = ExperienceCount.hours(of: experience, until: day) else {
        unknown.append(experience)
        continue
      }
      related = related + hours
      if experience.status.isTraining { training = training + hours }
    }
  }

  /// Declared hours prevail; else weekly hours × 46 weeks a full year (notice 51260*02: 35 h → 1 607 h a year,
  /// rounded; here 1 610 h), in proportion of the days. Zero declared hours are zero, not missing.
  static func hours(of experience: Experience, until day: Day) -> Hours? {
    if let total = experience.totalHours { return total }
    guard let weekly = experience.weeklyHours else { return nil }
    let days = max(0, experience.start.days(until: min(experience.end ?? day, day)) + 1)
    return Hours(hundredths: weekly.hundredths * 46 * days / 365)
  }

  /// Training hours in a hundred, rounded down; nil without any hour.
  var trainingShare: Int? {
    related.hundredths == 0 ? nil : training.hundredths * 100 / related.hundredths
  }
}

extension ActivityStatus {
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
