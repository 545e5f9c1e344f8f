import Testing
import XML

@testable import VAE

@Suite("Délibération du jury")
struct DeliberationTests {
  private var session: Session {
    var session = Fixture.session
    func juror(_ id: String, _ college: College, _ union: String?, chair: Bool = false) -> Juror {
      Juror(
        id: id, college: college, union: union, chair: chair, voting: true, sex: .female, organisation: nil,
        name: id)
    }
    session.jury.members = [
      juror("J1", .employers, nil, chair: true), juror("J2", .employers, nil), juror("J3", .unions, "A"),
      juror("J4", .unions, "B"),
    ]
    return session
  }

  private func decision(_ change: (inout Decision) -> Void = { _ in }) -> Decision {
    var decision = Fixture.template(Decision.self)
    decision.present = (1...4).map { Presence(member: "J\($0)") }
    decision.vote = Vote(votesFor: 4, against: 0, abstain: 0, castingVote: false)
    decision.rulings = (1...9).map { JuryRuling(code: "C\($0)", outcome: .acquired, reason: nil) }
    decision.result = .full
    change(&decision)
    return decision
  }

  private func deliberation(
    _ decision: Decision?, interview findings: [Finding] = [], target blocs: [String] = [],
    _ change: (inout Session) -> Void = { _ in }
  ) throws -> Deliberation {
    var session = session
    change(&session)
    let interview = Interview(
      date: Fixture.day("2022-02-21"), start: nil, end: nil, status: .held, members: [], recusals: [],
      adjustments: [], companyOpinion: nil, assessments: [], notes: [], findings: findings)
    let intake = Intake(
      state: .complete, submittedOn: Fixture.day("2021-12-13"), situations: Fixture.dossier.situations,
      items: [],
      support: [], findings: [])
    var request = Fixture.request
    if !blocs.isEmpty {
      request.target = Target(certification: "RNCP28236", scope: .blocs, leave: nil, blocs: blocs)
    }
    let admissibility = try Fixture.assess(request)
    guard let mapping = try map(intake, Fixture.certification, nil),
      let deliberation = try deliberate(
        admissibility, mapping, interview, request, session, Fixture.certification, decision)
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
    }
    #expect(try deliberation(adjourned).result == .adjourned)
  }

  private static let breaches: [(String, @Sendable (inout Decision, inout Session) -> Void)] = [
    ("jury.known", { decision, _ in decision.present[3] = Presence(member: "X") }),
    ("jury.known", { decision, _ in decision.present[1] = Presence(member: "J3") }),
    (
      "jury.vote",
      { decision, _ in decision.vote = Vote(votesFor: 0, against: 0, abstain: 4, castingVote: true) }
    ),
    ("jury.parity", { decision, _ in decision.present.removeLast() }),
    ("jury.union", { _, session in session.jury.members[3].union = "A" }),
    ("jury.union", { _, session in session.jury.members[3].union = nil }),
    ("jury.chair", { _, session in session.jury.members[0].chair = false }),
    ("jury.quorum", { _, session in session.parameters.quorum = 5 }),
    ("jury.quorum", { _, session in session.parameters.quorum = nil }),
    ("jury.conflict", { _, session in session.jury.members[1].organisation = "Entreprise Exemple" }),
    ("jury.conflict", { decision, _ in decision.recusals = [Recusal(member: "J2", reason: "lien")] }),
    ("jury.conformity", { decision, _ in decision.conformity.compliant = false }),
    ("jury.summary", { decision, _ in decision.summaryExamined = false }),
    ("jury.vote", { decision, _ in decision.vote.votesFor = 3 }),
    (
      "jury.vote",
      { decision, _ in decision.vote = Vote(votesFor: 1, against: 3, abstain: 0, castingVote: false) }
    ),
    (
      "jury.vote",
      { decision, _ in decision.vote = Vote(votesFor: 2, against: 2, abstain: 0, castingVote: false) }
    ),
    ("jury.vote", { decision, _ in decision.vote.castingVote = true }),
    ("jury.rulings", { decision, _ in decision.rulings.removeLast() }),
    ("jury.order", { decision, _ in decision.date = Fixture.day("2022-02-20") }),
    ("jury.day", { decision, _ in decision.date = Fixture.day("2022-03-25") }),
    ("jury.reason", { decision, _ in decision.rulings[0].outcome = .notAcquired }),
  ]

  @Test(
    "Each breach of a rule contests the decision, under the name of the rule", arguments: breaches.indices)
  func breach(index: Int) throws {
    let (rule, change) = Self.breaches[index]
    var decision = decision()
    var changed = session
    change(&decision, &changed)
    let deliberation = try deliberation(decision) { $0 = changed }
    #expect(deliberation.state == .contested)
    #expect([FindingResult.notSatisfied, .toDecide].contains(deliberation.findings[rule]))
  }

  @Test("An irregular interview contests the decision; what it left open, the jury may settle by a remark")
  func interview() throws {
    let broken = [Finding("panel.size", .notSatisfied, "trop peu")]
    #expect(try deliberation(decision(), interview: broken).state == .contested)
    let open = [Finding("panel.balance", .toDecide, "des hommes seulement")]
    #expect(try deliberation(decision(), interview: open).state == .contested)
    let remark = decision { $0.conformity.remark = "Aucune femme qualifiée disponible." }
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
    admissibility.findings = [Finding("request.target", .toDecide, "une autre")]
    #expect(RulingRules.target(admissibility).result == .notSatisfied)
  }

  @Test("A tie is settled by the chair’s casting vote (fiche RNCP 28236)")
  func tie() throws {
    let vote = Vote(votesFor: 2, against: 2, abstain: 0, castingVote: true)
    #expect(try deliberation(decision { $0.vote = vote }).state == .recorded)
  }
}
