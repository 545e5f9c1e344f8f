import Testing
import XML

@testable import Artefacts
@testable import Pages
@testable import Rules

@Suite("Entretiens successifs, annulation, extrait")
struct InterviewHistoryTests {
  private func record(_ change: (inout Record) -> Void) -> Record {
    var record = Fixture.template(Record.self)
    record.assessments = (1...9).map {
      Assessment(capacity: "C\($0)", outcome: .acquired, reason: "vu", evidence: [])
    }
    change(&record)
    return record
  }

  private func findings(_ record: Record) -> [Finding] { HistoryRules.findings(record) }

  private func earlier(_ day: String, _ status: InterviewStatus, _ outcome: CapacityOutcome = .acquired)
    -> EarlierInterview
  {
    EarlierInterview(
      date: Fixture.day(day), start: nil, end: nil, status: status, present: [], recusals: [],
      adjustments: [],
      companyOpinion: nil,
      assessments: [Assessment(capacity: "C1", outcome: outcome, reason: "r", evidence: [])], notes: [],
      revocation: nil)
  }

  @Test("An interview annulled says by whom and why, not before it was held")
  func annulled() {
    var record = record { $0.status = .revoked }
    #expect(findings(record)["interview.revocation"] == .notSatisfied)
    record.revocation = Revocation(
      date: record.date, by: "Le centre", previous: nil, reason: "Commission irrégulière.")
    #expect(findings(record)["interview.revocation"] == .satisfied)
    record.revocation?.date = Fixture.day("2021-01-01")
    #expect(findings(record)["interview.revocation"] == .notSatisfied)
    record.status = .held
    #expect(findings(record)["interview.revocation"] == .notSatisfied)
  }

  @Test("A second interview follows the first, and an absence before it is only history")
  func second() {
    let after = findings(record { $0.earlier = [earlier("2022-01-10", .absent)] })
    #expect(after["interview.order"] == .satisfied && after["interview.second"] == nil)
    let before = findings(record { $0.earlier = [earlier("2023-01-10", .absent)] })
    #expect(before["interview.order"] == .notSatisfied)
  }

  @Test("Two interviews that stand and differ are left to the jury")
  func contradiction() {
    let differ = record { $0.earlier = [earlier("2022-01-10", .held, .notAcquired)] }
    #expect(findings(differ)["interview.second"] == .toDecide)
    let agree = record { $0.earlier = [earlier("2022-01-10", .held)] }
    #expect(findings(agree)["interview.second"] == .satisfied)
  }

  @Test(
    "The candidate’s extract holds all that was noted, history and all, and nothing of the jury (C-434/16)")
  func extract() throws {
    var interview = Interview(
      date: Fixture.day("2022-02-21"), start: nil, end: nil, status: .held,
      members: [Member(ref: "P1", name: "Mme UN", role: "rôle")], recusals: [],
      adjustments: ["Temps majoré"], companyOpinion: "Avis <favorable>.",
      assessments: [Assessment(capacity: "C1", outcome: .notAcquired, reason: "Motif dit.", evidence: [])],
      notes: ["Une note."], revocation: nil, earlier: [earlier("2022-01-10", .excused)],
      findings: [Finding(rule: .panelSize, result: .notSatisfied, message: "Constat interne.", figures: [])])
    interview.earlier[0].notes = ["Une note ancienne."]
    let text = String(
      decoding: try #require(
        try InterviewExtract.page(Fixture.request, Fixture.certification, Fixture.session, interview)),
      as: UTF8.self)
    for part in [
      "Temps majoré", "Avis &lt;favorable&gt;.", "Motif dit.", "Une note.", "Une note ancienne.", "Mme UN",
      "candidat excusé",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(!text.contains("Constat interne."))
  }
}
