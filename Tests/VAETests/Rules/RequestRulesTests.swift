import Testing
import XML

@testable import Artefacts
@testable import Rules

@Suite("Pièces, relances, plafonds, décision")
struct RequestRulesTests {
  private func attachment(_ kind: AttachmentKind, signatures: Int? = nil, separates: Bool? = nil)
    -> Artefacts.Attachment
  {
    Artefacts.Attachment(kind: kind, signatures: signatures, separatesWork: separates, title: "pièce")
  }

  @Test("Each status asks for its own paper (R335-7, 2°)", arguments: ActivityStatus.allCases)
  func pieces(status: ActivityStatus) throws {
    var request = Fixture.request
    request.experiences[0].status = status
    request.attachments = [attachment(.identity)]
    #expect(Pieces.finding(request, source: nil).result == .notSatisfied)
    request.attachments = [attachment(Pieces.needed(for: status), signatures: 2, separates: true)]
    #expect(Pieces.finding(request, source: nil).result == .satisfied)
    request.attachments = [attachment(.activityProof)]
    #expect(Pieces.finding(request, source: nil).result == .toDecide)
  }

  @Test("A volunteer’s certificate has two signatures; a training certificate sets work apart")
  func doubts() {
    var request = Fixture.request
    request.experiences[0].status = .unpaidVolunteer
    request.attachments = [attachment(.volunteerCertificate, signatures: 1)]
    #expect(Pieces.finding(request, source: nil).result == .toDecide)
    request.experiences[0].status = .internship
    request.attachments = [attachment(.trainingCertificate)]
    #expect(Pieces.finding(request, source: nil).result == .toDecide)
  }

  @Test("No paper is asked for an activity without direct link")
  func unrelated() {
    var request = Fixture.request
    var other = request.experiences[0]
    other.status = .selfEmployed
    other.related = false
    request.experiences.append(other)
    #expect(Pieces.finding(request, source: nil).result == .satisfied)
  }

  @Test("Missing papers are asked for in two dated rounds, then a person decides")
  func reminders() throws {
    func result(_ reminders: [Reminder], _ asOf: String) throws -> FindingResult? {
      var request = Fixture.request
      request.reception.completeOn = nil
      request.reception.reminders = reminders
      let admissibility = try Fixture.assess(request, asOf: asOf)
      #expect(admissibility.completeness == .incomplete)
      #expect(admissibility.outcome == .incomplete)
      return admissibility["request.reminders"]
    }
    let first = Reminder(
      date: Fixture.day("2021-09-10"), answerBy: Fixture.day("2021-09-30"), missing: ["contrat"])
    #expect(try result([], "2021-09-12") == .toDecide)
    #expect(try result([first], "2021-09-30") == .satisfied)
    #expect(try result([first], "2021-10-01") == .toDecide)
    var second = first
    second.answerBy = Fixture.day("2021-10-15")
    #expect(try result([first, second], "2021-10-15") == .satisfied)
    #expect(try result([first, second], "2021-10-16") == .toDecide)
  }

  private func entry(
    _ number: String, _ certification: String = "RNCP28236", on day: String = "2021-02-01",
    _ outcome: AdmissibilityOutcome = .receivable, scope: TargetScope = .whole, name: String = "EXEMPLE"
  ) -> EarlierRequest {
    var identity = Fixture.request.identity
    identity.number = number
    identity.birthName = name
    identity.certification = certification
    identity.scope = scope
    return EarlierRequest(receivedOn: Fixture.day(day), outcome: outcome, identity: identity)
  }

  private func limits(
    _ entries: [EarlierRequest], begun: String = "2021-09-06", countRejected: Bool? = nil
  ) throws -> FindingResult? {
    var request = Fixture.request
    request.reception.initiatedOn = Fixture.day(begun)
    let admissibility = try Fixture.assess(request, register: CentreRegister(entries: entries)) {
      $0.parameters.countRejected = countRejected
      $0.parameters.onNationalPortal = true
    }
    return admissibility["request.limits"]
  }

  @Test("One request for the same certification in a calendar year (R335-7)")
  func same() throws {
    #expect(try limits([]) == .satisfied)
    #expect(try limits([entry("A")]) == .notSatisfied)
    #expect(try limits([entry("A", on: "2020-12-31")]) == .satisfied)
    #expect(try limits([entry("A", on: "2021-01-01")]) == .notSatisfied)
    #expect(try limits([entry("A", name: "Autre")]) == .satisfied)
  }

