import Foundation
import Testing
import XML

@testable import Artefacts
@testable import Papers
@testable import Reading

@Suite("Un document de candidat ne perd rien de son texte")
struct StrayDocumentTests {
  private func rows(_ rows: [[String]]) -> String {
    "<tbl>"
      + rows.map { "<tr>" + $0.map { "<tc>\(WordFixture.paragraph($0))</tc>" }.joined() + "</tr>" }.joined()
      + "</tbl>"
  }

  @Test("What stands beside a heading in a table is that part’s text")
  func besideHeading() throws {
    let dossier = try WordFixture.word(
      rows([["Situation 1 : Paie", "Une PME"], ["Contexte", "Un texte long"]]))
    #expect(dossier.situations.map(\.title) == ["Paie"])
    #expect(dossier.situations[0].sections.flatMap(\.paragraphs) == ["Une PME", "Un texte long"])
  }

  @Test("In the story, « label : text » is a sentence; what a line of codes says besides is kept")
  func labels() throws {
    let dossier = try WordFixture.word(
      [
        "Situation 1", "Entreprise : ACME", "Compétences : C1 je sais faire les bulletins seule", "Contexte",
        "Organisation : nous avons tout revu", "Nom : du logiciel",
      ].map(WordFixture.paragraph).joined())
    #expect(dossier.situations[0].organisation == "ACME")
    #expect(dossier.situations[0].claims.map(\.capacity) == ["C1"])
    let text = dossier.situations[0].sections.flatMap(\.paragraphs).joined(separator: "\n")
    for kept in ["je sais faire", "nous avons tout revu", "du logiciel"] { #expect(text.contains(kept)) }
  }

  @Test("A text outside any situation is kept whole")
  func preface() throws {
    let long = String(repeating: "mot ", count: 300) + "FIN"
    let dossier = try WordFixture.word(
      WordFixture.paragraph(long) + WordFixture.paragraph("Situation 1") + WordFixture.paragraph("Je classe.")
    )
    #expect(dossier.notes.map(\.text).joined().contains("FIN"))
  }

  @Test(
    "A list of evidence is read as people write it",
    arguments: [
      ("P1 : bulletin de paie mars.pdf", ["bulletin de paie mars.pdf"]),
      ("P2 - relevé d’heures (releve.pdf)", ["releve.pdf"]),
      ("P3 : a.pdf, b.pdf et c.pdf", ["a.pdf", "b.pdf", "c.pdf"]),
      ("une phrase sans fichier.", []),
    ])
  func list(text: String, files: [String]) {
    #expect(EvidenceLine.items(in: text).map(\.evidence.file) == files)
  }

  @Test(
    "A declaration is made when it is ticked, answered or stated",
    arguments: [
      ("Mes preuves sont authentiques : ☒ oui ☐ non", true),
      ("Mes preuves sont authentiques : ☐ oui ☒ non", false),
      ("Je soussignée déclare que mes preuves sont authentiques.", true),
      ("Je déclare que mes preuves sont authentiques : non", false),
      ("Je déclare que mes preuves sont authentiques :", false),
    ])
  func declarations(text: String, isMade: Bool) {
    #expect(TranscriptDeclaration.all(in: text).map(\.isMade) == [isMade])
  }

  @Test(
    "A period is read as people write it",
    arguments: [
      ("du 3 au 28 février 2021", "2021-02-03", "2021-02-28"),
      ("de mars à juin 2021", "2021-03-01", "2021-06-30"),
      ("01/03/2019-30/06/2021", "2019-03-01", "2021-06-30"),
      ("15/03/98 au 20/03/98", "1998-03-15", "1998-03-20"),
      ("01.03.2019–30.06.2021", "2019-03-01", "2021-06-30"),
    ])
  func periods(text: String, start: String, end: String) throws {
    let situation = try WordFixture.word(
      WordFixture.paragraph("Situation 1") + WordFixture.paragraph("Période : " + text)
    ).situations[0]
    #expect(situation.start == Fixture.day(start) && situation.end == Fixture.day(end))
  }

  @Test("An end alone is no start; a year out of reason is told")
  func oddPeriods() throws {
    let until = try WordFixture.word(
      WordFixture.paragraph("Situation 1") + WordFixture.paragraph("Période : jusqu’au 30 juin 2021"))
    #expect(until.situations[0].start == nil && until.situations[0].end == Fixture.day("2021-06-30"))
    let odd = try WordFixture.word(
      WordFixture.paragraph("Situation 1") + WordFixture.paragraph("Période : du 01/03/1019 au 12/9999"))
    #expect(odd.situations[0].start == nil)
    #expect(odd.notes.contains { $0.text.contains("période non reconnue") })
  }

  @Test("Codes are brought to their spelling, ranges filled, strange ones told")
  func codes() {
    #expect(TranscriptCodes.references(in: "C01, c4 et P1 à P3") == ["P1", "P2", "P3", "C1", "C4"])
    #expect(TranscriptCodes.references(in: "C0 C123 H2O") == [])
  }

  @Test("Only a numbered line opens a situation; a numbered part is a part")
  func numbered() throws {
    let dossier = try WordFixture.word(
      ["Situation n°2 — La rentrée", "1. Mes missions", "Je classe.", "Situation initiale : 3 gestionnaires"]
        .map(WordFixture.paragraph).joined())
    #expect(dossier.situations.map(\.title) == ["La rentrée"])
    #expect(dossier.situations[0].sections.map(\.kind) == [.tasks])
    #expect(dossier.situations[0].sections[0].paragraphs.count == 2)
  }

  @Test("Footnotes, content controls and dead links are not lost")
  func hidden() throws {
    let notes = try Element(
      foreign: Array(
        "<footnotes><footnote id=\"1\"><p><r><t>précision</t></r></p></footnote></footnotes>".utf8))
    var reader = WordReader(styles: nil, notes: [notes])
    let body =
      "<document><body><p><r><t>Texte</t></r><r><footnoteReference id=\"1\"/></r></p>"
      + "<tbl><sdt><sdtContent><tr><tc><p><r><t>cellule</t></r></p></tc></tr></sdtContent></sdt></tbl></body></document>"
    reader.read(try Element(foreign: Array(body.utf8)))
    #expect(reader.blocks == [.paragraph("Texte (note : précision)"), .row(["cellule"])])
    let deposit = try Deposit()
    try FileManager.default.createSymbolicLink(
      atPath: deposit.folder.sources + "/dossier.docx", withDestinationPath: "/nowhere")
    #expect(throws: Refusal.self) { try DossierReading.read(deposit.folder, Fixture.session) }
  }
}

/// Documents that say less of themselves than a template does.
@Suite("Documents sans mise en page connue")
struct PageTextTests {
  private func dossier(_ blocks: [OfficeText.Block]) throws -> Dossier {
    try Transcript(OfficeText(blocks: blocks), origin: "dossier.pdf", isPrinted: true).dossier
  }

