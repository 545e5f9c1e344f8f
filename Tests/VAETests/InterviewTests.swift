import Testing
import XML

@testable import VAE

@Suite("Entretien de validation")
struct InterviewTests {
  private func record(_ change: (inout Record) -> Void = { _ in }) -> Record {
    var record = Fixture.template(Record.self)
    record.assessments = (1...9).map {
      Assessment(capacity: "C\($0)", outcome: .acquired, reason: "vu", evidence: [EvidenceRef(ref: "E1")])
    }
    change(&record)
    return record
  }

  private func findings(
    _ record: Record, begun: String = "2021-09-06", target blocs: [String] = [],
    _ change: (inout Session) -> Void = { _ in }
  ) throws -> [Finding] {
    var session = Fixture.session
    change(&session)
    var request = Fixture.request
    request.reception.initiatedOn = Fixture.day(begun)
    if !blocs.isEmpty {
      request.target = Target(certification: "RNCP28236", scope: .blocs, leave: nil, blocs: blocs)
    }
    let intake = Intake(
      state: .complete, submittedOn: Fixture.day("2021-12-13"), situations: Fixture.dossier.situations,
      items: [
        Item(
          id: "E1", file: "releve.pdf", kind: .workDocument, state: .present, date: nil, type: .pdf, size: 1,
          sha256: nil, origin: nil, pages: nil, title: "t", author: nil)
      ], support: [], findings: [])
    guard let interview = try recordInterview(intake, request, Fixture.certification, session, record)
    else { throw Fixture.Missing() }
    return interview.findings
  }

  @Test("A regular interview satisfies every rule but those not evaluated")
  func regular() throws {
    #expect(try findings(record()).allSatisfy { $0.result == .satisfied || $0.result == .notEvaluated })
  }

  @Test("Every capacity has an outcome (fiche RNCP 28236)")
  func complete() throws {
    #expect(try findings(record { $0.assessments.removeLast() })["interview.complete"] == .notSatisfied)
    #expect(
      try findings(record { $0.assessments[0].outcome = .notAssessed })["interview.complete"] == .notSatisfied
    )
    #expect(try findings(record { $0.assessments[0].capacity = "C2" })["interview.complete"] == .notSatisfied)
  }

  @Test("A refusal has a reason (agreement of 2019, art. 55.3)")
  func reason() throws {
    let silent = record {
      $0.assessments[0].outcome = .notAcquired
      $0.assessments[0].reason = nil
    }
    #expect(try findings(silent)["interview.reason"] == .notSatisfied)
  }

  @Test("A cited item exists")
  func evidence() throws {
    #expect(
      try findings(record { $0.assessments[0].evidence = [EvidenceRef(ref: "E7")] })["interview.evidence"]
        == .notSatisfied)
  }

  @Test("Two qualified members before 13 April 2024, one after (R335-8, D6412-6)")
  func size() throws {
    func lone(_ session: inout Session) { session.panel.members[1].qualified = false }
    #expect(try findings(record(), begun: "2024-04-12", lone)["panel.size"] == .notSatisfied)
    #expect(try findings(record(), begun: "2024-04-13", lone)["panel.size"] == .satisfied)
    #expect(try findings(record { $0.present.removeLast() })["panel.size"] == .notSatisfied)
  }

  @Test("A member of the candidate’s own firm does not sit (R335-8)")
  func conflict() throws {
    let found = try findings(record()) { $0.panel.members[0].organisation = "entreprise EXEMPLE" }
    #expect(found["panel.conflict"] == .notSatisfied)
  }

  @Test("A panel of one sex is left to a person (R335-8)")
  func balance() throws {
    let found = try findings(record()) { $0.panel.members[1].sex = .female }
    #expect(found["panel.balance"] == .toDecide)
  }

  @Test("An unknown member is told")
  func known() throws {
    #expect(try findings(record { $0.present.append(Presence(member: "X")) })["panel.known"] == .notSatisfied)
  }

  @Test("An interview before the deposit is told")
  func date() throws {
    #expect(try findings(record { $0.date = Fixture.day("2021-12-12") })["interview.date"] == .notSatisfied)
  }

  @Test(
    "An interview that was not held is left to a person",
    arguments: [InterviewStatus.absent, .excused, .interrupted])
  func held(status: InterviewStatus) throws {
    #expect(try findings(record { $0.status = status })["interview.held"] == .toDecide)
  }
}
