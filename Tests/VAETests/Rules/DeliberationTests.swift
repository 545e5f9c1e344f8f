import Testing
import XML

@testable import Artefacts
@testable import Rules

@Suite("Délibération du jury")
struct DeliberationTests {
  var session: Session {
    var session = Fixture.session
    func juror(_ id: String, _ college: College, _ union: String?, chair: Bool = false) -> Juror {
      Juror(
        id: id, college: college, union: union, chair: chair, voting: true,
        sex: id == "J1" || id == "J3" ? .female : .male, organisation: "Atelier \(id)", name: "Membre \(id)")
    }
    session.jury.members = [
      juror("J1", .employers, nil, chair: true), juror("J2", .employers, nil), juror("J3", .unions, "A"),
      juror("J4", .unions, "B"),
    ]
    return session
  }

  func decision(_ change: (inout Decision) -> Void = { _ in }) -> Decision {
    var decision = Fixture.template(Decision.self)
    decision.present = (1...4).map { Presence(member: "J\($0)") }
    decision.vote = Vote(votesFor: 4, against: 0, abstain: 0, castingVote: false)
    decision.rulings = (1...9).map { JuryRuling(code: "C\($0)", outcome: .acquired, reason: nil) }
    decision.result = .full
    change(&decision)
    return decision
  }

  func deliberation(
    _ decision: Decision?, interview findings: [Finding] = [], panel: [String: CapacityOutcome] = [:],
    intake noted: [Finding] = [], target blocs: [String] = [],
    certification: Certification = Fixture.certification, request given: Request = Fixture.request,
    exhibits: Exhibits? = nil,
    _ change: (inout Session) -> Void = { _ in }
  ) throws -> Deliberation {
    var session = session
    session.asOf = Fixture.day("2022-05-16")
    change(&session)
    let interview = Interview(
      date: Fixture.day("2022-02-21"), status: .held, members: [], recusals: [],
      adjustments: [], companyOpinion: nil,
      assessments: certification.capacities.map {
        Assessment(capacity: $0.code, outcome: panel[$0.code] ?? .acquired, reason: nil, evidence: [])
      }, notes: [], revocation: nil, earlier: [],
      findings: findings)
    let intake = Intake(
      state: .complete, submittedOn: Fixture.day("2021-12-13"), situations: Fixture.dossier.situations,
      items: [], support: [], findings: noted)
    var request = given
    if !blocs.isEmpty {
      request.target = Target(certification: "RNCP28236", scope: .blocs, leave: nil, blocs: blocs)
    }
    let admissibility = try Fixture.assess(request)
    guard let mapping = try mapSituations(intake, request, certification, nil),
      let deliberation = try deliberate(
        admissibility, intake, mapping, interview, request, session, certification, Fixture.regimes, decision,
        Inventory(files: []), exhibits)
    else { throw Fixture.Missing() }
    return deliberation
  }

  @Test("Without a decision the summary waits for the jury and nothing is pronounced")
  func awaiting() throws {
    let deliberation = try deliberation(nil)
    #expect(deliberation.state == .awaiting)
    #expect(deliberation.result == nil)
    #expect(deliberation.summary.count == 9)
  }

  @Test("A regular decision is recorded and rolled up: all capacities, all blocs, the certification")
  func full() throws {
    let deliberation = try deliberation(decision())
    #expect(deliberation.state == .recorded)
    #expect(deliberation.result == .full)
    #expect(deliberation.blocs.map(\.acquired) == [true, true, true])
  }

  @Test("A bloc is acquired when all its capacities are", arguments: (1...9).map { "C\($0)" })
  func bloc(code: String) throws {
    let decision = decision { decision in
      decision.rulings = decision.rulings.map { ruling in
        ruling.code == code ? JuryRuling(code: code, outcome: .notAcquired, reason: "motif") : ruling
      }
      decision.result = .partial
    }
    let deliberation = try deliberation(decision)
    #expect(deliberation.state == .recorded)
    #expect(deliberation.blocs.count { !$0.acquired } == 1)
    #expect(deliberation.result == .partial)
  }

  @Test("A result that the capacities do not bear is contested and not published")
  func contradiction() throws {
    let deliberation = try deliberation(decision { $0.result = .partial })
    #expect(deliberation.state == .contested)
    #expect(deliberation.result == nil)
    #expect(deliberation.findings["jury.result"] == .notSatisfied)
  }

  @Test("Nothing acquired is no validation")
  func none() throws {
    let deliberation = try deliberation(
      decision { decision in
        decision.rulings = decision.rulings.map {
          JuryRuling(code: $0.code, outcome: .notAcquired, reason: "motif")
        }
        decision.result = .nothing
      })
    #expect(deliberation.result == .nothing)
  }

  @Test("An adjourned deliberation is recorded as such")
  func adjourned() throws {
    let adjourned = decision {
      $0.result = .adjourned
      $0.present.removeLast()
      $0.rulings = []
    }
    #expect(try deliberation(adjourned).result == .adjourned)
  }

  @Test(
    "An absence or an adjournment rules on nothing",
    arguments: [AwardResult.absent, .excused, .adjourned])
  func unruled(result: AwardResult) throws {
    #expect(try deliberation(decision { $0.result = result }).findings["jury.unruled"] == .notSatisfied)
  }

