import Foundation
import Testing
import XML

@testable import Artefacts
@testable import Papers
@testable import Reading

/// What Word and LibreOffice write, read as a reader sees it, or named as not read.
@Suite("Constructions de Word et d’OpenDocument")
struct WordConstructTests {
  private func p(_ text: String, style: String? = nil, list: String? = nil) -> String {
    let style = style.map { "<pStyle val=\"\($0)\"/>" } ?? ""
    let list = list.map { "<numPr><ilvl val=\"0\"/><numId val=\"\($0)\"/></numPr>" } ?? ""
    return "<p><pPr>\(style)\(list)</pPr><r><t>\(text)</t></r></p>"
  }

  private let styles = """
    <style styleId="Titre1"><name val="heading 1"/></style>\
    <style styleId="Mien"><name val="Mon titre"/><basedOn val="Titre1"/></style>\
    <style styleId="Petit"><name val="Mon sous-titre"/><basedOn val="Mien"/></style>
    """

  @Test("A heading is one by the style it is based on, however far")
  func basedOn() throws {
    for style in ["Titre1", "Mien", "Petit"] {
      let dossier = try WordFixture.word(
        p("Situation : la paie", style: style) + p("Entreprise : Fonderie Fictive") + p("J’ai payé."),
        styles: styles)
      #expect(dossier.situations.map(\.title) == ["la paie"] && dossier.situations[0].organisation != nil)
    }
  }

  @Test("Automatic numbers that hold words are read; a figure alone is no word of the candidate’s")
  func numbers() throws {
    let numbering = """
      <abstractNum abstractNumId="1"><lvl ilvl="0"><start val="1"/><lvlText val="Situation %1 :"/></lvl></abstractNum>\
      <abstractNum abstractNumId="2"><lvl ilvl="0"><start val="1"/><lvlText val="%1."/></lvl></abstractNum>\
      <num numId="1"><abstractNumId val="1"/></num><num numId="2"><abstractNumId val="2"/></num>
      """
    let dossier = try WordFixture.word(
      p("La paie", style: "Titre1", list: "1") + p("Je saisis.", list: "2")
        + p("Les contrats", style: "Titre1", list: "1") + p("Je rédige.", list: "2"),
      styles: styles, numbering: numbering)
    #expect(dossier.situations.map(\.title) == ["La paie", "Les contrats"])
    #expect(dossier.situations.map { $0.sections.flatMap(\.paragraphs) } == [["Je saisis."], ["Je rédige."]])
  }

  @Test("The paragraphs of a box stay apart, and come after that which holds it")
  func boxes() throws {
    let box =
      "<txbxContent>\(p("Entreprise : Fonderie Fictive"))\(p("Période : du 01/03/2019 au 30/06/2021"))</txbxContent>"
    for drawn in [
      "<pict><shape>\(box)</shape></pict>",
      "<AlternateContent><Choice><drawing>\(box)</drawing></Choice><Fallback><pict>\(box)</pict></Fallback></AlternateContent>",
    ] {
      let dossier = try WordFixture.word(p("Situation 1") + "<p><r>\(drawn)</r></p>" + p("J’ai payé."))
      #expect(dossier.situations[0].organisation == "Fonderie Fictive")
      #expect(dossier.situations[0].end?.spelling == "2021-06-30")
    }
  }

  @Test("A box that is not ticked declares nothing, of whatever make it is")
  func ticks() throws {
    func made(_ box: String) throws -> Bool {
      try WordFixture.word(
        p("Situation 1") + p("J’ai payé.") + p("Déclarations")
          + "<p><r>\(box)</r><r><t> Je déclare que mes preuves sont authentiques.</t></r></p>"
      ).declarations.authentic
    }
    func legacy(_ state: String) -> String {
      "<fldChar fldCharType=\"begin\"><ffData><checkBox>\(state)</checkBox></ffData></fldChar>"
    }
    #expect(try made(legacy("<default val=\"0\"/><checked/>")))
    #expect(try made(legacy("<default val=\"1\"/>")))
    #expect(try !made(legacy("<default val=\"0\"/>")))
    #expect(try !made(legacy("<default val=\"1\"/><checked val=\"0\"/>")))
    #expect(try made("<sym font=\"Wingdings\" char=\"F0FE\"/>"))
    #expect(try !made("<sym font=\"Wingdings\" char=\"F0A8\"/>"))
  }

  @Test("The line chosen in a list is its text; a control that still shows its prompt is empty")
  func controls() throws {
    let list =
      "<fldChar fldCharType=\"begin\"><ffData><ddList><result val=\"1\"/><listEntry val=\"C1\"/><listEntry val=\"C4\"/></ddList></ffData></fldChar>"
    let prompt =
      "<sdt><sdtPr><showingPlcHdr/></sdtPr><sdtContent><r><t>Cliquez ici.</t></r></sdtContent></sdt>"
    let dossier = try WordFixture.word(
      p("Situation 1") + "<p><r><t>Entreprise : </t></r>\(prompt)</p>"
        + "<p><r><t>Capacités revendiquées : </t></r><r>\(list)</r></p><p>\(prompt)</p>" + p("J’ai payé."))
    #expect(dossier.situations[0].organisation == nil)
    #expect(dossier.situations[0].claims.map(\.capacity) == ["C4"])
    #expect(dossier.situations[0].sections.flatMap(\.paragraphs) == ["J’ai payé."])
  }

