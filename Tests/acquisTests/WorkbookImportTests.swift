import Foundation
import Testing

/// `Workbooks/demandes.fods`, saved by LibreOffice in both formats: a title above the headings, headings as people write them,
/// days and numbers as a spreadsheet holds them, a column of the secretariat’s own.
@Suite("Demandes tenues dans un classeur")
struct WorkbookImportTests {
  private let tool: Tool

  init() throws { tool = try Tool() }

  private func importing(_ name: String, _ options: String...) throws -> Tool.Output {
    let path = Tool.root.appending(path: "Tests/acquisTests/Workbooks/" + name).path
    return try tool.run(["import", path, "-o", "s"] + options)
  }

  @Test(
    "A workbook is read as it is; what is wrong is told by file, sheet, row, heading and remedy",
    arguments: ["demandes.xlsx", "demandes.ods"])
  func workbook(name: String) throws {
    let output = try importing(name)
    #expect(output.code == 1)
    #expect(
      try Array(Tool.tree(tool.path("s")).keys).sorted().first == "vae-2021-101-essai-premier/request.xml")
    let request = try String(
      contentsOfFile: tool.path("s/vae-2021-101-essai-premier/request.xml"), encoding: .utf8)
    for text in [
      "number=\"VAE-2021-101\"", "date=\"1985-03-14\"", "insee=\"57463\"", "certification=\"RNCP28236\"",
      "<firstName>Lou</firstName>", "from=\"2018-01-08\"",
    ] {
      #expect(request.contains(text), "\(text)")
    }
    let told = output.err
    #expect(
      told.contains(
        "feuille « Demandes », ligne 6: erreur : colonne « CP » : « 1000 » n’a pas cinq caractères"),
      "\(told)")
    #expect(told.contains("colonne « Code commune de naissance » : « 1053 »"))
    #expect(told.contains("la demande « VAE-2021-102 » n’a aucune ligne d’expérience"))
    #expect(
      told.contains("« VAE-2021-192 », qu’aucune demande ne porte")
        && told.contains("est-ce « VAE-2021-102 » ?"))
    #expect(told.ranges(of: "« Observations du secrétariat »").count == 1)
    #expect(!told.contains("Essai-Premier"))
  }

  @Test(
    "A changed row updates its request when a person asks; reminders are kept, and the request replaced too")
  func update() throws {
    _ = try importing("demandes.xlsx")
    let path = tool.path("s/vae-2021-101-essai-premier/request.xml")
    let first = try String(contentsOfFile: path, encoding: .utf8)
    // A reminder, which no table holds; and a town that its row corrects.
    let reminded = first.replacing(
      "completeOn=\"2021-09-20\"/>",
      with:
        "completeOn=\"2021-09-20\"><reminder on=\"2021-09-13\"><missing>pièce d’identité</missing></reminder></reception>"
    )
    try reminded.replacing(">Metz<", with: ">Nancy<").write(toFile: path, atomically: true, encoding: .utf8)
    let refused = try importing("demandes.xlsx")
    #expect(refused.err.contains("table.exists") && refused.err.contains("--replace"))
    let output = try importing("demandes.xlsx", "--replace")
    #expect(output.out.contains("1 mise à jour"), "\(output.out)")
    let renewed = try String(contentsOfFile: path, encoding: .utf8)
    #expect(renewed.contains(">Metz<") && renewed.contains("<reminder on=\"2021-09-13\""))
    let kept = try FileManager.default.contentsOfDirectory(atPath: tool.path("s/.replaced"))
    #expect(kept.count == 1 && kept[0].hasPrefix("vae-2021-101-essai-premier-request-"))
    #expect(try importing("demandes.xlsx", "--replace").out.contains("2 déjà là"))
  }

  @Test("A request already there that does not read is not replaced: what it alone holds would be lost")
  func unreadable() throws {
    _ = try importing("demandes.xlsx")
    let path = tool.path("s/vae-2021-101-essai-premier/request.xml")
    try "<request".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try importing("demandes.xlsx", "--replace").err.contains("ne se lit pas"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "<request")
  }

  @Test("A missing column is told once, and not once a row")
  func missing() throws {
    try "numero;certification;sexe;prenoms\nA;B;F;C\nD;E;F;G\n".write(
      toFile: tool.path("r.csv"), atomically: true, encoding: .utf8)
    let output = try tool.run("import", "r.csv", "-o", "s")
    #expect(output.code == 2 || output.code == 1)
    #expect(output.err.ranges(of: "il manque la colonne").count == 1)
    #expect(output.err.contains("« Nom de naissance »"))
  }
}
