import Foundation
import Models
import Testing
import XML

@testable import Artefacts
@testable import Channel
@testable import Papers
@testable import Reading
@testable import VAE

@Suite("Le dossier de preuves à remplir")
struct DossierFormTests {
  private static let fixtures = Place.tests.appending(path: "FilledForm")
  private static let name = "dossier-VAE-2022-001"

  private func form(_ format: DossierForm.Format) throws -> [UInt8] {
    var request = Fixture.request
    request.number = "VAE-2022-001"
    return try DossierForm(certification: Fixture.certification, request: request).bytes(format)
  }

  private func put(_ bytes: [UInt8], _ name: String, in deposit: Deposit) throws {
    try Data(bytes).write(to: URL(filePath: deposit.folder.sources + "/" + name))
  }

  private func read(_ deposit: Deposit) throws -> Dossier? {
    try DossierReading.read(deposit.folder, Fixture.session)?.0
  }

  /// A form filled as a candidate would, then perhaps saved by LibreOffice.
  private func filled(_ format: DossierForm.Format, savedAs other: DossierForm.Format?) throws -> Dossier? {
    let deposit = try Deposit()
    let file = "\(DossierFormTests.name).\(format.rawValue)"
    try put(form(format), file, in: deposit)
    let path = deposit.folder.sources + "/" + file
    try #require(
      Deposit.run(
        "/usr/bin/python3", [DossierFormTests.fixtures.appending(path: "fill.py").path, path]) == 0)
    if let other {
      let profile = "-env:UserInstallation=file://\(deposit.root.path)/profile"
      let saved = deposit.root.path + "/saved"
      let arguments = [profile, "--headless", "--convert-to", other.rawValue, "--outdir", saved, path]
      try #require(Deposit.run("soffice", arguments) == 0)
      try FileManager.default.removeItem(atPath: path)
      let name = DossierFormTests.name + "." + other.rawValue
      try FileManager.default.moveItem(
        atPath: saved + "/" + name, toPath: deposit.folder.sources + "/" + name)
    }
    return try read(deposit)
  }

  private func check(_ dossier: Dossier?) throws {
    let dossier = try #require(dossier)
    #expect(dossier.notes == [])
    #expect(dossier.number == "VAE-2022-001")
    #expect(dossier.candidate == Fixture.request.person.birthName)
    #expect(dossier.submittedOn == Fixture.day("2021-12-13"))
    #expect(dossier.declarations == DossierDeclarations(authentic: true, masked: false))
    let situation = try #require(dossier.situations.first)
    #expect(dossier.situations.count == 1 && situation.title == "L’accueil d’une salariée")
    #expect(situation.start == Fixture.day("2019-03-01") && situation.end == Fixture.day("2021-06-30"))
    #expect(situation.claims.map(\.capacity) == ["C1", "C4"])
    #expect(situation.uses.map(\.evidence) == ["P1"])
    #expect(situation.sections.map(\.kind) == [.context, .role, .tasks, .tools, .results])
    #expect(
      situation.sections.last?.paragraphs == ["Rien à redire.", "Elle est arrivée à l’heure."])
    #expect(dossier.evidence.map(\.file) == ["releve.pdf"])
    #expect(dossier.evidence.first?.kind == .workDocument)
  }

  @Test("A filled form is read whole, with nothing to tell", arguments: DossierForm.Format.allCases)
  func whole(format: DossierForm.Format) throws { try check(filled(format, savedAs: nil)) }

  @Test(
    "So is one that LibreOffice has saved, in either format", .enabled(if: Place.isInstalled("soffice")),
    arguments: DossierForm.Format.allCases, DossierForm.Format.allCases)
  func saved(format: DossierForm.Format, other: DossierForm.Format) throws {
    try check(filled(format, savedAs: other))
  }

  @Test("The form of one candidate is the same bytes each time, and bears no other name")
  func bytes() throws {
    for format in DossierForm.Format.allCases { #expect(try form(format) == form(format)) }
  }

  private func isUnfilled(_ deposit: Deposit, told: String = "que personne n’a rempli") throws -> Bool {
    do {
      _ = try read(deposit)
      return false
    } catch let refusal as Refusal {
      let only = refusal.diagnostics.first
      return refusal.diagnostics.count == 1 && only?.code == .dossierUnfilled
        && only?.severity == .warning && only?.message.contains(told) == true
    }
  }

  @Test(
    "A form that nobody has filled is no dossier: neither declaration nor claim",
    arguments: ["dossier.docx", "dossier.odt", "dossier.xml"])
  func untouched(name: String) throws {
    let deposit = try Deposit()
    try put(#require(try Templates.model(name)), name, in: deposit)
    #expect(try isUnfilled(deposit))
  }

  @Test(
    "Nor is one with an example in it, left as it was", arguments: ["example-left.docx", "example-left.odt"])
  func example(name: String) throws {
    let deposit = try Deposit()
    let bytes = try Data(contentsOf: DossierFormTests.fixtures.appending(path: name))
    try put([UInt8](bytes), "dossier." + name.split(separator: ".")[1], in: deposit)
    #expect(try isUnfilled(deposit))
  }

  @Test("A form of a candidate’s own, left as it was, is none", arguments: DossierForm.Format.allCases)
  func own(format: DossierForm.Format) throws {
    let deposit = try Deposit()
    try put(form(format), "\(DossierFormTests.name).\(format.rawValue)", in: deposit)
    #expect(try isUnfilled(deposit))
  }

  @Test(
    "The candidate’s document is known by the names that people give it",
    arguments: [
      ("dossier.docx", true), ("Dossier.DOCX", true), ("dossier-VAE-2022-001.odt", true),
      ("dossier-VAE-2022-001 (2).pdf", true), ("Dossier de preuves.docx", true), ("dossier vae.odt", true),
      ("dossier-salarié.docx", false), ("dossiers.docx", false), ("mon dossier.docx", false),
      ("dossier.xml", false), ("dossier.txt", false),
    ])
  func names(name: String, isOne: Bool) { #expect(DossierReading.isDossier(name) == isOne) }

  @Test(
    "A box of a capacity claims it when it is ticked, however it is",
    arguments: [
      ("☒ C1 — Assurer", true), ("☐ C1 — Assurer", false), ("X C1 Assurer", true), ("[x] C1", true),
      ("☑C1", true), ("☐☒ C1 — Assurer", true), ("☐ X C1 — Assurer", true), ("[ ] C1 — Assurer", false),
      ("☐\u{FE0F} C1 — Assurer", false), ("☐ C1 — Assurer X", true), ("☐ C1 — Assurer : oui", true),
      ("(x) C1 — Assurer", true), ("■ C1 — Assurer", true), ("oui C1 — Assurer", true),
    ])
  func boxes(text: String, isTicked: Bool) throws {
    let lines = ["Situation 1", text, "Contexte", "Une usine."]
    let dossier = try WordFixture.word(lines.map(WordFixture.paragraph).joined())
    #expect(dossier.situations[0].claims.map(\.capacity) == (isTicked ? ["C1"] : []))
    #expect(dossier.situations[0].sections.map(\.kind) == [.context])
  }

  private func situation(_ lines: String...) throws -> (Situation, [String]) {
    let dossier = try WordFixture.word(
      (["Situation 1 : Essai"] + lines + ["Contexte", "Une usine."]).map(WordFixture.paragraph).joined())
    return (dossier.situations[0], dossier.notes.map(\.text))
  }

  @Test("A mark that nobody understands claims nothing, tells it, and is no part of the story")
  func strangeMark() throws {
    for line in ["? C1 — Assurer", "C1 — Assurer"] {
      let (situation, notes) = try situation(line)
      #expect(situation.claims.isEmpty && situation.sections.map(\.kind) == [.context])
      #expect(notes.contains { $0.hasPrefix("case non comprise") }, "\(line)")
    }
  }

  @Test("A box of Word that says it is ticked is, whatever sign it shows")
  func control() throws {
    let box =
      "<sdt><sdtPr><checkbox><checked val='1'/></checkbox></sdtPr><sdtContent><r><t>☐</t></r></sdtContent></sdt>"
    let dossier = try WordFixture.word(
      WordFixture.paragraph("Situation 1") + "<p>\(box)<r><t> C1 — Assurer</t></r></p>")
    #expect(dossier.situations[0].claims.map(\.capacity) == ["C1"])
  }

  @Test("What is added to the line of a capacity is kept, whatever signs an editor has changed")
  func added() throws {
    let label = Fixture.certification.blocs[0].capacities[1].label.replacing("'", with: "’")
    let (situation, _) = try situation("☒ C2 — \(label), surtout les embauches en CDI", "☒ C1 — autre X")
    #expect(situation.claims.map(\.capacity) == ["C2", "C1"])
    #expect(situation.sections.first?.paragraphs == ["surtout les embauches en CDI"])
  }

  @Test(
    "Another format under the name of a Word document is told for what it is",
    arguments: [("\u{7B}\\rtf1 bonjour", "RTF"), ("%PDF-1.4 bonjour", "un PDF")])
  func formats(text: String, what: String) throws {
    let deposit = try Deposit()
    try put(Array(text.utf8), "dossier.docx", in: deposit)
    do {
      _ = try read(deposit)
      Issue.record("it was read")
    } catch let refusal as Refusal { #expect(refusal.diagnostics[0].message.contains(what)) }
  }

  @Test("A value is taken on the line below its label, and after a line that is none")
  func below() throws {
    let (situation, _) = try situation(
      "Mes débuts", "Entreprise :", "Usine Fictive", "Période :", "du 01/03/2019 au 30/06/2021",
      "Capacités revendiquées :", "C1 et C4")
    #expect(situation.organisation == "Usine Fictive" && situation.end == Fixture.day("2021-06-30"))
    #expect(situation.claims.map(\.capacity) == ["C1", "C4"])
  }

  @Test(
    "A period that no calendar has, that ends before it begins, or whose years are short is told",
    arguments: [
      ("du 31/02/2019 au 30/06/2021", nil, "période non reconnue"),
      ("du 01/03/2019 au 31/06/2021", nil, "période non reconnue"),
      ("du 30/06/2021 au 01/03/2019", "2021-06-30", "finit avant de commencer"),
      ("du 01/03/19 au 30/06/21", "2019-03-01", "année sur deux chiffres"),
      ("du 01/01/2018 au 31/12/2018 puis du 01/01/2020 au 31/12/2020", nil, "période non reconnue"),
    ])
  func periods(text: String, start: String?, told: String) throws {
    let (situation, notes) = try situation("Période : " + text)
    #expect(situation.start == start.map(Fixture.day))
    #expect(notes.contains { $0.contains(told) }, "\(notes)")
  }

  @Test(
    "A file is named by its whole cell, signs and all",
    arguments: [
      ("Été — élève.pdf", ["Été — élève.pdf"]), ("fiche, v2.pdf", ["fiche, v2.pdf"]),
      ("photo (1).JPG", ["photo (1).JPG"]), ("C:\\Users\\Anne\\fiche.pdf", ["fiche.pdf"]),
      ("a.pdf ; b.pdf", ["a.pdf", "b.pdf"]), ("releve.pdf (masqué)", ["releve.pdf"]),
    ])
  func files(cell: String, names: [String]) {
    #expect(EvidenceLine.items(["P1", cell], [.id, .file]).map(\.evidence.file) == names)
  }

  @Test("A form left as it was is none either once it is a PDF", .enabled(if: Place.isInstalled("soffice")))
  func printed() throws {
    let deposit = try Deposit()
    let form = try deposit.file("dossier.docx", form(.word))
    let profile = "-env:UserInstallation=file://\(deposit.root.path)/profile"
    try #require(
      Deposit.run(
        "soffice",
        [profile, "--headless", "--convert-to", "pdf", "--outdir", deposit.folder.sources, form]) == 0)
    #expect(try isUnfilled(deposit))
  }
}
