import Testing
import XML

@testable import Artefacts
@testable import Rules

@Suite("Recevabilité")
struct AdmissibilityTests {
  @Test(
    "The regime is that of the day the path began (domain 2.1)",
    arguments: [
      ("2017-04-20", nil, nil), ("2017-04-21", nil, RegimeName.r0), ("2017-09-30", nil, .r0),
      ("2017-10-01", nil, .r1),
      ("2019-11-03", nil, .r1), ("2019-11-04", nil, .r2), ("2023-12-31", nil, .r2),
      ("2024-01-01", false, .r3),
      ("2024-01-01", true, .r4), ("2024-01-01", nil, nil), ("2021-09-06", true, .r2),
    ] as [(String, Bool?, RegimeName?)])
  func regime(day: String, onPortal: Bool?, expected: RegimeName?) {
    #expect(Fixture.regimes.regime(ofPathBegunOn: Fixture.day(day), onPortal: onPortal)?.name == expected)
  }

  @Test(
    "1 607 h are asked for under R2 (R335-7, decree 2019-1119)",
    arguments: [
      (1606, FindingResult.notSatisfied), (1607, .satisfied), (1608, .satisfied), (0, .notSatisfied),
    ])
  func hours(hours: Int, expected: FindingResult) throws {
    var request = Fixture.request
    request.experiences[0].weeklyHours = nil
    request.experiences[0].totalHours = Hours(hours)
    let admissibility = try Fixture.assess(request)
    #expect(admissibility.findings["experience.duration"] == expected)
    #expect(admissibility.outcome == (expected == .satisfied ? .receivable : .notReceivable))
  }

  @Test("No hours are asked for from 2024 (R6412-1 ff.)")
  func noMinimum() throws {
    var request = Fixture.request
    request.reception.initiatedOn = Fixture.day("2024-01-01")
    request.experiences[0].totalHours = Hours(1)
    #expect(try Fixture.assess(request).findings["experience.duration"] == .satisfied)
  }

  @Test("The minimum before 1 October 2017 is left to a person (unverified)")
  func unsettled() throws {
    var request = Fixture.request
    request.reception.initiatedOn = Fixture.day("2017-09-30")
    request.experiences[0].totalHours = Hours(4820)
    #expect(try Fixture.assess(request).findings["experience.duration"] == .toDecide)
  }

  @Test("Missing hours are not zero hours: a person is asked")
  func missingHours() throws {
    var request = Fixture.request
    request.experiences[0].totalHours = nil
    request.experiences[0].weeklyHours = nil
    let admissibility = try Fixture.assess(request)
    #expect(admissibility.findings["experience.duration"] == .toDecide)
    #expect(admissibility.outcome == .toDecide)
  }

  @Test(
    "Work must outweigh training; exactly half is left to a person (R335-7)",
    arguments: [(999, FindingResult.satisfied), (1000, .toDecide), (1001, .notSatisfied)])
  func training(hours: Int, expected: FindingResult) throws {
    var request = Fixture.request
    request.experiences[0].totalHours = Hours(2000 - hours)
    var second = request.experiences[0]
    second.status = .internship
    second.totalHours = Hours(hours)
    request.experiences.append(second)
    request.attachments.append(
      Attachment(kind: .trainingCertificate, signatures: nil, separatesWork: true, title: "Attestation"))
    #expect(try Fixture.assess(request).findings["experience.training"] == expected)
  }

  @Test(
    "The request is received during the registration (L6113-9)",
    arguments: [
      ("2017-04-20", AdmissibilityOutcome.outsideRegister), ("2022-04-21", .receivable),
      ("2022-04-22", .outsideRegister),
    ])
  func window(day: String, expected: AdmissibilityOutcome) throws {
    var request = Fixture.request
    request.reception.initiatedOn = Fixture.day("2021-09-06")
    request.reception.receivedOn = Fixture.day(day)
    request.reception.completeOn = Fixture.day(day)
    #expect(try Fixture.assess(request, asOf: day).outcome == expected)
  }

  @Test(
    "Silence accepts once two months have passed since the complete file (L6412-2, R335-7)",
    arguments: [("2021-11-20", false), ("2021-11-21", true)])
  func silence(asOf: String, accepts: Bool) throws {
    let admissibility = try Fixture.assess(Fixture.request, asOf: asOf)
    #expect(admissibility.basis == .silence)
    #expect(admissibility.outcome == (accepts ? .receivable : .toDecide))
    #expect(admissibility.clock.impliedOn == (accepts ? Fixture.day("2021-11-20") : nil))
  }

