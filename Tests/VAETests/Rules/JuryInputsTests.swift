import Foundation
import Testing
import XML

@testable import Artefacts
@testable import Language
@testable import Papers
@testable import Reading
@testable import Rules

@Suite("Jury : pièces conservées, délais, résultats sans vote, tableau")
struct JuryInputsTests {
  private func held(_ pieces: [Held], capacity: Int?, bloc: Int?, on day: String = "2022-03-24") -> HeldPieces
  {
    var request = Fixture.request
    request.held = pieces
    var parameters = Fixture.session.parameters
    (parameters.heldCapacityMonths, parameters.heldBlocMonths) = (capacity, bloc)
    return HeldPieces(
      request, certification: Fixture.certification, regimes: Fixture.regimes, parameters: parameters,
      on: Fixture.day(day))
  }

  private func piece(_ code: String, _ day: String) -> Held { Held(code: code, date: Fixture.day(day)) }

  @Test(
    "A capacity is kept as long as the centre says (art. 55.3, or without limit)",
    arguments: [
      ("2020-03-24", Int?(24), FindingResult.satisfied), ("2020-03-23", 24, .notEvaluated),
      ("2000-01-01", 0, .satisfied),
      ("2020-03-23", nil, .toDecide), ("2020-03-24", nil, .satisfied),
    ])
  func capacity(day: String, months: Int?, expected: FindingResult) {
    let pieces = held([piece("C3", day)], capacity: months, bloc: nil)
    #expect(pieces.findings.map(\.result) == [expected])
    #expect(pieces.codes == (expected == .satisfied ? ["C3"] : []))
  }

  @Test("A bloc kept brings all its capacities; one of another certification is refused")
  func bloc() {
    #expect(held([piece("B2", "2020-03-24")], capacity: 24, bloc: 60).codes == ["C5", "C6", "C7", "C8"])
    #expect(
      held([piece("B7", "2020-03-24")], capacity: 24, bloc: 60).findings.map(\.result) == [.notSatisfied])
  }

  @Test("What is kept counts towards blocs and the certification, and never takes anything away")
  func rollUp() {
    let certification = Fixture.certification
    let all = certification.blocs.flatMap(\.capacities).map(\.code)
    var dice = Dice(seed: 5)
    for _ in 0..<200 {
      let ruled = all.filter { _ in dice.chance(50) }.map {
        JuryRuling(code: $0, outcome: .acquired, reason: nil)
      }
      let kept = Set(all.filter { _ in dice.chance(30) })
      let without = RollUp.blocs(of: certification, ruled)
      let with = RollUp.blocs(of: certification, ruled, held: kept)
      for (a, b) in zip(without, with) {
        #expect(b.capacities >= a.capacities && (b.acquired || !a.acquired))
        #expect(b.acquired == (b.capacities == b.total))
      }
      let isFull = Set(ruled.map(\.code)).union(kept) == Set(all)
      #expect((RollUp.result(of: with) == .full) == isFull)
    }
  }

  @Test(
    "Unions are asked fifteen days ahead, employers told eight (agreement of 8 November 2019)",
    arguments: [
      ("2022-03-09", "2022-03-16", FindingResult.satisfied), ("2022-03-10", "2022-03-17", .toDecide),
    ])
  func notice(asked: String, told: String, expected: FindingResult) {
    var decision = Fixture.template(Decision.self)
    decision.date = Fixture.day("2022-03-24")
    var calendar = Fixture.session.calendar
    calendar.juries = [JuryDay(date: decision.date, askedOn: Fixture.day(asked), noticeOn: Fixture.day(told))]
    #expect(
      JuryNotice.findings(decision, calendar: calendar, regimes: Fixture.regimes).map(\.result) == [
        expected, expected, .notEvaluated,
      ])
    calendar.juries = [JuryDay(date: decision.date, askedOn: nil, noticeOn: nil)]
    #expect(
      JuryNotice.findings(decision, calendar: calendar, regimes: Fixture.regimes).map(\.result) == [
        .notEvaluated, .notEvaluated, .notEvaluated,
      ])
  }

  @Test("Only a ruling is a ruling", arguments: AwardResult.allCases)
  func rulings(result: AwardResult) {
    #expect(result.isRuling == [.full, .partial, .nothing].contains(result))
  }

  private func table(_ rows: String...) throws -> ([DecidedCase], [Diagnostic]) {
    let heads =
      DecisionTable.columns.joined(separator: ";") + ";"
      + (1...9).map { "C\($0);motif_C\($0)" }.joined(separator: ";")
    let text = ([heads] + rows).joined(separator: "\r\n")
    let context = DecisionTable.Context(
      certification: Fixture.certification, session: Fixture.session, request: { _ in Fixture.request },
      expected: { request, _ in Fixture.certification.capacities(of: request.target) })
    return DecisionTable.read(try Spreadsheet(TextTable.sheet(Array(text.utf8)), file: "d.csv"), context)
  }

  private static let acquired = (1...8).map { _ in "acquis;" }.joined(separator: ";")
  private static let row =
    "VAE-1;24/03/2022;J1|J2;oui;;oui;4;0;0;non;partial;;" + acquired + ";non acquis;Aucun compte rendu."

  @Test("A table of decisions is read; a wrong cell costs its own line")
  func csv() throws {
    let bad = Self.row.replacing("VAE-1", with: "VAE-2").replacing(";4;", with: ";quatre;").replacing(
      "non acquis;", with: "peut-être;")
    let (cases, problems) = try table(Self.row, bad, Self.row)
    #expect(cases.map(\.number) == ["VAE-1"])
    #expect(cases[0].decision.result == .partial)
    #expect(cases[0].decision.present.map(\.member) == ["J1", "J2"])
    #expect(cases[0].decision.rulings.last?.reason == "Aucun compte rendu.")
    #expect(problems.count == 3)
  }

  @Test(
    "Nothing that a jury decides is supplied: a cell left empty is told",
    arguments: [
      (";partial;;", ";;"), (";J1|J2;", ";;"), (";J1|J2;", ";J1|ZZ;"), (";oui;;", ";;;"),
      (";4;0;0;", ";;0;0;"),
      (";Aucun compte rendu.", ";"), (";partial;;acquis;", ";partial;;;"), (";partial;;", ";revoked;"),
      (";oui;4", ";;4"),
    ])
  func obligatory(part: String, other: String) throws {
    let row = Self.row.replacing(part, with: other, maxReplacements: 1)
    #expect(row != Self.row)
    let (cases, problems) = try table(row)
    #expect(cases.isEmpty && !problems.isEmpty)
  }

  @Test("A table whose quotation marks swallow cells, with a column twice, or in UTF-16 is refused whole")
  func broken() throws {
    #expect(throws: Refusal.self) { try table(Self.row.replacing(";oui;;oui;", with: ";oui;\"abc;oui;")) }
    #expect(throws: Refusal.self) {
      try Spreadsheet(TextTable.sheet(Array("a;b;a\r\n1;2;3".utf8)), file: "d.csv")
    }
    #expect(throws: Refusal.self) { try Spreadsheet(TextTable.sheet(Array("a;b\r\n".utf8)), file: "d.csv") }
    #expect(throws: Refusal.self) {
      try Spreadsheet(TextTable.sheet([0xFF, 0xFE, 0x61, 0, 0x3B, 0]), file: "d.csv")
    }
  }
}