  @Test(
    "An absence against an interview that was held is left to the jury",
    arguments: [AwardResult.absent, .excused])
  func absence(result: AwardResult) throws {
    var absent = decision {
      $0.result = result
      $0.rulings = []
    }
    #expect(try deliberation(absent).findings["jury.absence"] == .toDecide)
    #expect(try deliberation(absent).state == .contested)
    absent.settled = "Entretien noté par erreur : le candidat ne s’est pas présenté."
    #expect(try deliberation(absent).result == result)
  }

  @Test(
    "A result taken back keeps what it was, by whom and why; a date before it, or another result, is told")
  func revoked() throws {
    var decision = decision { $0.result = .revoked }
    #expect(try deliberation(decision).findings["jury.revocation"] == .notSatisfied)
    let revocation = Revocation(
      date: Fixture.day("2022-04-01"), by: "Le jury", previous: .full, reason: "Pièce falsifiée.")
    decision.revocation = revocation
    #expect(try deliberation(decision).result == .revoked)
    decision.revocation?.previous = .partial
    #expect(try deliberation(decision).findings["jury.revocation"] == .notSatisfied)
    decision.revocation = revocation
    decision.revocation?.date = Fixture.day("2022-03-01")
    #expect(try deliberation(decision).findings["jury.revocation"] == .notSatisfied)
  }

  @Test("A revocation after a decision that still awards is contested; before a new decision, it is history")
  func laterRevocation() throws {
    var decision = decision()
    decision.revocation = Revocation(
      date: Fixture.day("2022-04-24"), by: "Le jury", previous: .full, reason: "Fraude.")
    #expect(try deliberation(decision).state == .contested)
    decision.revocation?.date = Fixture.day("2022-03-20")
    #expect(try deliberation(decision).result == .full)
  }

  @Test("What is left to people, the jury settles by a remark; what lacks a parameter, it cannot")
  func settled() throws {
    let remark = decision {
      $0.date = Fixture.day("2022-03-25")
      $0.settled = "Séance tenue le lendemain, les membres étant retenus."
    }
    let deliberation = try deliberation(remark)
    #expect(deliberation.state == .recorded && deliberation.findings["jury.settled"] == .satisfied)
    #expect(
      try self.deliberation(
        decision {
          $0.settled = "."; $0.date = Fixture.day("2022-03-25")
        }
      ).state == .contested)
    #expect(try self.deliberation(remark) { $0.parameters.quorum = nil }.state == .contested)
  }

  @Test("Capacities that nobody has checked award nothing")
  func unchecked() throws {
    var certification = Fixture.certification
    certification.blocs[0].capacities[0].toCheck = true
    #expect(
      try deliberation(decision(), certification: certification).findings["jury.certification"]
        == .notSatisfied)
  }

  @Test("What is kept from an earlier session completes a bloc, and is not ruled on again (art. 55.3)")
  func held() throws {
    var keep = Fixture.request
    keep.held = [Held(code: "B2", date: Fixture.day("2021-03-24"))]
    func unlimited(_ session: inout Session) { session.parameters.heldBlocMonths = 0 }
    let rest = decision { $0.rulings = $0.rulings.filter { !["C5", "C6", "C7", "C8"].contains($0.code) } }
    let deliberation = try deliberation(rest, request: keep, unlimited)
    #expect(deliberation.result == .full && deliberation.held.map(\.code) == ["B2"])
    var future = Fixture.request
    future.held = [Held(code: "B2", date: Fixture.day("2030-03-24"))]
    #expect(try self.deliberation(rest, request: future, unlimited).findings["jury.held"] == .notSatisfied)
  }

  @Test("An irregular interview contests the decision; what it left open, the jury may settle by a remark")
  func interview() throws {
    let broken = [Finding(rule: .panelSize, result: .notSatisfied, message: "trop peu", figures: [])]
    #expect(try deliberation(decision(), interview: broken).state == .contested)
    let open = [Finding(rule: .panelBalance, result: .toDecide, message: "des hommes seulement", figures: [])]
    #expect(try deliberation(decision(), interview: open).state == .contested)
    let remark = decision { $0.settled = "Aucune femme qualifiée disponible." }
    #expect(try deliberation(remark, interview: open).state == .recorded)
  }

  @Test("A request for one bloc is ruled on its capacities, and never awards the whole")
  func partial() throws {
    let decision = decision { decision in
      decision.rulings = [JuryRuling(code: "C9", outcome: .acquired, reason: nil)]
      decision.result = .partial
    }
    let deliberation = try deliberation(decision, target: ["B3"])
    #expect(deliberation.state == .recorded)
    #expect(deliberation.blocs.map(\.acquired) == [false, false, true])
  }

  @Test("A request for another certification is never awarded, whatever the admissibility decision")
  func otherTarget() throws {
    var admissibility = try Fixture.assess(Fixture.request)
    admissibility.findings = [
      Finding(rule: .requestTarget, result: .toDecide, message: "une autre", figures: [])
    ]
    let rules = RulingRules(decision(), certification: Fixture.certification, regimes: Fixture.regimes)
    #expect(rules.aim(admissibility).map(\.result) == [.notSatisfied])
  }

  @Test("A tie is settled by the chair’s casting vote (fiche RNCP 28236)")
  func tie() throws {
    let vote = Vote(votesFor: 2, against: 2, abstain: 0, castingVote: true)
    #expect(try deliberation(decision { $0.vote = vote }).state == .recorded)
  }
}
