import Testing
import XML

@testable import Artefacts
@testable import Rules

/// What the centre notes beside the request, and what it changes.
@Suite("Règles du parcours : ce que le centre note")
struct PathRuleTests {
  private let jury = DeliberationTests()

  @Test("A collective path inside an undertaking is left to people until a decision is noted (art. 54.3)")
  func collective() throws {
    var request = Fixture.request
    #expect(try Fixture.assess(request).findings["request.collective"] == nil)
    request.target.collective = true
    #expect(try Fixture.assess(request).findings["request.collective"] == .toDecide)
    #expect(try Fixture.assess(request).outcome == .toDecide)
    request.reception.decision = RequestDecision(
      outcome: .favourable, date: Fixture.day("2021-09-25"), by: "Commission")
    #expect(try Fixture.assess(request).findings["request.collective"] == .satisfied)
  }

  @Test("An admissibility under a former code counts by nothing of its own: full or short examination")
  func renewed() throws {
    func prior(_ reference: PriorReference?, until: String?) throws -> FindingResult? {
      var request = Fixture.request
      request.nature = .renewal
      request.prior = PriorAdmissibility(
        date: Fixture.day("2020-05-04"), until: until.map(Fixture.day), by: "UIMM",
        certification: "RNCP1", reference: reference)
      return try Fixture.assess(request).findings["register.prior"]
    }
    #expect(try prior(nil, until: "2023-01-01") == .toDecide)
    #expect(try prior(.revised, until: nil) == .satisfied)
    #expect(try prior(.same, until: nil) == .toDecide)
    #expect(try prior(.same, until: "2023-01-01") == .toDecide)
  }

  @Test("What the reference asks for besides is asked for by its title (R335-7, 3°)")
  func documents() throws {
    var certification = Fixture.certification
    certification.documents = ["Attestation de la branche"]
    var request = Fixture.request
    func result() throws -> Finding? {
      try assessRequest(request, certification, Fixture.regimes, Fixture.session, nil)?.findings
        .first { $0.rule == .requestDocuments }
    }
    #expect(try result()?.result == .notSatisfied)
    request.attachments.append(Attachment(kind: .other, title: "attestation de la Branche"))
    #expect(try result()?.result == .satisfied)
  }

  @Test("On the portal the feasibility file is taken up, else not evaluated (order of 3 July 2025)")
  func feasibility() throws {
    var request = Fixture.request
    func result() throws -> FindingResult? {
      try Fixture.assess(request) { $0.parameters.onNationalPortal = true }.findings["request.feasibility"]
    }
    #expect(try result() == nil)
    request.reception.initiatedOn = Fixture.day("2024-02-01")
    #expect(try result() == .notEvaluated)
    request.feasibility = Feasibility(model: .accompanied, prerequisites: [], competences: [], texts: [])
    #expect(try result() == .toDecide)
    request.feasibility?.opinion = FeasibilityOpinion(
      favourable: false, by: "Camille Fictif", date: Fixture.day("2024-02-02"))
    #expect(try result() == .satisfied)
  }

  @Test("After the award deadline of the entry the jury awards nothing; on that day it may")
  func awardDeadline() throws {
    func result(_ last: String?) throws -> (FindingResult?, DeliberationState) {
      var certification = Fixture.certification
      certification.registration.awardBy = last.map(Fixture.day)
      let made = try jury.deliberation(jury.decision(), certification: certification)
      return (made.findings["jury.award"], made.state)
    }
    let sitting = jury.decision().date
    #expect(try result(nil).0 == nil)
    #expect(try result(sitting.spelling) == (.satisfied, .recorded))
    #expect(try result(sitting.adding(days: -1).spelling) == (.notSatisfied, .contested))
  }

  @Test("The regional committee is told before the sitting; undated it is not evaluated (agreement of 2019)")
  func region() throws {
    let sitting = jury.decision().date
    func result(_ told: Day?) throws -> FindingResult? {
      try jury.deliberation(jury.decision()) {
        $0.calendar.juries = [JuryDay(date: sitting, regionToldOn: told)]
      }.findings["jury.region"]
    }
    #expect(try result(nil) == .notEvaluated)
    #expect(try result(sitting) == .satisfied)
    #expect(try result(sitting.next) == .toDecide)
  }

  @Test("Whoever accompanied the candidate does not sit, known from the request too (R335-8 II)")
  func adviser() throws {
    var request = Fixture.request
    request.advisers = [Adviser(name: "Camille FICTIF")]
    let finding = try jury.deliberation(jury.decision(), request: request) { session in
      session.jury.members = session.jury.members.map { member in
        var member = member
        if member.id == "J1" { member.name = "Mme Camille Fictif" }
        return member
      }
    }.findings.first { $0.rule == .juryConflict }
    #expect(finding?.result == .notSatisfied, "\(String(describing: finding))")
  }

  @Test("A decision that bears the name of someone else is refused, even under the right number")
  func name() throws {
    func state(_ name: String?) throws -> FindingResult? {
      try jury.deliberation(jury.decision { $0.candidate = name }).findings["jury.request"]
    }
    let person = Fixture.request.person
    #expect(try state(person.fullName) != .notSatisfied)
    #expect(try state(person.birthName.lowercased()) != .notSatisfied)
    #expect(try state("Zoé Quelconque") == .notSatisfied)
    #expect(try jury.deliberation(jury.decision { $0.candidate = "Zoé Quelconque" }).state == .contested)
  }

  @Test("Evidence exchanged since the decision is told by name")
  func exchanged() throws {
    let then = Exhibits(
      all: [
        Exhibited(to: .decision, sha256: "", files: [Exhibit(name: "releve.pdf", sha256: "a")])
      ])
    let made = try jury.deliberation(jury.decision(), exhibits: then)
    let finding = try #require(made.findings.first { $0.rule == .juryExchanged })
    #expect(finding.result == .toDecide && finding.message.contains("releve.pdf"))
    #expect(try jury.deliberation(jury.decision()).findings["jury.exchanged"] == nil)
  }
}
