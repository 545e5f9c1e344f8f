import Testing
import XML

@testable import Artefacts
@testable import Rules

/// Who sits, what the jury may depart from, what is kept: nothing is assumed.
@Suite("Jury : qui siège, ce qui s’écarte, ce qui est conservé")
struct JuryBarTests {
  private let jury = DeliberationTests()

  private func request(begun day: String) -> Request {
    var request = Fixture.request
    request.reception.initiatedOn = Fixture.day(day)
    request.reception.receivedOn = Fixture.day(day)
    request.reception.completeOn = Fixture.day(day)
    return request
  }

  @Test("The jury acquires what the panel did not only with a reason of its own, told as a departure")
  func departure() throws {
    func made(_ reason: String?) throws -> Deliberation {
      try jury.deliberation(
        jury.decision { decision in
          decision.rulings = decision.rulings.map {
            $0.code == "C3" ? JuryRuling(code: "C3", outcome: .acquired, reason: reason) : $0
          }
        }, panel: ["C3": .notAcquired])
    }
    #expect(try made(nil).state == .contested)
    #expect(try made(" ").findings["jury.departure"] == .notSatisfied)
    let told = try made("Le jury retient l’avis de l’entreprise.")
    #expect(told.state == .recorded)
    #expect(told.findings.first { $0.rule == .juryDeparture }?.message.contains("C3") == true)
    #expect(try jury.deliberation(jury.decision()).findings["jury.departure"] == .satisfied)
  }

  private func employers(_ count: Int, temporary: Int) throws -> FindingResult? {
    let ids = (1...count).flatMap { ["E\($0)", "U\($0)"] }
    return try jury.deliberation(
      jury.decision {
        $0.present = ids.map { Presence(member: $0) }
        $0.vote = Vote(votesFor: ids.count, against: 0, abstain: 0, castingVote: false)
      }
    ) { session in
      session.jury.members = (1...count).flatMap { rank in
        [
          Juror(
            id: "E\(rank)", college: .employers, chair: rank == 1, voting: true, sex: .female,
            organisation: "X\(rank)",
            temporaryWork: rank <= temporary ? true : nil, name: "Employeur \(rank)"),
          Juror(
            id: "U\(rank)", college: .unions, union: "S\(rank)", chair: false, voting: true, sex: .male,
            organisation: "Y\(rank)", name: "Salarié \(rank)"),
        ]
      }
    }.findings["jury.parity"]
  }

  @Test("Five employers sit, and a sixth only from temporary work (the fiche)")
  func sixth() throws {
    #expect(try employers(5, temporary: 0) == .satisfied)
    #expect(try employers(6, temporary: 0) == .notSatisfied)
    #expect(try employers(6, temporary: 1) == .satisfied)
    #expect(try employers(6, temporary: 2) == .notSatisfied)
    #expect(try employers(7, temporary: 1) == .notSatisfied)
  }

  @Test("A union outside the list of the session has no vote; without a list it is said")
  func representative() throws {
    func finding(_ list: [String]) throws -> Finding? {
      try jury.deliberation(jury.decision()) { $0.jury.representative = list }.findings
        .first { $0.rule == .juryUnion }
    }
    #expect(try finding(["A", "B", "C"])?.result == .satisfied)
    #expect(try finding(["A", "C"])?.result == .notSatisfied)
    #expect(try finding([])?.message.contains("elle n’est pas contrôlée") == true)
  }

  @Test(
    "The jury counts two qualified representatives of the trade, one in four (R335-8 II), one since D6412-6")
  func qualified() throws {
    func result(_ qualified: [Bool?], begun: String = "2021-09-06") throws -> FindingResult? {
      try jury.deliberation(jury.decision(), request: request(begun: begun)) { session in
        for (index, mark) in qualified.enumerated() { session.jury.members[index].qualified = mark }
      }.findings["jury.size"]
    }
    #expect(try result([true, true, false, false]) == .satisfied)
    #expect(try result([true, false, false, false]) == .notSatisfied)
    #expect(try result([nil, nil, nil, nil]) == .notEvaluated)
    #expect(try result([true, nil, nil, nil]) == .notEvaluated)
    #expect(try result([true, false, false, false], begun: "2024-04-13") == .satisfied)
    #expect(try result([true, true, true, true], begun: "2024-01-01") == .toDecide)
    #expect(try result([true, true, true, true], begun: "2024-04-12") == .toDecide)
    #expect(try result([true, true, false, false], begun: "2023-12-31") == .satisfied)
  }

  @Test("The agreement of 2019 asks nothing of a jury of 2018")
  func dated() {
    for rule in [BranchRuleName.unionNotice, .releaseNotice, .chair, .reasons, .retention, .blocRetention] {
      #expect(Fixture.regimes.branchRule(rule, on: Fixture.day("2019-11-07")) == nil)
      #expect(Fixture.regimes.branchRule(rule, on: Fixture.day("2019-11-08")) != nil)
    }
  }

  @Test(
    "What all texts keep is kept; where they part and the centre says nothing, a person is asked (fiche, art. 55.3)",
    arguments: [
      ("C3", "2020-03-24", "2022-03-24", FindingResult.satisfied),
      ("C3", "2020-03-23", "2022-03-24", .toDecide),
      ("B2", "2017-03-24", "2022-03-24", .satisfied), ("B2", "2017-03-23", "2022-03-24", .toDecide),
      ("C3", "2010-01-04", "2019-11-07", .satisfied),
    ])
  func retention(code: String, acquired: String, day: String, expected: FindingResult) {
    var request = Fixture.request
    request.held = [Held(code: code, date: Fixture.day(acquired))]
    var parameters = Fixture.session.parameters
    (parameters.heldCapacityMonths, parameters.heldBlocMonths) = (nil, nil)
    let held = HeldPieces(
      request, certification: Fixture.certification, regimes: Fixture.regimes, parameters: parameters,
      on: Fixture.day(day))
    #expect(held.findings.map(\.result) == [expected])
    #expect(held.codes.isEmpty == (expected != .satisfied) && held.open.isEmpty == (expected == .satisfied))
  }

  @Test("A full award that turns on an undecided piece is to decide, not refused")
  func undecided() throws {
    var request = Fixture.request
    request.held = [Held(code: "C3", date: Fixture.day("2018-01-08"))]
    let deliberation = try jury.deliberation(
      jury.decision { $0.rulings.removeAll { $0.code == "C3" } }, request: request
    ) { ($0.parameters.heldCapacityMonths, $0.parameters.heldBlocMonths) = (nil, nil) }
    #expect(deliberation.state == .contested)
    for rule in ["jury.held", "jury.rulings", "jury.result"] {
      #expect(deliberation.findings[rule] == .toDecide, "\(rule)")
    }
  }
}