  @Test("The same request seen again is not another one; a number used again does not hide a request")
  func itself() throws {
    let number = Fixture.request.number
    var same = entry(number, on: "2021-09-06")
    same.identity = Fixture.request.identity
    #expect(try limits([same]) == .satisfied)
    #expect(try limits([entry(number, on: "2021-02-01")]) == .notSatisfied)
  }

  @Test("Three requests for different certifications in a calendar year (R335-7)")
  func different() throws {
    let two = [entry("A", "RNCP1"), entry("B", "RNCP2")]
    #expect(try limits(two) == .satisfied)
    #expect(try limits(two + [entry("C", "RNCP3")]) == .notSatisfied)
  }

  @Test("Whether refused requests count is the centre’s parameter; unset, a person decides when it matters")
  func rejected() throws {
    let refused = [entry("A", "RNCP28236", on: "2021-02-01", .notReceivable)]
    #expect(try limits(refused) == .toDecide)
    #expect(try limits(refused, countRejected: true) == .notSatisfied)
    #expect(try limits(refused, countRejected: false) == .satisfied)
  }

  @Test("Requests for blocs only do not count under R4 (R6412-3), they do before")
  func blocs() throws {
    let bloc = [entry("A", "RNCP28236", on: "2021-02-01", .receivable, scope: .blocs)]
    #expect(try limits(bloc, begun: "2024-01-01") == .satisfied)
    #expect(try limits(bloc, begun: "2023-12-31") == .notSatisfied)
    var request = Fixture.request
    request.reception.initiatedOn = Fixture.day("2024-01-01")
    request.target = Target(certification: "RNCP28236", scope: .blocs, leave: nil, blocs: ["B1"])
    let whole = CentreRegister(entries: [entry("A")])
    let current = try Fixture.assess(request, register: whole) { $0.parameters.onNationalPortal = true }
    #expect(current.findings["request.limits"] == .notSatisfied)
  }

  @Test("A later request of the year is not an earlier one (R335-7)")
  func later() throws {
    #expect(try limits([entry("A", on: "2021-09-05")]) == .notSatisfied)
    #expect(try limits([entry("A", on: "2021-09-07")]) == .satisfied)
  }

  @Test("A person is known by name without accents or case, first name and birth")
  func person() {
    var other = Fixture.request.identity
    other.birthName = "EXÉMPLE "
    #expect(other.key == Fixture.request.identity.key)
    other.birthDate = Fixture.day("1985-03-15")
    #expect(other.key != Fixture.request.identity.key)
  }

  @Test("A decision against the rules keeps its reason, or asks for one")
  func override() throws {
    var request = Fixture.request
    request.reception.decision = RequestDecision(
      outcome: .unfavourable, date: Fixture.day("2021-10-01"), by: "Commission", reason: nil)
    #expect(try Fixture.assess(request, asOf: "2021-10-02")["decision.reason"] == .toDecide)
    request.reception.decision?.reason = "Sans rapport direct."
    #expect(try Fixture.assess(request, asOf: "2021-10-02")["decision.reason"] == .satisfied)
  }

  @Test("Every outcome is explained by a finding that is not satisfied, a decision or silence")
  func explained() throws {
    for hours in [0, 1606, 1607] {
      for complete in [nil, Fixture.day("2021-09-20")] as [Day?] {
        for asOf in ["2021-09-30", "2021-12-31", "2022-05-01"] {
          var request = Fixture.request
          request.experiences[0].weeklyHours = nil
          request.experiences[0].totalHours = Hours(hours)
          request.reception.completeOn = complete
          let admissibility = try Fixture.assess(request, asOf: asOf)
          let open = admissibility.findings.contains { $0.result == .notSatisfied || $0.result == .toDecide }
          #expect(admissibility.outcome == .receivable || admissibility.basis != .rules || open)
        }
      }
    }
  }

  @Test("The gap analysis names what the declared activities reach, and only that")
  func gaps() throws {
    var request = Fixture.request
    request.experiences[0].activities = [
      "Préparation des variables de paie", "Rédaction des procès-verbaux du CSE",
    ]
    let reach = try Fixture.assess(request).reach
    #expect(reach.map(\.capacity) == (1...9).map { "C\($0)" })
    #expect(reach.filter { $0.level != .nothing }.map(\.capacity) == ["C1", "C9"])
    #expect(reach[0].words.contains("variables de paie"))
  }
}