  @Test(
    "What is not read is named, also where no situation was recognised",
    arguments: [
      "<altChunk id=\"r1\"/>", "<subDoc id=\"r1\"/>", "<p><r><drawing><relIds/></drawing></r></p>",
      "<p><r><drawing><chart/></drawing></r></p>",
    ])
  func named(element: String) throws {
    for first in ["Situation 1", "Mon récit"] {
      let dossier = try WordFixture.word(p(first) + element + p("J’ai payé."))
      #expect(dossier.notes.contains { $0.text.hasSuffix(": non lu") }, "\(dossier.notes)")
    }
  }

  @Test("Hidden and deleted words are no text, and are looked through for data of others")
  func hidden() throws {
    var reader = WordReader(styles: nil)
    let xml =
      "<document><body><p><r><rPr><vanish/></rPr><t>caché</t></r><r><t>vu</t></r><del><r><delText>ôté</delText></r></del></p></body></document>"
    reader.read(try Element(foreign: Array(xml.utf8)))
    #expect(reader.blocks == [.paragraph("vu")])
    #expect(reader.aside.unseen.joined().contains("caché") && reader.aside.unseen.joined().contains("ôté"))
  }

  @Test("A table of labels and values keeps its fields, its first line the situation and its title")
  func labels() throws {
    func row(_ a: String, _ b: String) -> String { "<tr><tc>\(p(a))</tc><tc>\(p(b))</tc></tr>" }
    let dossier = try WordFixture.word(
      "<tbl>" + row("Situation 1", "La paie") + row("Entreprise", "Fonderie Fictive")
        + row("Capacités revendiquées", "C1, C4") + row("Contexte", "Une fonderie.") + "</tbl>")
    let situation = dossier.situations[0]
    #expect(situation.title == "La paie" && situation.organisation == "Fonderie Fictive")
    #expect(situation.claims.map(\.capacity) == ["C1", "C4"])
    #expect(situation.sections.flatMap(\.paragraphs) == ["Une fonderie."])
  }

  @Test("Numbered paragraphs, frames and shapes of OpenDocument are read; a covered cell is named")
  func openDocument() throws {
    let xml = """
      <document-content><body><text><numbered-paragraph><p>Numéroté.</p></numbered-paragraph>\
      <p>Avant<frame><text-box><p>Un.</p><p>Deux.</p></text-box></frame></p>\
      <p><custom-shape><p>Forme.</p></custom-shape></p>\
      <table><table-row><table-cell><p>Vu</p></table-cell><covered-table-cell><p>Dessous</p></covered-table-cell></table-row></table>\
      </text></body></document-content>
      """
    let reader = OpenDocumentReader(try Element(foreign: Array(xml.utf8)))
    #expect(
      reader.blocks == [
        .item("Numéroté."), .paragraph("Avant"), .paragraph("Un."), .paragraph("Deux."), .paragraph("Forme."),
        .row(["Vu"]),
      ])
    #expect(!reader.aside.unread.isEmpty)
  }

  @Test(
    "What an OpenDocument does by itself is told",
    arguments: [
      ("<scripts><event-listeners><event-listener/></event-listeners></scripts>", true, false),
      (
        "<body><text><section><section-source href=\"../autre.odt\"/><p>x</p></section></text></body>", false,
        true
      ),
      (
        "<body><text><p><frame><image href=\"\\\\serveur\\photo.png\"/></frame>x</p></text></body>", false,
        true
      ),
      (
        "<body><text><dde-connection-decls><dde-connection-decl/></dde-connection-decls><p>x</p></text></body>",
        true, false
      ),
      ("<body><text><p><frame><image href=\"Pictures/1.png\"/></frame>x</p></text></body>", false, false),
    ])
  func active(body: String, runs: Bool, leaves: Bool) throws {
    let reader = OpenDocumentReader(
      try Element(foreign: Array("<document-content>\(body)</document-content>".utf8)))
    #expect((reader.aside.macros > 0) == runs && (reader.aside.externals > 0) == leaves)
  }

  @Test("Boxes and prompts of OpenDocument forms: a box is ticked or not, a prompt is empty")
  func openDocumentForms() throws {
    func text(_ state: String) throws -> [OfficeText.Block] {
      let xml = """
        <document-content><body><text><forms><form><checkbox id="c1"\(state)/></form></forms>\
        <p><control control="c1"/>Je déclare.</p><p>Entreprise : <placeholder>Cliquez</placeholder></p></text></body></document-content>
        """
      let reader = OpenDocumentReader(try Element(foreign: Array(xml.utf8)))
      return reader.blocks
    }
    #expect(
      try text(" current-state=\"checked\"") == [.paragraph("☒ Je déclare."), .paragraph("Entreprise :")])
    #expect(try text("") == [.paragraph("☐ Je déclare."), .paragraph("Entreprise :")])
  }

  @Test("Labels and values two by two on a line of a table are fields")
  func pairs() throws {
    let cells = ["Entreprise", "Fonderie Fictive", "Capacités", "C1, C4"].map { "<tc>\(p($0))</tc>" }.joined()
    let dossier = try WordFixture.word(p("Situation 1") + "<tbl><tr>\(cells)</tr></tbl>" + p("J’ai payé."))
    #expect(dossier.situations[0].organisation == "Fonderie Fictive")
    #expect(dossier.situations[0].claims.map(\.capacity) == ["C1", "C4"])
  }

  @Test("A number is one even where a word is glued to it; not where a figure is")
  func glued() {
    let number = "2 69 05 49 588 157 80"
    #expect(!Sensitivity.find(in: number + "SALAIRE").isEmpty && !Sensitivity.find(in: number).isEmpty)
    #expect(Sensitivity.find(in: number + "4").isEmpty)
  }
}
