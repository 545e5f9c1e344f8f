import Testing
import XML

@testable import Artefacts
@testable import Rules

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
    reviewedBy reviewer: String? = nil, request given: Request = Fixture.request,
    _ change: (inout Session) -> Void = { _ in }
  ) throws -> [Finding] {
    var session = Fixture.session
    session.asOf = Fixture.day("2022-05-16")
    change(&session)
    var request = given
    request.reception.initiatedOn = Fixture.day(begun)
    if !blocs.isEmpty {
      request.target = Target(certification: "RNCP28236", scope: .blocs, leave: nil, blocs: blocs)
    }
    let intake = Intake(
      state: .complete, submittedOn: Fixture.day("2021-12-13"), situations: Fixture.dossier.situations,
      items: [
        BoundEvidence(
          id: "E1", file: "releve.pdf", kind: .workDocument, state: .present, date: nil, type: .pdf, size: 1,
          sha256: nil, origin: nil, pages: nil, title: "t", author: nil)
      ], support: [], findings: [])
    guard var mapping = try mapSituations(intake, Fixture.request, Fixture.certification, nil) else {
      throw Fixture.Missing()
    }
    mapping.reviewedBy = reviewer
    guard
      let interview = try recordInterview(
        intake, mapping, request, Fixture.certification, session, Fixture.regimes, record,
        Inventory(files: []), nil)
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

  @Test(
    "Two qualified members until the end of 2023, one from 13 April 2024, a person between (R335-8 II, D6412-6)"
  )
  func size() throws {
    func lone(_ session: inout Session) { session.panel.members[1].qualified = false }
    #expect(try findings(record(), begun: "2023-12-31", lone)["panel.size"] == .notSatisfied)
    for day in ["2024-01-01", "2024-04-12"] {
      #expect(try findings(record(), begun: day)["panel.size"] == .toDecide, "no text was found")
    }
    #expect(try findings(record(), begun: "2024-04-13", lone)["panel.size"] == .satisfied)
    #expect(try findings(record { $0.present.removeLast() })["panel.size"] == .notSatisfied)
  }

  @Test(
    "A member of the candidate’s own firm does not sit, however it is spelt (R335-8)",
    arguments: [
      "entreprise EXEMPLE", "Entreprise-Exemple SAS", "Société Éntreprise  Exemple",
      "Ets Entreprise Exemple & Cie",
      "Entreprises Exemple S. A. R. L.",
    ])
  func conflict(spelling: String) throws {
    var request = Fixture.request
    request.experiences[0].end = nil
    let found = try findings(record(), request: request) { $0.panel.members[0].organisation = spelling }
    #expect(found["panel.conflict"] == .notSatisfied)
  }

  @Test("A past firm is weighed by people before 13 April 2024, and bars after (R335-8, D6412-6)")
  func pastFirm() throws {
    var past = Fixture.request
    past.experiences.indices.forEach { past.experiences[$0].end = Fixture.day("2020-12-31") }
    func member(_ session: inout Session) { session.panel.members[0].organisation = "Entreprise Exemple" }
    #expect(
      try findings(record(), begun: "2024-04-12", request: past, member)["panel.conflict"] == .toDecide)
    #expect(
      try findings(record(), begun: "2024-04-13", request: past, member)["panel.conflict"] == .notSatisfied)
  }

  @Test(
    "A recusal is enough until the end of 2023; from 13 April 2024, a tied person cannot be a member (R335-8, D6412-6)"
  )
  func recusal() throws {
    func third(_ session: inout Session) {
      session.panel.members.append(
        PanelMember(
          id: "P9", qualified: true, sex: .male, organisation: "Ailleurs", name: "M. Neuf", role: "r"))
      session.panel.members.indices.forEach { session.panel.members[$0].organisation = "Ailleurs" }
    }
    let recused = record { $0.recusals = [Recusal(member: "P9", reason: "parent")] }
    #expect(try findings(recused, begun: "2023-12-31", third)["panel.conflict"] == .satisfied)
    #expect(try findings(recused, begun: "2024-04-12", third)["panel.conflict"] == .toDecide)
    #expect(try findings(recused, begun: "2024-04-13", third)["panel.conflict"] == .toDecide)
    let seated = record { $0.recusals = [Recusal(member: "P1", reason: "parent")] }
    #expect(try findings(seated)["panel.conflict"] == .notSatisfied)
  }

  @Test("Who accompanied the candidate, or the candidate, does not sit (R335-8, D6412-6)")
  func companion() throws {
    let name = Fixture.session.panel.members[0].name
    #expect(try findings(record(), reviewedBy: name.uppercased())["panel.conflict"] == .notSatisfied)
    let own = try findings(record()) { $0.panel.members[0].name = "Mme " + Fixture.request.person.fullName }
    #expect(own["panel.conflict"] == .notSatisfied)
  }

  @Test("A member whose firm is not said cannot be cleared of a tie")
  func unknownFirm() throws {
    let found = try findings(record()) { session in
      session.panel.members.indices.forEach { session.panel.members[$0].organisation = nil }
    }
    #expect(found["panel.conflict"] == .notEvaluated)
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
    arguments: [InterviewStatus.absent, .excused, .interrupted, .revoked])
  func held(status: InterviewStatus) throws {
    let away = record {
      $0.status = status
      $0.assessments = []
    }
    #expect(try findings(away)["interview.held"] == .toDecide)
  }

  @Test("Nobody is assessed in absence", arguments: [InterviewStatus.absent, .excused])
  func away(status: InterviewStatus) throws {
    #expect(try findings(record { $0.status = status })["interview.held"] == .notSatisfied)
  }

  @Test(
    "A firm of a near name is left to a person",
    arguments: ["Groupe Entreprise Exemple", "Entreprise Exemple (Cluses)", "Exemple"])
  func nearFirm(name: String) throws {
    let found = try findings(record()) { $0.panel.members[0].organisation = name }
    #expect(found["panel.conflict"] == .toDecide)
  }

  @Test("A record of another request, after the day of appreciation, or that ends before it begins is told")
  func own() throws {
    #expect(try findings(record { $0.number = "AUTRE-1" })["interview.request"] == .notSatisfied)
    #expect(try findings(record { $0.number = nil })["interview.request"] == .notEvaluated)
    #expect(try findings(record { $0.end = "08:20" })["interview.hours"] == .notSatisfied)
    let early = try findings(record()) { $0.asOf = Fixture.day("2021-10-01") }
    #expect(early["interview.hours"] == .notSatisfied)
  }

  @Test("A reason that says nothing is none (agreement of 2019, art. 55.3)", arguments: [".", " - ", "1 !"])
  func emptyReason(reason: String) throws {
    let silent = record {
      $0.assessments[0].outcome = .notAcquired
      $0.assessments[0].reason = reason
    }
    #expect(try findings(silent)["interview.reason"] == .notSatisfied)
  }
}