  @Test("Silence accepts even when hours are short, and the finding says so")
  func silenceOverHours() throws {
    var request = Fixture.request
    request.experiences[0].weeklyHours = nil
    request.experiences[0].totalHours = Hours(10)
    let admissibility = try Fixture.assess(request, asOf: "2021-12-31")
    #expect(admissibility.outcome == .receivable)
    #expect(admissibility.findings["experience.duration"] == .notSatisfied)
  }

  @Test("An implied acceptance after the end of the registration is left to a person")
  func lateSilence() throws {
    var request = Fixture.request
    request.reception.receivedOn = Fixture.day("2022-03-01")
    request.reception.completeOn = Fixture.day("2022-03-01")
    #expect(try Fixture.assess(request, asOf: "2022-06-01").outcome == .toDecide)
  }

  @Test("Silence under R1 is left to a person (unverified)")
  func silenceR1() throws {
    var request = Fixture.request
    request.reception.initiatedOn = Fixture.day("2019-01-07")
    #expect(try Fixture.assess(request, asOf: "2022-01-01").outcome == .toDecide)
  }

  @Test(
    "Two months end on the same day number, clamped to the end of the month",
    arguments: [("2021-12-31", "2022-02-28"), ("2023-12-31", "2024-02-29"), ("2021-06-30", "2021-08-30")])
  func months(from: String, to: String) {
    #expect(Fixture.day(from).adding(months: 2) == Fixture.day(to))
  }

  @Test("A recorded decision prevails, either way, and the rules stay shown")
  func decision() throws {
    var request = Fixture.request
    request.reception.decision = RequestDecision(
      outcome: .unfavourable, date: Fixture.day("2021-10-11"), by: "Commission", reason: nil)
    let admissibility = try Fixture.assess(request, asOf: "2021-12-31")
    #expect(admissibility.outcome == .notReceivable)
    #expect(admissibility.basis == .decision)
    #expect(admissibility.findings["experience.duration"] == .satisfied)
  }

  @Test(
    "What is missing makes a request incomplete (R335-7)",
    arguments: ["request.signature", "request.sworn", "request.proofs", "request.complete"])
  func incomplete(rule: String) throws {
    var request = Fixture.request
    switch rule {
    case "request.signature": request.declaration.signedOn = nil
    case "request.sworn": request.declaration.sworn = false
    case "request.proofs": request.attachments = []
    default: request.reception.completeOn = nil
    }
    let admissibility = try Fixture.assess(request)
    #expect(admissibility.findings[rule] == .notSatisfied)
    #expect(admissibility.outcome == .incomplete)
  }

  @Test("Without any experience in direct link a request is not receivable (R335-7)")
  func link() throws {
    var request = Fixture.request
    request.experiences[0].related = false
    #expect(try Fixture.assess(request).outcome == .notReceivable)
  }

  @Test("What is not checked says so")
  func honest() throws {
    let findings = try Fixture.assess(Fixture.request).findings
    for rule in ["experience.link", "request.limits"] {
      #expect(findings[rule] == .notEvaluated)
    }
  }

  @Test("An unset validity is never supposed")
  func validity() throws {
    let admissibility = try Fixture.assess(Fixture.request) { $0.parameters.admissibilityMonths = nil }
    #expect(admissibility.findings["clock.validity"] == .notEvaluated)
    #expect(admissibility.clock.validUntil == nil)
  }

  @Test("Dates that contradict one another are left to a person, whatever silence would say")
  func dates() throws {
    var request = Fixture.request
    request.reception.completeOn = Fixture.day("2021-09-01")
    let admissibility = try Fixture.assess(request, asOf: "2021-12-31")
    #expect(admissibility.findings["request.dates"] == .toDecide)
    #expect(admissibility.outcome == .toDecide)
    var ended = Fixture.request
    ended.experiences[0].end = Fixture.day("2016-08-31")
    #expect(try Fixture.assess(ended).findings["request.dates"] == .toDecide)
  }

  @Test("Blocs aimed at without saying which are left to a person")
  func void() throws {
    var request = Fixture.request
    request.target = Target(certification: "RNCP28236", scope: .blocs, leave: nil, blocs: [])
    #expect(try Fixture.assess(request).findings["request.target"] == .toDecide)
  }
}
