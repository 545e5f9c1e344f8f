import Foundation
import Testing
import XML

@testable import Artefacts
@testable import Language
@testable import Reading
@testable import VAE

@Suite("Le dossier lu du document du candidat")
struct TranscriptTests {
  private static let templates = Place.root.appending(path: "Tests/Templates")

  private func read(_ bytes: [UInt8], _ name: String) throws -> Dossier? {
    let deposit = try Deposit()
    try Data(bytes).write(to: URL(filePath: deposit.folder.sources + "/" + name))
    return try DossierReading.read(deposit.folder, Fixture.session)?.0
  }

  /// LibreOffice writes the file, as a candidate’s does; where it is not installed a line says so.
  private func office(_ body: String, _ format: String) throws -> Dossier? {
    let deposit = try Deposit()
    let template = try String(
      contentsOf: TranscriptTests.templates.appending(path: "dossier.fodt"), encoding: .utf8)
    guard let start = template.range(of: "<office:text>"), let end = template.range(of: "</office:text>")
    else {
      return nil
    }
    let text = template[..<start.upperBound] + body + template[end.lowerBound...]
    let source = deposit.folder.sources + "/dossier.fodt"
    try String(text).write(toFile: source, atomically: true, encoding: .utf8)
    let profile = "-env:UserInstallation=file://\(deposit.root.path)/profile"
    let arguments = [
      profile, "--headless", "--convert-to", format, "--outdir", deposit.folder.sources, source,
    ]
    guard Deposit.run("soffice", arguments) == 0 else {
      return nil
    }
    return try DossierReading.read(deposit.folder, Fixture.session)?.0
  }

  private static let body = """
    <text:p>Mon dossier de VAE</text:p>
    <text:p>Déposé le : 3 janvier 2022</text:p>
    <text:p>SITUATION N° 1 - La paie de mars</text:p>
    <table:table table:name="T"><table:table-column table:number-columns-repeated="2"/>
    <table:table-row><table:table-cell><text:p>Entreprise</text:p></table:table-cell><table:table-cell><text:p>Fonderie Fictive</text:p></table:table-cell></table:table-row>
    <table:table-row><table:table-cell><text:p>Période</text:p></table:table-cell><table:table-cell><text:p>de mars 2019 à juin 2021</text:p></table:table-cell></table:table-row>
    </table:table>
    <text:p>Contexte :</text:p>
    <text:p>Une usine de<text:s/>90 <text:span>salariés</text:span>.</text:p>
    <text:list><text:list-item><text:p>Je relève les heures.</text:p></text:list-item></text:list>
    <text:h text:outline-level="1">Situation 2</text:h>
    <text:p>Période : à la fin de l’année</text:p>
    <text:p>Capacités : C9</text:p>
    <text:p>Mes tâches</text:p>
    <text:p>Je prends des notes<office:annotation><text:p>à revoir</text:p></office:annotation> en réunion.</text:p>
    <text:h text:outline-level="1">Annexes</text:h>
    <text:p>P1 : releve.pdf – Relevé des heures</text:p>
    <text:p>☒ Mes preuves sont authentiques</text:p>
    """

