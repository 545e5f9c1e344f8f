import Testing
import XML

@testable import Artefacts
@testable import Rules

@Suite("Décompte de l’expérience")
struct ExperienceTests {
  private func experience(
    _ from: String, _ to: String?, weekly: String? = "35", total: String? = nil,
    status: ActivityStatus = .employee,
    related: Bool = true
  ) -> Experience {
    var experience = Fixture.request.experiences[0]
    experience.start = Fixture.day(from)
    experience.end = to.map(Fixture.day)
    experience.weeklyHours = weekly.flatMap { Hours(spelling: $0) }
    experience.totalHours = total.flatMap { Hours(spelling: $0) }
    experience.status = status
    experience.related = related
    return experience
  }

  private func count(_ experiences: [Experience], begun: String = "2021-09-06") -> HoursCount {
    let regime = Fixture.regimes.regime(ofPathBegunOn: Fixture.day(begun), onPortal: false)
    return ExperienceCount.count(experiences, until: Fixture.day("2021-09-06"), regime: regime)
  }

  @Test(
    "Weekly hours count for 46 weeks a full year, leap or not (notice 51260*02)",
    arguments: [
      ("2019-01-01", "2019-12-31", "35", "1610"), ("2020-01-01", "2020-12-31", "35", "1610"),
      ("2020-02-29", "2021-02-27", "35", "1610"), ("2019-07-01", "2021-06-30", "17.5", "1610"),
      ("2019-01-01", "2019-01-01", "36.5", "4.6"), ("2019-01-01", "2019-12-31", "0", "0"),
      ("2019-12-31", "2019-01-01", "35", "0"),
    ])
  func weekly(from: String, to: String, weekly: String, expected: String) {
    #expect(count([experience(from, to, weekly: weekly)]).related.spelling == expected)
  }

  @Test("An experience that still lasts stops on the day the request was received")
  func open() {
    let line = count([experience("2020-09-07", nil)]).lines[0]
    #expect(line.end == Fixture.day("2021-09-06"))
    #expect(line.counted == Hours(1610))
  }

  @Test("The declared total prevails, and the line shows both")
  func declared() {
    let count = count([experience("2019-01-01", "2019-12-31", total: "1500")])
    #expect(count.related == Hours(1500))
    #expect(count.computed == Hours(1610))
    #expect(count.lines[0].treatment == .declared)
  }

  @Test("Zero declared hours are zero; missing hours are unknown")
  func zero() {
    #expect(
      count([experience("2019-01-01", "2019-12-31", weekly: nil, total: "0")]).lines[0].treatment == .declared
    )
    #expect(count([experience("2019-01-01", "2019-12-31", weekly: nil)]).lines[0].treatment == .unknown)
  }

  @Test("What has no direct link is shown and not counted")
  func unrelated() {
    let count = count([experience("2019-01-01", "2019-12-31", related: false)])
    #expect(count.related == Hours(0))
    #expect(count.lines[0].treatment == .unrelated)
  }

  @Test("Training periods are excluded under R0, counted since R1 (R335-6, decree 2017-1135)")
  func training() {
    let one = experience("2016-01-01", "2016-12-31", status: .internship)
    #expect(count([one], begun: "2017-09-30").lines[0].treatment == .excluded)
    #expect(count([one], begun: "2017-10-01").training == Hours(1610))
  }

  @Test("Codes 1 to 7 are work, 8 to 14 are training (notice 51260*02)", arguments: ActivityStatus.allCases)
  func statuses(status: ActivityStatus) { #expect(status.isTraining == ((Int(status.rawValue) ?? 0) >= 8)) }

  @Test("Periods that do not touch do not overlap; the same day twice does")
  func overlap() {
    let first = experience("2019-01-01", "2019-06-30", total: "800")
    #expect(count([first, experience("2019-07-01", "2019-12-31", total: "800")]).overlap == Hours(0))
    #expect(count([first, experience("2019-06-30", "2019-12-31", total: "800")]).overlap > Hours(0))
    #expect(count([first, first]).overlap == Hours(800))
    #expect(count([first, first, first]).overlap == Hours(1600))
  }

  private func findings(_ experiences: [Experience]) throws -> [Finding] {
    var request = Fixture.request
    request.experiences = experiences
    return try Fixture.assess(request).findings
  }

  @Test("An overlap matters only when the minimum depends on it (R335-7)")
  func overlapMatters() throws {
    let one = experience("2019-01-01", "2019-12-31", total: "1000")
    #expect(try findings([one, one])["experience.overlap"] == .toDecide)
    let long = experience("2019-01-01", "2020-12-31", total: "3000")
    #expect(try findings([long, one])["experience.overlap"] == .satisfied)
  }

  @Test("A declared total that the weekly hours do not bear out matters only when the minimum depends on it")
  func declaredMatters() throws {
    #expect(
      try findings([experience("2019-01-01", "2019-06-30", total: "1607")])["experience.declared"]
        == .toDecide)
    #expect(
      try findings([experience("2019-01-01", "2020-12-31", total: "9000")])["experience.declared"]
        == .satisfied)
    let short = try findings([experience("2019-01-01", "2020-12-31", total: "1000")])
    #expect(short["experience.duration"] == .toDecide)
  }

  @Test("Between the law of 21 December 2022 and its decree the minimum is left to a person")
  func interval() throws {
    for (day, expected) in [
      ("2022-12-22", FindingResult.satisfied), ("2022-12-23", .toDecide), ("2023-12-31", .toDecide),
    ] {
      var request = Fixture.request
      request.reception.initiatedOn = Fixture.day(day)
      request.experiences[0].totalHours = Hours(day < "2022-12-23" ? 1607 : 1606)
      #expect(try Fixture.assess(request)["experience.duration"] == expected, "\(day)")
    }
  }

  @Test("Adding experience never lowers the hours, and its order changes nothing")
  func monotone() {
    var experiences: [Experience] = []
    var last = Hours(0)
    for year in 2010..<2020 {
      experiences.append(experience("\(year)-03-01", "\(year + 1)-08-31", weekly: "\(year - 2000)"))
      let now = count(experiences)
      #expect(now.related >= last)
      #expect(count(experiences.reversed()).related == now.related)
      #expect(count(experiences.reversed()).overlap == now.overlap)
      last = now.related
    }
  }

  @Test("Days the wrong way round are asked for, not counted as zero")
  func inverted() throws {
    var request = Fixture.request
    request.experiences[0].totalHours = nil
    request.experiences[0].weeklyHours = Hours(35)
    request.experiences[0].start = Fixture.day("2021-01-01")
    request.experiences[0].end = Fixture.day("2020-01-01")
    #expect(try Fixture.assess(request).findings["experience.duration"] == .toDecide)
  }
}

extension Admissibility {
  subscript(rule: String) -> FindingResult? { findings[rule] }
}
