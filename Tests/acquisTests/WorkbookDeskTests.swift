import Foundation
import Testing

/// What an adviser meets at the desk: a folder badly named, a row that is no request, a member written twice.
@Suite("Classeur : ce qui est de travers est dit, avec sa place et son remède")
struct WorkbookDeskTests {
  private let filled: FilledSession

  init() throws { filled = try FilledSession() }

  private func told(_ changes: [String]...) throws -> String {
    for change in changes { try filled.fill(change) }
    let told = try filled.run().err
    // Nobody who filled a cell knows these words.
    for word in ["libxml2", "@", "person/", "intake", "UTF-8", "request.xml"] {
      #expect(!told.contains(word), "\(told)")
    }
    return told
  }

  private func folder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: filled.tool.path("s/" + name), withIntermediateDirectories: true)
  }

  @Test("A folder whose number is of no row, or that bears another name than its row, is told")
  func folders() throws {
    try folder("VAE-2022-01-camille")
    try folder("VAE-2022-002-martin")
    try folder("VAE-2022-003-essai-trois")
    let told = try told()
    #expect(
      told.contains("VAE-2022-01-camille: ") && told.contains("est-ce « VAE-2022-001 » ?"), "\(told)")
    #expect(told.contains("VAE-2022-002-martin: ") && told.contains("porte un autre nom"), "\(told)")
    #expect(!told.contains("la demande « VAE-2022-003 »"), "\(told)")
  }

  @Test("A folder whose name ends in a space is not used, and is told")
  func space() throws {
    try folder("VAE-2022-001 ")
    #expect(try told().contains("ne peut pas servir d’identifiant"))
    #expect(try Tool.tree(filled.tool.path("o")).keys.contains { $0.hasPrefix("VAE-2022-001/") })
  }

  @Test("Two members of one identifier, two chairs are told in the sheet’s own words")
  func members() throws {
    let told = try told(
      ["Commission", "4", "Identifiant", "P1"], ["Jury", "4", "Préside le jury", "oui"])
    #expect(told.contains("dans la commission, plusieurs membres ont l’identifiant « P1 »"), "\(told)")
    #expect(told.contains("plusieurs présidents : Juré Fictif 1 et Juré Fictif 2"), "\(told)")
  }

  @Test("A waiver for a number that nobody has is told")
  func waiver() throws {
    let told = try told(
      ["Dérogations", "3", "Numéro de la demande", "VAE-2022-009"],
      ["Dérogations", "3", "Règle", "limits.pages"],
      ["Dérogations", "3", "Accordée par", "Responsable"], ["Dérogations", "3", "Accordée le", "10/01/2022"],
      ["Dérogations", "3", "Motif", "Pièces nombreuses"])
    #expect(told.contains("« VAE-2022-009 », qu’aucun dossier ne porte"), "\(told)")
  }

  @Test("A total under the requests is one message, not one a cell")
  func total() throws {
    let told = try told(["Demandes", "8", "Numéro de la demande", "Total : 4"])
    #expect(told.ranges(of: "ligne 8").count == 1 && told.contains("c’est un total ou une note"), "\(told)")
  }

  @Test("The whole certification and blocs at once are told")
  func scope() throws {
    let told = try told(
      ["Demandes", "3", "Étendue visée", "certification entière"],
      ["Demandes", "3", "Blocs visés", "B1"])
    #expect(told.contains("certification entière, et des blocs"), "\(told)")
  }

  @Test("Columns that say the same are named as they are written")
  func columns() throws {
    let told = try told(["Demandes", "1", "Commune de naissance", "Né(e) le"])
    #expect(told.contains("« Date de naissance » et « Né(e) le »"), "\(told)")
  }

  @Test("A cell of the session is told with its line, an empty sheet by its name")
  func lines() throws {
    let told = try told(["Session", "-", "Dépôt des dossiers avant le", "bientôt"])
    #expect(told.contains(/feuille « Session », ligne \d+: erreur/), "\(told)")
    let short = try self.told(["Session", "-", "Dépôt des dossiers avant le", "15/01/1822"])
    #expect(short.contains("de 1900 à 2199"), "\(short)")
  }

  @Test("The workbook given in place of its folder, or under another name, is told")
  func places() throws {
    let tool = filled.tool
    #expect(try tool.run("run", "s/session.xlsx", "-o", "o").err.contains("donner le dossier qui contient"))
    #expect(try tool.run("check", "s/session.xlsx").err.contains("acquis run --dry-run"))
    try FileManager.default.moveItem(atPath: filled.workbook, toPath: tool.path("s/Session.XLSX"))
    #expect(try filled.run().err.contains("renommer « Session.XLSX » en « session.xlsx »"))
  }

  @Test("A workbook cut short asks nothing of a candidate")
  func cut() throws {
    #expect(
      try filled.tool.shell("head -c 3000 s/session.xlsx > x && mv x s/session.xlsx").code == 0)
    let told = try told()
    #expect(told.contains("ce classeur est abîmé") && !told.contains("candidat"), "\(told)")
  }

  @Test("The same sheets as tables of text make the same session")
  func tables() throws {
    _ = try told()
    let before = try Tool.tree(filled.tool.path("o")).mapValues { String(decoding: $0, as: UTF8.self) }
    let script = """
      import csv, openpyxl, datetime
      for sheet in openpyxl.load_workbook("s/session.xlsx"):
          if sheet.title == "Listes": continue
          with open(f"s/{sheet.title}.csv", "w", encoding="utf-8-sig", newline="") as file:
              for row in sheet.iter_rows(values_only=True):
                  csv.writer(file, delimiter=";").writerow(
                      [v.strftime("%d/%m/%Y") if isinstance(v, datetime.datetime) else v for v in row])
      """
    try script.write(toFile: filled.tool.path("x.py"), atomically: true, encoding: .utf8)
    #expect(try filled.tool.shell("/usr/bin/python3 x.py && rm s/session.xlsx").code == 0)
    let output = try filled.run()
    #expect(output.code == 0, "\(output.err)")
    let after = try Tool.tree(filled.tool.path("o")).mapValues { String(decoding: $0, as: UTF8.self) }
    for (name, text) in before where name.hasSuffix("request.xml") || name == "session.xml" {
      #expect(after[name]?.replacing("tableaux CSV", with: "session.xlsx") == text, "\(name)")
    }
    try filled.tool.run("template", "session.xml").out.write(
      toFile: filled.tool.path("s/session.xml"), atomically: true, encoding: .utf8)
    #expect(try filled.run().err.contains("session.xml et Session.csv"))
  }

  @Test("A dossier asked for by its number is told by the name of its folder")
  func only() throws {
    try folder("VAE-2022-001-essai-un")
    let output = try filled.tool.run("run", "s", "-o", "o", "--only", "VAE-2022-001")
    #expect(output.err.contains("vouliez-vous dire « VAE-2022-001-essai-un » ?"), "\(output.err)")
  }
}
