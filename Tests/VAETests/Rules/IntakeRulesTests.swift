import Foundation
import Testing
import XML

@testable import Artefacts
@testable import Language
@testable import Papers
@testable import Reading
@testable import Rules

@Suite("Dossier de preuves : limites du centre, règles de preuve, données de tiers")
struct IntakeRulesTests {
  private func take(
    _ dossier: Dossier = Fixture.dossier, _ change: (inout StoredFile) -> Void = { _ in },
    session: (inout Session) -> Void = { _ in }
  ) throws -> [Finding] {
    var parameters = Fixture.session
    parameters.asOf = Fixture.day("2021-12-31")
    session(&parameters)
    var file = StoredFile(name: "releve.pdf", size: 1000)
    (file.type, file.sha256, file.pages) = (.pdf, String(repeating: "a", count: 64), 4)
    change(&file)
    let admissibility = try Fixture.assess(Fixture.request, asOf: "2021-12-31")
    return try takeIn(admissibility, Fixture.request, dossier, Inventory(files: [file]), parameters)?.findings
      ?? []
  }

  @Test(
    "A limit of the centre passed is to decide, kept is satisfied, unset is not told",
    arguments: ["limits.pages", "limits.words", "limits.situations", "limits.size"])
  func limits(rule: String) throws {
    func result(_ limit: Int?) throws -> FindingResult? {
      try take(session: {
        switch rule {
        case "limits.pages": $0.parameters.pages = limit
        case "limits.words": $0.parameters.words = limit
        case "limits.situations": $0.parameters.situations = limit
        default: $0.parameters.totalMegabytes = limit
        }
      })[rule]
    }
    #expect(try result(nil) == nil)
    #expect(try result(0) == .toDecide)
    #expect(try result(1000) == .satisfied)
  }

  @Test("A waiver satisfies its own rule for its own request, and keeps the reason")
  func waiver() throws {
    func findings(_ number: String, _ rule: Rule) throws -> [Finding] {
      try take(session: {
        $0.parameters.pages = 1
        $0.waivers = [
          Waiver(
            number: number, rule: rule, by: "Responsable", date: Fixture.day("2022-01-03"),
            reason: "Annexes utiles.")
        ]
      })
    }
    let own = try findings(Fixture.request.number, .limitsPages)
    #expect(own["limits.pages"] == .satisfied)
    #expect(own.first { $0.rule == .limitsPages }?.message.contains("Annexes utiles.") == true)
    #expect(try findings("AUTRE", .limitsPages)["limits.pages"] == .toDecide)
    #expect(try findings(Fixture.request.number, .limitsWords)["limits.pages"] == .toDecide)
  }

  @Test("A type that the centre did not add is not accepted")
  func types() throws {
    #expect(try take(Fixture.dossier, { $0.type = .xlsx })["evidence.type"] == .notSatisfied)
    let allowed = try take(
      Fixture.dossier, { $0.type = .xlsx }, session: { $0.parameters.alsoAllowed = "xlsx ods" })
    #expect(allowed["evidence.type"] == nil)
  }

  @Test("A name almost right is offered")
  func nearest() throws {
    let findings = try take(Fixture.dossier, { $0.name = "Relevé (1).pdf" })
    let missing = findings.first { $0.rule == .evidenceMissing }
    #expect(missing?.figures.map(\.value) == ["Relevé (1).pdf"])
    #expect(NearestName.nearest(to: "releve.pdf", among: ["photo-du-chat.jpg"]) == nil)
  }

  @Test("Fewer items than the centre asks for, or too old, is to decide; other doubts are said")
  func support() throws {
    #expect(try take()["evidence.support"] == .satisfied)
    #expect(
      try take(session: { $0.parameters.evidencePerCapacity = 2 })["evidence.support"] == .toDecide)
    #expect(try take(session: { $0.parameters.evidenceYears = 0 })["evidence.support"] == .toDecide)
    var dossier = Fixture.dossier
    dossier.evidence[0].date = Fixture.day("2022-06-01")
    #expect(try take(dossier)["evidence.support"] == .notEvaluated)
    dossier = Fixture.dossier
    dossier.evidence[0].author = nil
    #expect(try take(dossier)["evidence.support"] == .notEvaluated)
  }

  @Test(
    "A social security number, an account, a page of pay are seen, and nothing like them",
    arguments: [
      ("Matricule 1 85 05 78 006 084 91 ici", SensitiveKind?.some(.nir)), ("185057800608491", .nir),
      ("2 69 05 49 588 157 80", .nir), ("185057800608492", nil), ("1850578006084911", nil),
      ("FR76 3000 6000 0112 3456 7890 189", .iban), ("FR7630006000011234567890189", .iban),
      ("FR76 3000 6000 0112 3456 7890 188", nil), ("IBAN : FR1420041010050500013M02606", .iban),
      ("Salaire de base 2 000,00\nNet imposable 1 500,00\nNet à payer 1 400,00", .payslip),
      ("Salaire de base 2 000,00", nil),
    ])
  func sensitive(text: String, kind: SensitiveKind?) {
    #expect(Sensitivity.find(in: text).map(\.kind) == (kind.map { [$0] } ?? []))
  }

  @Test("Third parties’ data is told by page, never quoted")
  func thirdParty() throws {
    let findings = try take(
      Fixture.dossier,
      {
        $0.sensitive = [Sensitive(kind: .nir, page: 3, count: 2)]
      })
    let finding = findings.first { $0.rule == .evidenceThirdParty }
    #expect(finding?.result == .toDecide)
    #expect(finding?.figures.map(\.value) == ["page 3 (2)"])
  }

  @Test("Without an antivirus the artefact says not scanned; with one that answered for some, to decide")
  func antivirus() throws {
    #expect(try take()["evidence.antivirus"] == .notEvaluated)
    func with(_ scanned: Bool) throws -> FindingResult? {
      try take(Fixture.dossier, { $0.scanned = scanned }, session: { $0.parameters.antivirus = "/run/x" })[
        "evidence.antivirus"]
    }
    #expect(try with(true) == .satisfied)
    #expect(try with(false) == .toDecide)
  }

  @Test("A dossier without its day of deposit is left to a person")
  func undated() throws {
    var dossier = Fixture.dossier
    dossier.submittedOn = nil
    #expect(try take(dossier)["dossier.deadline"] == .toDecide)
  }
}
