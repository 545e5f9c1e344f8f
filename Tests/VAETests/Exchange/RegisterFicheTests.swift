import Foundation
import Testing
import XML

@testable import Artefacts
@testable import Exchange

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
    let fiche = try RNCPFiche("RNCP2", in: path)
    #expect(fiche.isActive && fiche.end == Fixture.day("2027-07-01") && fiche.successors == ["RNCP3"])
    #expect(throws: Refusal.self) { try RNCPFiche("RNCP9", in: path) }
    _ = deposit
  }

  @Test("Its certification has each capacity to be checked by a person, and follows the schema")
  func certification() throws {
    let (deposit, path) = try export(RegisterFicheTests.fiches)
    let certification = try RNCPFiche("RNCP2", in: path).certification()
    #expect(
      certification.blocs.flatMap(\.capacities).map(\.label) == [
        "Faire ceci", "Faire cela", "Écrire un texte",
      ])
    #expect(certification.blocs.flatMap(\.capacities).allSatisfy { $0.toCheck == true })
    try certification.save(as: deposit.root.path + "/c.xml")
    #expect(try Certification.read(deposit.root.path + "/c.xml") == certification)
    #expect(throws: Refusal.self) { try RNCPFiche("RNCP1", in: path).certification() }
  }

  @Test("An export cut short, with a DOCTYPE, or no XML is refused")
  func refused() throws {
    let (one, cut) = try export(String(RegisterFicheTests.fiches.prefix(500)))
    #expect(throws: Refusal.self) { try RNCPFiche("RNCP2", in: cut) }
    let (two, doctype) = try export(
      "<!DOCTYPE FICHES [<!ENTITY a SYSTEM \"/etc/passwd\">]>" + RegisterFicheTests.fiches)
    #expect(throws: Refusal.self) { try RNCPFiche("RNCP2", in: doctype) }
    let (three, zip) = try export("pas un zip", "export.zip")
    #expect(throws: Refusal.self) { try RNCPFiche("RNCP2", in: zip) }
    #expect(throws: Refusal.self) { try RNCPFiche("RNCP2", in: one.root.path) }
    #expect(throws: Refusal.self) { try RNCPFiche("RNCP2", in: "/nowhere.xml") }
    _ = (one, two, three)
  }

  @Test("An archive is known by its bytes; what a Mac adds is none of it, several documents are refused")
  func archives() throws {
    let (deposit, path) = try export(RegisterFicheTests.fiches)
    let root = deposit.root.path
    try FileManager.default.createDirectory(atPath: root + "/__MACOSX", withIntermediateDirectories: true)
    try "x".write(toFile: root + "/__MACOSX/._export.xml", atomically: true, encoding: .utf8)
    func zip(_ name: String, _ files: String...) throws -> String {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/zip")
      process.currentDirectoryURL = URL(filePath: root)
      process.arguments = ["-q", name] + files
      try process.run()
      process.waitUntilExit()
      return root + "/" + name
    }
    let one = try zip("un.dat.zip", "__MACOSX/._export.xml", "export.xml")
    #expect(try RNCPFiche("RNCP2", in: one).isActive)
    try FileManager.default.copyItem(atPath: path, toPath: root + "/autre.xml")
    let two = try zip("deux.zip", "export.xml", "autre.xml")
    #expect(throws: Refusal.self) { try RNCPFiche("RNCP2", in: two) }
    try FileManager.default.copyItem(atPath: path, toPath: root + "/nomme.zip")
    #expect(try RNCPFiche("RNCP2", in: root + "/nomme.zip").isActive)
  }

  @Test(
    "Exports V2 and V3 are read leniently: dates from the last order, a successor as text, a jury as text")
  func older() throws {
    let (deposit, path) = try export(
      """
      <FICHES><VERSION_FLUX>2.0</VERSION_FLUX><FICHE><NUMERO_FICHE>RNCP5</NUMERO_FICHE><INTITULE>Cinq</INTITULE>
      <ACTIF>Non</ACTIF><DATE_DERNIER_JO>21/04/2017</DATE_DERNIER_JO>
      <DATE_FIN_ENREGISTREMENT>21/04/2022</DATE_FIN_ENREGISTREMENT><NOUVELLE_CERTIFICATION>RNCP36612</NOUVELLE_CERTIFICATION>
      <JURY_VAE>Jury paritaire</JURY_VAE><BLOCS_COMPETENCES><BLOC_COMPETENCES><LIBELLE>Bloc</LIBELLE>
      <LISTE_COMPETENCES>C.1. Faire la paie. C.2. Tenir les dossiers.</LISTE_COMPETENCES></BLOC_COMPETENCES></BLOCS_COMPETENCES>
      </FICHE></FICHES>
      """)
    let fiche = try RNCPFiche("RNCP5", in: path)
    #expect(!fiche.isActive && fiche.successors == ["RNCP36612"] && fiche.start == Fixture.day("2017-04-21"))
    let certification = try fiche.certification()
    #expect(certification.juryRules == ["Jury paritaire"])
    #expect(certification.blocs[0].capacities.map(\.label) == ["Faire la paie.", "Tenir les dossiers."])
    _ = deposit
  }

  @Test(
    "The stored extracts are read, where they are beside the project",
    .enabled(if: Place.isShared(Place.registerExtract)),
    arguments: ["RNCP36612", "RNCP35419", "RNCP40344"])
  func extracts(code: String) throws {
    let path = Place.shared.appending(path: Place.registerExtract).path
    let fiche = try RNCPFiche(code, in: path)
    #expect(fiche.end != nil)
    #expect(try fiche.certification().blocs.count > 1)
    #expect((code == "RNCP35419") == !fiche.successors.isEmpty)
  }
}
