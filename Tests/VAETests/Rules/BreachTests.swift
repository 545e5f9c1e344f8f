import Testing
import XML

@testable import Artefacts

@Suite("Délibération : une composition, un vote, une décision irréguliers")
struct BreachTests {
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
    ("jury.day", { decision, _ in decision.date = Fixture.day("2022-06-23") }),
    ("jury.request", { decision, _ in decision.number = "AUTRE-1" }),
    (
      "jury.balance",
      { _, session in session.jury.members.indices.forEach { session.jury.members[$0].sex = .male } }
    ),
    ("jury.union", { _, session in session.jury.members[3].union = "a" }),
    ("jury.chair", { _, session in session.jury.members[1].chair = true }),
    (
      "jury.chair",
      { _, session in
        session.jury.members[0].chair = false
        session.jury.members[2].chair = true
      }
    ),
    (
      "jury.vote",
      { decision, _ in decision.vote = Vote(votesFor: 1, against: 0, abstain: 3, castingVote: false) }
    ),
    (
      "jury.asked",
      { _, session in
        session.calendar.juries = [
          JuryDay(date: Fixture.day("2022-03-24"), askedOn: Fixture.day("2022-03-20"), noticeOn: nil)
        ]
      }
    ),
    (
      "jury.notice",
      { _, session in
        session.calendar.juries = [
          JuryDay(date: Fixture.day("2022-03-24"), askedOn: nil, noticeOn: Fixture.day("2022-03-20"))
        ]
      }
    ),
    (
      "jury.conflict",
      { decision, session in session.jury.members[1].name = "M. " + Fixture.request.person.fullName }
    ),
    ("jury.reason", { decision, _ in decision.rulings[0].outcome = .notAcquired }),
  ]

  @Test(
    "Each breach of a rule contests the decision, under the name of the rule", arguments: breaches.indices)
  func breach(index: Int) throws {
    let (rule, change) = Self.breaches[index]
    let regular = DeliberationTests()
    var decision = regular.decision()
    var changed = regular.session
    change(&decision, &changed)
    let deliberation = try regular.deliberation(decision) { $0 = changed }
    #expect(deliberation.state == .contested)
    #expect([FindingResult.notSatisfied, .toDecide].contains(deliberation.findings[rule]))
  }
}