  @Test(
    "What LibreOffice writes is read, and what strays is told with its place",
    .enabled(if: Place.isInstalled("soffice")), arguments: ["odt", "docx"])
  func stray(format: String) throws {
    let dossier = try #require(try office(TranscriptTests.body, format))
    #expect(dossier.submittedOn == Fixture.day("2022-01-03"))
    #expect(dossier.situations.map(\.title) == ["La paie de mars", "Situation 2"])
    #expect(dossier.situations[0].organisation == "Fonderie Fictive")
    #expect(dossier.situations[0].start == Fixture.day("2019-03-01"))
    #expect(dossier.situations[0].end == Fixture.day("2021-06-30"))
    #expect(dossier.situations[0].sections.map(\.kind) == [.context])
    #expect(
      dossier.situations[0].sections[0].paragraphs == ["Une usine de 90 salariés.", "Je relève les heures."])
    #expect(dossier.situations[1].start == nil)
    #expect(dossier.situations[1].claims.map(\.capacity) == ["C9"])
    #expect(dossier.situations[1].sections.map(\.kind) == [.tasks])
    #expect(dossier.situations[1].sections[0].paragraphs == ["Je prends des notes en réunion."])
    #expect(dossier.evidence.map(\.file) == ["releve.pdf"])
    #expect(dossier.evidence.map(\.title) == ["Relevé des heures"])
    #expect(dossier.declarations == DossierDeclarations(authentic: true, masked: false))
    let notes = dossier.notes.map(\.text).joined(separator: "\n")
    #expect(notes.contains("période non reconnue") && notes.contains("1 commentaire"))
    #expect(notes.contains("mars 2019") && notes.contains("Mon dossier de VAE"))
    #expect(dossier.notes.allSatisfy { !$0.place.isEmpty })
  }

  @Test("Tracked changes are read as accepted, and told")
  func tracked() throws {
    let dossier = try WordFixture.word(
      WordFixture.paragraph("Situation 1 : Suivi")
        + "<p><r><t>Je suis </t></r><del><r><delText>tous</delText></r></del><ins><r><t>les dossiers</t></r></ins></p>"
    )
    #expect(dossier.situations[0].sections[0].paragraphs == ["Je suis les dossiers"])
    #expect(dossier.notes.contains { $0.text.contains("1 suppression suivie") })
  }

  @Test("A document without a single heading still gives all its text")
  func shapeless() throws {
    let dossier = try WordFixture.word(
      WordFixture.paragraph("Je tiens les dossiers.") + WordFixture.paragraph("Je réponds aux questions."))
    #expect(dossier.situations.map(\.id) == ["S1"])
    #expect(
      dossier.situations[0].sections.flatMap(\.paragraphs)
        == ["Je tiens les dossiers.", "Je réponds aux questions."])
    #expect(dossier.notes.contains { $0.text.contains("aucun titre") })
  }

  @Test("A document without text is refused")
  func empty() {
    #expect(throws: Refusal.self) { try WordFixture.word("<p/>") }
  }

  @Test("A sentence that begins like a heading is no heading")
  func sentence() throws {
    let dossier = try WordFixture.word(
      WordFixture.paragraph("Situation 1") + WordFixture.paragraph("Contexte")
        + WordFixture.paragraph("Situation tendue en mars : nous étions deux pour trois cents bulletins."))
    #expect(dossier.situations.count == 1)
  }

  @Test(
    "Dates are read as people write them",
    arguments: [
      ("12/03/2021", "2021-03-12"), ("2021-03-12", "2021-03-12"), ("le 1er mars 2021", "2021-03-01"),
      ("12 août 2021", "2021-08-12"), ("12 aout 2021", "2021-08-12"), ("03/2021", "2021-03-01"),
      ("12.03.21", "2021-03-12"),
    ])
  func days(text: String, expected: String) {
    #expect(WrittenDate.all(in: text).map(\.first) == [Fixture.day(expected)])
  }

  @Test("Two dossiers in one folder are refused: nobody guesses which is the good one")
  func twice() throws {
    let deposit = try Deposit()
    for name in DossierReading.documents {
      try Data(Templates.model("dossier.odt") ?? []).write(
        to: URL(filePath: deposit.folder.sources + "/" + name))
    }
    #expect(throws: Refusal.self) { try DossierReading.read(deposit.folder, Fixture.session) }
  }

  @Test("A document that is no office file, or heavier than the centre takes, is refused")
  func refused() throws {
    #expect(throws: Refusal.self) { try read(Array("bonjour".utf8), "dossier.docx") }
    let deposit = try Deposit()
    try Data(count: 2 << 20).write(to: URL(filePath: deposit.folder.sources + "/dossier.odt"))
    var session = Fixture.session
    session.parameters.documentMegabytes = 1
    #expect(throws: Refusal.self) { try DossierReading.read(deposit.folder, session) }
  }
}
