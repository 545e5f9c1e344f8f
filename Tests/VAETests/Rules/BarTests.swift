import Testing
import XML

@testable import Artefacts
@testable import Rules

/// What the texts contradict, or leave open, is never decided by a default.
@Suite("Barres et points laissés ouverts")
struct BarTests {
  private let jury = DeliberationTests()

  private func request(received: String, decided: String? = nil) -> Request {
    var request = Fixture.request
    request.reception.initiatedOn = Fixture.day(received)
    request.reception.receivedOn = Fixture.day(received)
    request.reception.completeOn = Fixture.day(received)
    request.reception.decision = decided.map {
      RequestDecision(outcome: .favourable, date: Fixture.day($0), by: "Commission", reason: "motif")
    }
    return request
  }

  // MARK: L6113-9

  @Test(
    "A favourable decision on a first request received after the end follows the dossier to the jury (L6113-9)"
  )
  func register() throws {
    let late = request(received: "2022-04-22", decided: "2022-05-10")
    let admissibility = try Fixture.assess(late, asOf: "2022-05-16")
    #expect(admissibility.outcome == .receivable)
    #expect(admissibility.findings["register.acceptance"] == .notSatisfied)
    let contested = try jury.deliberation(jury.decision(), request: late)
    #expect(contested.state == .contested && contested.findings["jury.register"] == .toDecide)
    let settled = try jury.deliberation(
      jury.decision { $0.settled = "Recevable par décision de justice." }, request: late)
    #expect(settled.state == .recorded && settled.findings["jury.register"] == .toDecide)
  }

  @Test("An admissibility of the day before the end holds, of the very day is a person’s to settle (L6113-9)")
  func lastDay() throws {
    for (day, expected) in [
      ("2022-04-20", FindingResult.satisfied), ("2022-04-21", .toDecide), ("2022-04-22", .toDecide),
    ] {
      let admissibility = try Fixture.assess(
        request(received: "2022-03-01", decided: day), asOf: "2022-05-16")
      #expect(admissibility.findings["register.acceptance"] == expected, "\(day)")
    }
  }

  @Test("The reading « demandée avant elle » is not offered for a request made after the end")
  func reading() throws {
    func message(_ received: String, _ decided: String) throws -> String {
      try Fixture.assess(request(received: received, decided: decided), asOf: decided).findings
        .first { $0.rule == .registerAcceptance }?.message ?? ""
    }
    #expect(try message("2022-04-10", "2022-05-10").contains("demandée avant elle"))
    #expect(try !message("2024-05-10", "2024-06-10").contains("demandée avant elle"))
  }

  // MARK: Silence

  @Test("A refusal once silence has accepted goes to a person, and a person’s word settles it (L6412-2)")
  func lateRefusal() throws {
    func outcome(_ day: String, waived: Bool = false) throws -> Admissibility {
      var request = request(received: "2021-09-06")
      request.reception.decision = RequestDecision(
        outcome: .unfavourable, date: Fixture.day(day), by: "Commission", reason: "motif")
      return try Fixture.assess(request, asOf: "2021-12-30") {
        guard waived else { return }
        $0.waivers = [
          Waiver(
            number: request.number, rule: .clockAnswer, by: "Directrice", date: Fixture.day("2021-12-29"),
            reason: "acceptation retirée")
        ]
      }
    }
    #expect(try outcome("2021-11-06").outcome == .notReceivable)
    let late = try outcome("2021-11-07")
    #expect(late.outcome == .toDecide && late.basis == .decision)
    #expect(late.findings["decision.reason"] == .toDecide && late.findings["clock.answer"] == .toDecide)
    #expect(try outcome("2021-11-07", waived: true).outcome == .notReceivable)
  }

  // MARK: Deposit