  @Test(
    "The text of printed pages is a dossier: headings, fields, paragraphs that go on, numbers of pages left out"
  )
  func pages() throws {
    let page = """
      Dossier de preuves
      Nom : ESSAI
      Situation 1 : La paie de mars
      Entreprise : Mécanique Chimère
      Période : du 01/03/2021 au 31/03/2021
      Capacités : C1, C4
      Mes activités
      Chaque mois, je recueille les variables de paie auprès des chefs d’atelier, je les vérifie
      avec le logiciel de gestion des temps, puis je les saisis.
      1/2
      """
    let next = """
      Je contrôle ensuite les bulletins.
      Pièces
      P1 : releve.pdf
      planning-avril.jpg absences
      Je déclare que mes preuves sont authentiques.
      2/2
      """
    let read = try dossier(PageText([page, next]).blocks)
    #expect(read.situations.count == 1 && read.situations[0].title == "La paie de mars")
    #expect(read.situations[0].organisation == "Mécanique Chimère")
    #expect(read.situations[0].claims.map(\.capacity) == ["C1", "C4"])
    let paragraphs = read.situations[0].sections.flatMap(\.paragraphs)
    #expect(
      paragraphs == [
        "Chaque mois, je recueille les variables de paie auprès des chefs d’atelier, je les vérifie avec le logiciel de gestion des temps, puis je les saisis.",
        "Je contrôle ensuite les bulletins.",
      ])
    // A bit of a cell is no piece: it is told.
    #expect(read.evidence.map(\.file) == ["releve.pdf"])
    #expect(read.notes.contains { $0.text.contains("planning-avril.jpg") })
    #expect(read.declarations.authentic && !read.declarations.masked)
  }

  @Test("Labels on one line of a table and their values on the next keep their fields")
  func labelsAbove() throws {
    let read = try dossier([
      .heading(1, "Situation 1 : La paie"), .row(["Entreprise", "Période", "Capacités"]),
      .row(["Visserie Sirène", "mars 2021", "C2"]), .paragraph("Je fais la paie."),
    ])
    #expect(read.situations[0].organisation == "Visserie Sirène")
    #expect(read.situations[0].claims.map(\.capacity) == ["C2"] && read.situations[0].start != nil)
  }

  @Test(
    "A heading of an OpenDocument text is one by the style that its own comes from, by its level, or by its French name"
  )
  func styles() throws {
    let styles = """
      <s><styles><style name="Mon_20_titre" family="paragraph" parent-style-name="Heading_20_2"/>
      <style name="Autre" family="paragraph" default-outline-level="1"/>
      <style name="St1" display-name="Titre 1" family="paragraph"/></styles></s>
      """
    let content = """
      <d><automatic-styles><style name="P1" family="paragraph" parent-style-name="Mon_20_titre"/></automatic-styles>
      <body><text><p style-name="P1">a</p><p style-name="Autre">b</p><p style-name="St1">c</p><p style-name="Text_20_body">d</p></text></body></d>
      """
    let reader = OpenDocumentReader(
      try Element(foreign: Array(content.utf8)), styles: try Element(foreign: Array(styles.utf8)))
    #expect(reader.blocks == [.heading(2, "a"), .heading(1, "b"), .heading(1, "c"), .paragraph("d")])
  }
}
