import Testing
import XML

@testable import Artefacts
@testable import Rules

@Suite("Dossier de preuves")
struct IntakeTests {
  private func file(_ name: String, _ problems: [FileProblem] = [], digest: String = "a") -> StoredFile {
    var file = StoredFile(name: name, size: 1000, problems: problems.map(NotedProblem.init))
    file.type = .pdf
    file.sha256 = String(repeating: digest, count: 64)
    return file
  }

  private func take(_ dossier: Dossier, _ files: [StoredFile]) throws -> Intake {
    var session = Fixture.session
    session.asOf = Fixture.day("2021-12-31")
    let admissibility = try Fixture.assess(Fixture.request, asOf: "2021-12-31")
    guard let intake = try takeIn(admissibility, Fixture.request, dossier, Inventory(files: files), session)
    else {
      throw Fixture.Missing()
    }
    return intake
  }

  @Test("A dossier whose files are all there is complete")
  func complete() throws {
    let intake = try take(Fixture.dossier, [file("releve.pdf")])
    #expect(intake.state == .complete)
    #expect(intake.items.map(\.state) == [.present])
    #expect(intake.findings["evidence.files"] == .satisfied)
  }

  @Test("A listed file that is not there is missing, and told")
  func missing() throws {
    let intake = try take(Fixture.dossier, [])
    #expect(intake.items.map(\.state) == [.missing])
    #expect(intake.findings["evidence.missing"] == .notSatisfied)
    #expect(intake.state == .withAnomalies)
  }

  @Test("A file that nothing lists is told")
  func unlisted() throws {
    #expect(
      try take(Fixture.dossier, [file("releve.pdf"), file("b.pdf", digest: "b")]).findings[
        "evidence.unlisted"] == .notSatisfied)
  }

  @Test("A faulty file is told and cannot be used", arguments: FileProblem.allCases.filter(\.isFatal))
  func faulty(problem: FileProblem) throws {
    let intake = try take(Fixture.dossier, [file("releve.pdf", [problem])])
    #expect(intake.items.map(\.state) == [.faulty])
    #expect(intake.findings["evidence.faulty"] == .notSatisfied)
  }

  @Test(
    "What a person should know of a sound file is told, and the file is used",
    arguments: FileProblem.allCases.filter { !$0.isFatal })
  func noted(problem: FileProblem) throws {
    let intake = try take(Fixture.dossier, [file("releve.pdf", [problem])])
    #expect(intake.items.map(\.state) == [.present])
    let told = intake.findings.filter { $0.message.contains(problem.label) || problem == .unexamined }
    #expect(told.contains { $0.result == (problem.isSuspect ? .toDecide : .notEvaluated) })
  }

  @Test("The same content under two names is told")
  func duplicate() throws {
    let intake = try take(Fixture.dossier, [file("releve.pdf"), file("copie.pdf")])
    #expect(intake.findings["evidence.duplicate"] == .notSatisfied)
  }

  @Test("An accent written in one code point or in two is the same name")
  func normalisation() throws {
    var dossier = Fixture.dossier
    dossier.evidence[0].file = "relev\u{E9}.pdf"
    #expect(try take(dossier, [file("releve\u{301}.pdf")]).items.map(\.state) == [.present])
  }

  @Test("A reference to an item that is not listed is told")
  func reference() throws {
    var dossier = Fixture.dossier
    dossier.situations[0].uses.append(EvidenceUse(evidence: "E9"))
    #expect(try take(dossier, [file("releve.pdf")]).findings["dossier.reference"] == .notSatisfied)
  }

  @Test("A deposit after the deadline is left to a person")
  func late() throws {
    var dossier = Fixture.dossier
    dossier.submittedOn = Fixture.day("2022-02-01")
    #expect(try take(dossier, [file("releve.pdf")]).findings["dossier.deadline"] == .toDecide)
  }

  @Test("A file heavier than the centre accepts cannot be used")
  func heavy() throws {
    var big = file("releve.pdf")
    big.size = (10 << 20) + 1
    #expect(try take(Fixture.dossier, [big]).findings["evidence.size"] == .notSatisfied)
  }

  @Test("The dossier of a request that is not receivable stops")
  func stops() throws {
    var admissibility = try Fixture.assess(Fixture.request)
    admissibility.outcome = .notReceivable
    #expect(
      try takeIn(admissibility, Fixture.request, Fixture.dossier, Inventory(files: []), Fixture.session)
        == nil)
  }
}