  @Test(
    "A dossier too late, or after the admissibility lapsed, blocks the award until a person waives it",
    arguments: [Rule.dossierDeadline, .dossierValidity])
  func deposit(rule: Rule) throws {
    let blocked = try jury.deliberation(
      jury.decision { $0.settled = "Le jury passe outre." }, intake: [rule.toDecide("Trop tard.")])
    #expect(blocked.state == .contested && blocked.result == nil)
    #expect(blocked.findings["jury.deposit"] == .notSatisfied)
    #expect(
      try jury.deliberation(jury.decision(), intake: [rule.satisfied("Dérogation.")]).state == .recorded)
  }

  @Test("Another candidate’s dossier never leads to an award")
  func otherDossier() throws {
    let other = Rule.dossierRequest.notSatisfied("Le dossier de preuves porte le nom d’une autre personne.")
    let blocked = try jury.deliberation(
      jury.decision { $0.settled = "Le jury passe outre." }, intake: [other])
    #expect(blocked.state == .contested && blocked.findings["jury.deposit"] == .notSatisfied)
  }

  @Test("A dossier says by its number and its name whose it is")
  func ownership() {
    let own = Fixture.request
    func result(_ number: String?, _ name: String?) -> FindingResult {
      var dossier = Fixture.dossier
      (dossier.number, dossier.candidate) = (number, name)
      return Ownership.finding(dossier, of: own).result
    }
    #expect(result(nil, nil) == .notEvaluated)
    #expect(result(own.number, own.person.birthName.uppercased()) == .satisfied)
    #expect(result(own.number.lowercased(), nil) == .satisfied)
    #expect(result(nil, own.person.fullName) == .satisfied)
    #expect(result("AUTRE-1", own.person.birthName) == .notSatisfied)
    #expect(result(own.number, "FICTIF-AUTRE") == .notSatisfied)
  }

  // MARK: Experience

  @Test("Only what is acquired on the day of the request counts; the rest is told")
  func future() throws {
    func count(_ start: String, _ end: String?, total: Int? = nil, weekly: Int? = 35) throws -> Admissibility
    {
      var request = request(received: "2021-03-15")
      request.experiences = [request.experiences[0]]
      request.experiences[0].start = Fixture.day(start)
      request.experiences[0].end = end.map(Fixture.day)
      request.experiences[0].totalHours = total.map { Hours($0) }
      request.experiences[0].weeklyHours = weekly.map { Hours($0) }
      return try Fixture.assess(request, asOf: "2021-03-20")
    }
    let running = try count("2020-06-01", "2023-06-01")
    let stopped = try count("2020-06-01", "2021-03-15")
    #expect(running.hours.related == stopped.hours.related && running.outcome == .notReceivable)
    #expect(running.findings["experience.after"] == .notSatisfied)
    #expect(stopped.findings["experience.after"] == .satisfied)
    #expect(try count("2021-06-01", "2023-06-01").hours.related == Hours(0))
    #expect(try count("2021-06-01", "2023-06-01").hours.lines[0].treatment == .after)
    #expect(try count("2018-06-01", "2099-12-31").findings["experience.duration"] == .satisfied)
    // A total of a period that is not over says nothing of the day.
    let total = try count("2020-06-01", "2023-06-01", total: 4000, weekly: nil)
    #expect(total.hours.lines[0].treatment == .unknown && total.findings["experience.duration"] == .toDecide)
  }

  @Test(
    "Hours a week beyond sixty, or those of a month, go to a person",
    arguments: [("60", FindingResult.satisfied), ("60.5", .toDecide), ("151.67", .toDecide)])
  func week(hours: String, expected: FindingResult) throws {
    var request = request(received: "2021-09-06")
    request.experiences[0].weeklyHours = Hours(spelling: hours)
    let admissibility = try Fixture.assess(request)
    #expect(admissibility.findings["experience.week"] == expected)
    #expect(admissibility.outcome == (expected == .satisfied ? .receivable : .toDecide))
  }

  @Test(
    "Training above its share, work alone above the minimum: two readings, a person decides (R335-6)",
    arguments: [(2000, 2500, FindingResult.toDecide), (1607, 1608, .toDecide), (1606, 1700, .notSatisfied)])
  func training(work: Int, training: Int, expected: FindingResult) throws {
    var request = request(received: "2021-03-15")
    request.experiences[0].end = Fixture.day("2020-12-31")
    request.experiences = [request.experiences[0], request.experiences[0]]
    request.experiences[0].totalHours = Hours(work)
    request.experiences[1].status = .internship
    request.experiences[1].totalHours = Hours(training)
    #expect(try Fixture.assess(request, asOf: "2021-03-20").findings["experience.training"] == expected)
  }

  @Test(
    "Of an apprenticeship, a professionalisation or a subsidised contract only the hours at work count (R335-6 I)",
    arguments: [
      (ActivityStatus.apprenticeship, Int?(1200), 1200), (.professionalisation, 1200, 1200),
      (.subsidised, nil, 0),
      (.internship, nil, 1500),
    ])
  func contracts(status: ActivityStatus, atWork: Int?, counted: Int) throws {
    var request = request(received: "2021-03-15")
    request.experiences[0].end = Fixture.day("2020-12-31")
    request.experiences = [request.experiences[0], request.experiences[0]]
    request.experiences[1].status = status
    request.experiences[1].totalHours = Hours(1500)
    request.experiences[1].workplaceHours = atWork.map { Hours($0) }
    let admissibility = try Fixture.assess(request, asOf: "2021-03-20")
    #expect(admissibility.hours.lines[1].counted == Hours(counted))
    #expect(admissibility.findings["experience.training"] == (counted == 0 ? .toDecide : .satisfied))
  }

  @Test(
    "Where all readings of the minimum agree, no person is asked (2006 and 2016 texts; law of 2022)",
    arguments: [
      ("2017-06-01", 4821, FindingResult.satisfied), ("2017-06-01", 4820, .toDecide),
      ("2017-06-01", 1606, .toDecide),
      ("2017-06-01", 1607, .toDecide), ("2023-03-01", 1607, .satisfied), ("2023-03-01", 1606, .toDecide),
    ])
  func agreeing(begun: String, hours: Int, expected: FindingResult) throws {
    var request = request(received: begun)
    request.experiences = [request.experiences[0]]
    request.experiences[0].start = Fixture.day("2005-01-03")
    request.experiences[0].end = Fixture.day("2016-12-30")
    request.experiences[0].weeklyHours = nil
    request.experiences[0].totalHours = Hours(hours)
    #expect(try Fixture.assess(request, asOf: begun).findings["experience.duration"] == expected)
  }

  @Test("« Anne-Lise » and « Anne, Lise » may be one person: the caps are a person’s to settle (R335-7)")
  func nearNames() throws {
    var request = Fixture.request
    request.person.firstNames = ["Anne-Lise"]
    var other = request
    other.number = "AUTRE-1"
    other.reception.receivedOn = Fixture.day("2021-02-01")
    func result(_ names: [String]) throws -> FindingResult? {
      other.person.firstNames = names
      let entry = EarlierRequest(
        receivedOn: other.reception.receivedOn, outcome: .receivable, identity: other.identity)
      return try Fixture.assess(request, register: CentreRegister(entries: [entry])).findings[
        "request.limits"]
    }
    #expect(try result(["Anne", "Lise"]) == .toDecide)
    #expect(try result(["Anne-Lise"]) == .notSatisfied)
    #expect(try result(["Lise"]) == .satisfied)
  }
}
