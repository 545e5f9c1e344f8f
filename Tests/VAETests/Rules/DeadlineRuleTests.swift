import Testing
import XML

@testable import Artefacts
@testable import Rules

/// What is due, from which text, until when; told from fifteen days before.
@Suite("Échéances : ce qui est dû, et ce qui approche")
struct DeadlineRuleTests {
  private let jury = DeliberationTests()

  /// What is due for a dossier decided favourably, of which so much is there.
  private func due(
    _ request: Request, asOf: String = "2021-10-01", intake: Intake? = nil, interview: Interview? = nil,
    deliberation: Deliberation? = nil, ledger: DepositLedger? = nil,
    _ change: (inout Session) -> Void = { _ in }
  ) throws -> DossierDeadlines {
    var session = Fixture.session
    session.asOf = Fixture.day(asOf)
    change(&session)
    let admissibility = try Fixture.assess(request, asOf: asOf, change)
    let listed = try listDeadlines(
      admissibility, request, session, Fixture.regimes, intake, interview, deliberation, ledger)
    return try #require(listed)
  }

  private var decided: Request {
    var request = Fixture.request
    request.reception.decision = RequestDecision(
      outcome: .favourable, date: Fixture.day("2021-09-25"), by: "Commission")
    return request
  }

  private var intake: Intake {
    Intake(
      state: .complete, submittedOn: Fixture.day("2021-12-13"), situations: [], items: [], support: [],
      findings: [])
  }

  private func day(_ kind: DeadlineKind, in due: DossierDeadlines) -> String? {
    due.all.first { $0.kind == kind }?.date.spelling
  }

  @Test("An open request has both due dates (L6412-2; decree)")
  func answer() throws {
    let due = try due(Fixture.request)
    #expect(day(.answerByLaw, in: due) == "2021-11-06" && day(.answerByDecree, in: due) == "2021-11-20")
    #expect(day(.evaluation, in: due) == nil)
  }

  @Test(
    "An alert comes fifteen days before, not sixteen; the day itself is in time",
    arguments: [
      ("2021-10-21", FindingResult.satisfied), ("2021-10-22", .toDecide), ("2021-11-06", .toDecide),
    ])
  func alert(asOf: String, result: FindingResult) throws {
    let due = try due(Fixture.request, asOf: asOf)
    #expect(due.findings.first { $0.rule == .deadlineAnswer }?.result == result)
  }

  @Test("A day that has passed is not satisfied; the day before it is still to do")
  func past() throws {
    let set = { (session: inout Session) in session.calendar.depositBy = Fixture.day("2021-12-20") }
    #expect(try due(decided, asOf: "2021-12-20", set).findings["deadline.deposit"] == .toDecide)
    #expect(try due(decided, asOf: "2021-12-21", set).findings["deadline.deposit"] == .notSatisfied)
  }

  @Test("Evaluation is due within twelve months of the notice under R1 and R2, not under R3 (ORIENT-SUD)")
  func evaluation() throws {
    #expect(day(.evaluation, in: try due(decided)) == "2022-09-25")
    var later = decided
    later.reception.initiatedOn = Fixture.day("2024-02-01")
    #expect(day(.evaluation, in: try due(later) { $0.parameters.onNationalPortal = false }) == nil)
  }

  @Test("Deposit and end of validity are due until the dossier is in")
  func deposit() throws {
    let set = { (session: inout Session) in session.parameters.admissibilityMonths = 24 }
    #expect(day(.lapse, in: try due(decided, set)) == "2023-09-25")
    #expect(day(.lapse, in: try due(decided, intake: intake, set)) == nil)
  }

  @Test("The interview is due on the candidate’s own slot, else at the end of the interviews")
  func interview() throws {
    let calendar = { (session: inout Session) in session.calendar.interviewsTo = Fixture.day("2022-02-28") }
    #expect(day(.interview, in: try due(decided, intake: intake, calendar)) == "2022-02-28")
    let slot = Slot(number: decided.number, date: Fixture.day("2022-02-21"), time: "09:00")
    let own = try due(decided, intake: intake) { $0.calendar.slots = [slot] }
    #expect(day(.interview, in: own) == "2022-02-21")
  }

