import Foundation
import Testing
import XML

@testable import VAE

@Suite("Export de France compétences")
struct RegisterFicheTests {
  private func export(_ text: String, _ name: String = "export.xml") throws -> (Deposit, String) {
    let deposit = try Deposit()
    let path = deposit.root.path + "/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return (deposit, path)
  }

  private static let fiches = """
    <FICHES><VERSION_FLUX>4.1</VERSION_FLUX>
    <FICHE><NUMERO_FICHE>RNCP1</NUMERO_FICHE><INTITULE>Une</INTITULE><PARTENAIRES><PARTENAIRE><NOM_PARTENAIRE>x</NOM_PARTENAIRE></PARTENAIRE></PARTENAIRES><ACTIF>Non</ACTIF></FICHE>
    <FICHE><ID_FICHE>9</ID_FICHE><NUMERO_FICHE>RNCP2</NUMERO_FICHE>
    <NOUVELLES_CERTIFICATIONS><NOUVELLE_CERTIFICATION><ID_FICHE_NOUVELLE_CERTIFICATION>RNCP3</ID_FICHE_NOUVELLE_CERTIFICATION></NOUVELLE_CERTIFICATION></NOUVELLES_CERTIFICATIONS>
    <INTITULE>Deux</INTITULE><DATE_FIN_ENREGISTREMENT>01/07/2027</DATE_FIN_ENREGISTREMENT><DATE_EFFET>01/07/2022</DATE_EFFET>
    <BLOCS_COMPETENCES><BLOC_COMPETENCES><CODE>RNCP2BC01</CODE><LIBELLE>Bloc</LIBELLE><LISTE_COMPETENCES><![CDATA[- Faire ceci - Faire cela]]></LISTE_COMPETENCES></BLOC_COMPETENCES>
    <BLOC_COMPETENCES><CODE>RNCP2BC02</CODE><LIBELLE>Autre</LIBELLE><LISTE_COMPETENCES>&lt;p&gt;Écrire un texte&lt;/p&gt;</LISTE_COMPETENCES></BLOC_COMPETENCES></BLOCS_COMPETENCES>
    <ACTIF>Oui</ACTIF></FICHE></FICHES>
    """

  @Test("A fiche is found among others: active, until when, replaced by what")
  func found() throws {
    let (deposit, path) = try export(RegisterFicheTests.fiches)
    let fiche = try RegisterFiche("RNCP2", in: path)
    #expect(fiche.isActive && fiche.end == Fixture.day("2027-07-01") && fiche.successors == ["RNCP3"])
    #expect(throws: Refusal.self) { try RegisterFiche("RNCP9", in: path) }
    _ = deposit
  }

  @Test("Its certification has each capacity to be checked by a person, and follows the schema")
  func certification() throws {
    let (deposit, path) = try export(RegisterFicheTests.fiches)
    let certification = try RegisterFiche("RNCP2", in: path).certification()
    #expect(
      certification.blocs.flatMap(\.capacities).map(\.label) == [
        "Faire ceci", "Faire cela", "Écrire un texte",
      ])
    #expect(certification.blocs.flatMap(\.capacities).allSatisfy { $0.toCheck == true })
    try certification.save(as: deposit.root.path + "/c.xml")
    #expect(try Certification.read(deposit.root.path + "/c.xml") == certification)
    #expect(throws: Refusal.self) { try RegisterFiche("RNCP1", in: path).certification() }
  }

  @Test("An export cut short, with a DOCTYPE, or no XML is refused")
  func refused() throws {
    let (one, cut) = try export(String(RegisterFicheTests.fiches.prefix(500)))
    #expect(throws: Refusal.self) { try RegisterFiche("RNCP2", in: cut) }
    let (two, doctype) = try export(
      "<!DOCTYPE FICHES [<!ENTITY a SYSTEM \"/etc/passwd\">]>" + RegisterFicheTests.fiches)
    #expect(throws: Refusal.self) { try RegisterFiche("RNCP2", in: doctype) }
    let (three, zip) = try export("pas un zip", "export.zip")
    #expect(throws: Refusal.self) { try RegisterFiche("RNCP2", in: zip) }
    #expect(throws: Refusal.self) { try RegisterFiche("RNCP2", in: "/nowhere.xml") }
    _ = (one, two, three)
  }

  @Test(
    "The stored extracts are read, where they are beside the project",
    arguments: ["RNCP36612", "RNCP35419", "RNCP40344"])
  func extracts(code: String) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "shared/data/rncp/extrait-rncp-v4.1-2026-08-16.xml").path
    guard FileManager.default.fileExists(atPath: path) else {
      return print("../shared/data/rncp manque : rien n’est lu")
    }
    let fiche = try RegisterFiche(code, in: path)
    #expect(fiche.end != nil)
    #expect(try fiche.certification().blocs.count > 1)
    #expect((code == "RNCP35419") == !fiche.successors.isEmpty)
  }
}
