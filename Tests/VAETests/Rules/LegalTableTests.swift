import Testing
import XML

@testable import Artefacts
@testable import Rules
@testable import VAE

@Suite("Table des régimes : ce qui n’est pas établi est laissé à une personne")
struct LegalTableTests {
  private func assess(
    _ request: Request, asOf: String = "2021-09-30", register: CentreRegister? = nil,
    change: (inout LegalRule) -> Void
  ) throws -> [Finding] {
    var regimes = Fixture.regimes
    for regime in regimes.all.indices {
      for rule in regimes.all[regime].rules.indices { change(&regimes.all[regime].rules[rule]) }
    }
    var session = Fixture.session
    session.asOf = Fixture.day(asOf)
    return try assessRequest(request, Fixture.certification, regimes, session, register)?.findings ?? []
  }

  private static let trained: Request = {
    var request = Fixture.request
    var second = request.experiences[0]
    second.status = .internship
    second.totalHours = Hours(100)
    request.experiences.append(second)
    return request
  }()

  @Test(
    "An unsettled rule is to decide, whichever it is",
    arguments: [
      (LegalRuleName.minimum, "experience.duration"), (.training, "experience.training"),
      (.same, "request.limits"), (.different, "request.limits"), (.delay, "clock.answer"),
    ])
  func unsettled(name: LegalRuleName, rule: String) throws {
    let findings = try assess(LegalTableTests.trained, register: CentreRegister(entries: [])) {
      if $0.name == name { ($0.settled, $0.readings) = (false, ["une lecture", "une autre"]) }
    }
    #expect(findings[rule] == .toDecide)
    #expect(findings.first { $0.rule.rawValue == rule }?.message.contains("une lecture ; une autre") == true)
  }

  @Test("A rule left out of the table lifts no limit")
  func missing() throws {
    var regimes = Fixture.regimes
    for regime in regimes.all.indices { regimes.all[regime].rules = [] }
    let findings =
      try assessRequest(
        LegalTableTests.trained, Fixture.certification, regimes, Fixture.session, CentreRegister(entries: []))?
      .findings ?? []
    for rule in ["experience.duration", "experience.training", "request.limits", "clock.answer"] {
      #expect(findings[rule] == .toDecide, "\(rule)")
    }
  }

  @Test("Training without hours is asked for even when the minimum is met (R335-8)")
  func unknownTraining() throws {
    var request = LegalTableTests.trained
    request.experiences[1].totalHours = nil
    request.experiences[1].weeklyHours = nil
    #expect(try Fixture.assess(request).findings["experience.training"] == .toDecide)
  }

  @Test(
    "Under R1 a year is the full-time year of the undertaking (L3121-41)",
    arguments: [
      (1582, Hours?.none, FindingResult.notSatisfied), (1582, Hours(1582), .satisfied),
      (1581, Hours(1582), .notSatisfied), (1606, Hours(1700), .notSatisfied), (1607, Hours(1700), .satisfied),
    ])
  func undertaking(hours: Int, year: Hours?, expected: FindingResult) throws {
    var request = Fixture.request
    request.reception.initiatedOn = Fixture.day("2018-05-14")
    request.experiences[0].weeklyHours = nil
    request.experiences[0].totalHours = Hours(hours)
    request.experiences[0].fullTimeYear = year
    #expect(try Fixture.assess(request).findings["experience.duration"] == expected)
  }

  @Test("The law in force names its own article for the contents of the request", arguments: [true, false])
  func contents(onPortal: Bool) throws {
    var request = Fixture.request
    request.reception.initiatedOn = Fixture.day("2024-02-01")
    let admissibility = try Fixture.assess(request) { $0.parameters.onNationalPortal = onPortal }
    let source = admissibility.findings.first { $0.rule == .requestSignature }?.source ?? ""
    #expect(source.contains(onPortal ? "R6412-1" : "R335-7"))
  }

  @Test("A refusal between the two due dates is to decide; an acceptance is not (L6412-2)")
  func between() throws {
    func answer(_ outcome: DecisionOutcome, _ day: String) throws -> FindingResult? {
      var request = Fixture.request
      request.reception.decision = RequestDecision(
        outcome: outcome, date: Fixture.day(day), by: "Commission", reason: "motif")
      return try Fixture.assess(request, asOf: "2021-12-31").findings["clock.answer"]
    }
    #expect(try answer(.unfavourable, "2021-11-06") == .satisfied)
    #expect(try answer(.unfavourable, "2021-11-07") == .toDecide)
    #expect(try answer(.favourable, "2021-11-07") == .satisfied)
    #expect(try answer(.unfavourable, "2021-11-21") == .toDecide)
  }

  @Test("Only a silence that accepts beyond doubt is shown as an acceptance (L6412-2)")
  func impliedOnly() throws {
    var request = Fixture.request
    let settled = try Fixture.assess(request, asOf: "2021-12-31")
    #expect(settled.clock.impliedOn == Fixture.day("2021-11-20"))
    request.reception.initiatedOn = Fixture.day("2018-05-14")
    let doubtful = try Fixture.assess(request, asOf: "2021-12-31")
    #expect(doubtful.clock.impliedOn == nil)
    #expect(doubtful.clock.silentOn == Fixture.day("2021-11-20"))
    #expect(doubtful.clock.validUntil == nil)
    let deadlines = AnswerDeadlines.due(doubtful)
    #expect(deadlines.contains { $0.kind == .silent && $0.isOverdue(asOf: Fixture.day("2021-12-31")) })
    #expect(!deadlines.contains { $0.kind == .accepted })
  }

  @Test("Whoever relies on an earlier admissibility joins its notice (L6113-9)")
  func notice() {
    var request = Fixture.request
    request.prior = PriorAdmissibility(
      date: Fixture.day("2021-01-04"), until: Fixture.day("2023-01-04"), by: "UIMM")
    #expect(Pieces.finding(request, source: nil).result == .notSatisfied)
  }

  @Test("The gap analysis names the activities of the fiche too")
  func activities() throws {
    let activities = try Fixture.assess(Fixture.request).activities
    #expect(activities.map(\.label) == Fixture.certification.activities + Fixture.certification.missions)
  }

  @Test("Changing only the days moves a request through the regimes as the table says (domain 2.1)")
  func regimes() throws {
    let days: [(String, RegimeName)] = [
      ("2017-04-21", .r0), ("2017-10-01", .r1), ("2019-11-04", .r2), ("2022-12-23", .r2), ("2024-01-01", .r3),
    ]
    for (day, name) in days {
      var request = Fixture.request
      request.reception = Reception(
        initiatedOn: Fixture.day(day), receivedOn: Fixture.day(day), completeOn: Fixture.day(day),
        reminders: [], decision: nil)
      #expect(try Fixture.assess(request, asOf: day).regime?.name == name)
    }
  }
}