  @Test(
    "Under R4 the jury is due by the end of the third month after the deposit, the result in fifteen days")
  func portal() throws {
    var request = decided
    request.reception.initiatedOn = Fixture.day("2024-02-01")
    let onPortal = { (session: inout Session) in session.parameters.onNationalPortal = true }
    #expect(day(.hearing, in: try due(request, intake: intake, onPortal)) == "2022-03-31")
    let deliberation = try jury.deliberation(jury.decision())
    let after = try due(request, intake: intake, deliberation: deliberation, onPortal)
    let sitting = try #require(deliberation.sitting?.date)
    #expect(day(.resultToCandidate, in: after) == sitting.adding(days: 15).spelling)
    #expect(day(.resultToAdviser, in: after) == sitting.adding(days: 15).spelling)
    #expect(day(.hearing, in: after) == nil)
  }

  @Test("Elsewhere the delay of notice is the centre’s, unset it is not evaluated; a sending noted ends it")
  func notice() throws {
    let deliberation = try jury.deliberation(jury.decision())
    let sitting = try #require(deliberation.sitting?.date)
    let unset = try due(decided, intake: intake, deliberation: deliberation)
    #expect(day(.resultToCandidate, in: unset) == nil && unset.findings["deadline.result"] == .notEvaluated)
    let set = { (session: inout Session) in session.parameters.resultNoticeDays = 30 }
    let fixed = try due(decided, intake: intake, deliberation: deliberation, set)
    #expect(day(.resultToCandidate, in: fixed) == sitting.adding(days: 30).spelling)
    #expect(day(.resultToAdviser, in: fixed) == nil)
    var sent = decided
    sent.advisers = [Adviser(name: "Camille Fictif")]
    sent.reception.sent = [
      Sent(paper: .result, to: .candidate, date: sitting.next, means: .registeredLetter)
    ]
    let after = try due(sent, intake: intake, deliberation: deliberation) {
      $0.parameters.resultNoticeDays = 30
      $0.parameters.appealDays = 60
    }
    #expect(day(.resultToCandidate, in: after) == nil && day(.resultToAdviser, in: after) != nil)
    #expect(day(.appeal, in: after) == sitting.next.adding(days: 60).spelling)
  }

  @Test(
    "The group and the register are due in three months, until the sending and the ledger say so (L6113-8)")
  func afterwards() throws {
    let deliberation = try jury.deliberation(jury.decision())
    let sitting = try #require(deliberation.sitting?.date)
    let due = try due(decided, intake: intake, deliberation: deliberation)
    #expect(day(.group, in: due) == sitting.adding(months: 3).spelling)
    #expect(day(.register, in: due) == sitting.adding(months: 3).spelling)
    let done = try self.due(
      decided, intake: intake, deliberation: deliberation,
      ledger: DepositLedger(deposited: [Deposited(id: "S-" + decided.number, file: "flux.xml")])
    ) {
      $0.sent = [Sent(paper: .group, to: .group, date: sitting.next, means: .registeredLetter)]
      $0.parameters.retentionMonths = 60
    }
    #expect(day(.group, in: done) == nil && day(.register, in: done) == nil)
    #expect(day(.retention, in: done) == sitting.adding(months: 60).spelling)
  }

  @Test("Days go forth and back over months and leap years as the calendar does")
  func days() {
    var day = Fixture.day("1999-12-30")
    for _ in 0..<1_000 {
      #expect(day.next == day.adding(days: 1) && day.next.adding(days: -1) == day)
      day = day.next
    }
    #expect(Fixture.day("2024-02-28").adding(days: 1).spelling == "2024-02-29")
    #expect(Fixture.day("2023-02-10").endOfMonth.spelling == "2023-02-28")
  }

  @Test("From one piece of news to the next nothing that is said changes, whatever the day of the run")
  func news() throws {
    let set = { (session: inout Session) in
      session.parameters.admissibilityMonths = 24
      session.calendar.depositBy = Fixture.day("2021-12-20")
    }
    var session = Fixture.session
    set(&session)
    for request in [Fixture.request, decided] {
      var today = Fixture.day("2021-09-26")
      while today < Fixture.day("2023-12-01") {
        let news = LastNews.day(
          request, session, Fixture.certification, Fixture.regimes, written: [], today: today)
        #expect(news <= today)
        let (then, now) = (
          try due(request, asOf: news.spelling, set), try due(request, asOf: today.spelling, set)
        )
        #expect(then.all == now.all, "\(today)")
        #expect(then.findings.map(\.result) == now.findings.map(\.result), "\(today)")
        today = today.adding(days: 3)
      }
    }
  }
}
