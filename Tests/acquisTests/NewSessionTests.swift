import Foundation
import Testing

/// A new user’s way: `acquis new`, a workbook filled and edited, no XML typed. `fill-workbook.py` types in the cells.
@Suite("Session tenue dans un classeur")
struct NewSessionTests {
  private let tool: Tool
  private let workbook: String

  private let filled: FilledSession

  init() throws {
    filled = try FilledSession()
    (tool, workbook) = (filled.tool, filled.workbook)
  }

  private func fill(_ change: [String]) throws { try filled.fill(change) }

  private func run() throws -> Tool.Output { try filled.run() }

  /// The results, those that every run writes anew apart.
  private func results() throws -> [String: Data] {
    try Tool.tree(tool.path("o")).filter { !["report.xml", "index.html"].contains($0.key) }
  }

  @Test("A new session that is not filled says what it still needs, in one list and without a word of XML")
  func empty() throws {
    #expect(try tool.run("new", "t").code == 0)
    let output = try tool.run("run", "t", "-o", "o")
    #expect(output.code == 2)
    for title in ["Numéro de la session", "Centre : nom"] { #expect(output.err.contains("« \(title) »")) }
    for sheet in ["Commission", "Jury"] {
      #expect(output.err.contains("la feuille « \(sheet) » n’a aucune ligne"))
    }
    #expect(!output.err.contains("xml") && !output.err.contains("@"))
    #expect(try tool.run("new", "t").err.contains("sample.exists"))
    #expect(try Tool.tree(tool.path("t")).keys.sorted() == ["LISEZMOI.txt", "session.xlsx"])
  }

  @Test("The workbook of a new session is the same bytes each time")
  func bytes() throws {
    for folder in ["u", "v"] { try tool.run("new", folder) }
    #expect(try Tool.tree(tool.path("u")) == Tool.tree(tool.path("v")))
  }

  @Test("Four candidates come to wait for their dossiers")
  func path() throws {
    let first = try run()
    #expect(first.code == 0, "\(first.err)")
    #expect(
      try tool.run("status", "s", "-o", "o").out.ranges(of: "en attente du dossier de preuves").count == 4)
    let request = try String(
      contentsOfFile: tool.path("o/VAE-2022-002/request.xml"), encoding: .utf8)
    for text in [
      "<input artefact=\"session.xlsx, Demandes, VAE-2022-002\"", "<missing>pièce d’identité</missing>",
      "<activity>Dossiers du personnel</activity>", "totalHours=\"8035.5\"", "country=\"FRA\"",
    ] { #expect(request.contains(text), "\(text)") }
  }

  @Test(
    "One changed cell changes the results of one dossier alone; the same workbook saved as OpenDocument changes none"
  )
  func edited() throws {
    _ = try run()
    let before = try results()
    try fill(["Demandes", "4", "Commune de naissance", "Nancy"])
    _ = try run()
    let after = try results()
    let changed = Set(before.keys.filter { before[$0] != after[$0] }.map { $0.split(separator: "/")[0] })
    #expect(changed == ["VAE-2022-002"])
    let saved = try tool.shell(
      "cd s && HOME=.. soffice -env:UserInstallation=file://$PWD/../office --headless --convert-to ods session.xlsx >/dev/null 2>&1 && rm session.xlsx"
    )
    try #require(saved.code == 0)
    #expect(try run().code == 0)
    let inODS = try results()
    func bare(_ data: Data?) -> String {
      String(decoding: data ?? Data(), as: UTF8.self).replacing("session.xlsx", with: "session.ods")
    }
    for (name, data) in after where name.hasSuffix("request.xml") || name == "session.xml" {
      #expect(bare(data) == bare(inODS[name]), "\(name)")
    }
  }

  @Test("A session there twice, a request there twice are refused, naming both")
  func twice() throws {
    _ = try run()
    let request = try tool.run("template", "request.xml").out
    let folder = tool.path("s/VAE-2022-003")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try request.write(toFile: folder + "/request.xml", atomically: true, encoding: .utf8)
    let output = try run()
    #expect(output.code == 1)
    #expect(
      output.err.contains("VAE-2022-003/request.xml")
        && output.err.contains("Demandes, VAE-2022-003"))
    try tool.run("template", "session.xml").out.write(
      toFile: tool.path("s/session.xml"), atomically: true, encoding: .utf8)
    #expect(try run().err.contains("session.xlsx et session.xml"))
  }

  @Test("A sheet, a rubric of another name is told; without its sheet of requests a session is in error")
  func unread() throws {
    try fill(["Session", "-", "Dépôt des dossiers avant le", "15/01/2022"])
    try fill(["rename", "Relances", "-", "Relance candidats"])
    try fill(["rubric", "Dépôt des dossiers avant le", "-", "Limite de dépôt"])
    let told = try run()
    #expect(told.code == 0 && told.err.contains("« Relance candidats »"), "\(told.err)")
    #expect(told.err.contains("« Limite de dépôt » n’est pas une rubrique"), "\(told.err)")
    try fill(["rename", "Demandes", "-", "Candidats"])
    let missing = try run()
    #expect(missing.code == 1 && missing.err.contains("la feuille « Demandes » manque"), "\(missing.err)")
  }

  @Test(
    "Of two requests that would share a folder, neither is read: no papers of one in the dossier of the other"
  )
  func shared() throws {
    try fill(["Demandes", "4", "Numéro de la demande", "VAE_2022-001"])
    let output = try run()
    #expect(
      output.code == 1 && output.err.contains("deux demandes vont dans le même dossier"), "\(output.err)")
    #expect(try !Tool.tree(tool.path("o")).keys.contains("VAE-2022-001/request.xml"))
  }

  @Test("Rows of nobody, a number there twice, a column without its title are told")
  func loose() throws {
    try fill(["Expériences", "4", "Numéro de la demande", "VAE-2022-0022"])
    let orphan = try run().err
    #expect(orphan.contains("est-ce « VAE-2022-002 » ?") && orphan.contains("n’a aucune ligne d’expérience"))
    try fill(["Demandes", "5", "Numéro de la demande", "VAE-2022-002"])
    #expect(try run().err.contains("est déjà là ("))
    try fill(["Demandes", "1", "Sexe", "Sx"])
    #expect(try run().err.contains("il manque la colonne « Sexe »"))
  }

  @Test("A folder is that of the longest number that its name begins with; two of one number are told")
  func folders() throws {
    try fill(["Demandes", "4", "Numéro de la demande", "VAE-2022-001-2"])
    for name in ["VAE-2022-001-2-essai", "VAE-2022-001 Essai"] {
      try FileManager.default.createDirectory(
        atPath: tool.path("s/" + name), withIntermediateDirectories: true)
    }
    _ = try run()
    for (folder, number) in [
      ("VAE-2022-001-2-essai", "VAE-2022-001-2"), ("VAE-2022-001 Essai", "VAE-2022-001"),
    ] {
      let request = try String(contentsOfFile: tool.path("o/\(folder)/request.xml"), encoding: .utf8)
      #expect(request.contains("number=\"\(number)\""))
    }
    try FileManager.default.createDirectory(
      atPath: tool.path("s/vae-2022-001"), withIntermediateDirectories: true)
    #expect(try run().err.contains("deux dossiers portent le numéro « VAE-2022-001 »"))
  }

  @Test(
    "A number that is none names no folder, inside the results or elsewhere",
    arguments: ["../../x", "///", String(repeating: "9", count: 300), "编号"])
  func hostileNumber(number: String) throws {
    try fill(["Demandes", "4", "Numéro de la demande", number])
    let output = try run()
    #expect(output.code == 1 && output.err.contains("ligne 4"), "\(output.err)")
    let names = try FileManager.default.contentsOfDirectory(atPath: tool.folder.path)
    #expect(names.filter { !$0.hasPrefix(".") }.sorted() == ["o", "s"])
    #expect(try tool.run("status", "s", "-o", "o").out.ranges(of: "en attente du dossier").count == 3)
  }

  @Test(
    "Back from a workbook to XML, what was made of the workbook goes from the results; a person’s session is never taken for it"
  )
  func back() throws {
    _ = try run()
    for name in try FileManager.default.contentsOfDirectory(atPath: tool.path("o"))
    where name.hasPrefix("VAE") {
      try FileManager.default.createDirectory(
        atPath: tool.path("s/" + name), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: tool.path("o/\(name)/request.xml"), toPath: tool.path("s/\(name)/request.xml"))
    }
    try FileManager.default.copyItem(atPath: tool.path("o/session.xml"), toPath: tool.path("s/session.xml"))
    try FileManager.default.removeItem(atPath: workbook)
    #expect(try run().code == 0)
    #expect(
      try !Tool.tree(tool.path("o")).keys.contains {
        $0.hasSuffix("session.xml") || $0.hasSuffix("request.xml")
      })
    try tool.run("template", "session.xml").out.write(
      toFile: tool.path("o/session.xml"), atomically: true, encoding: .utf8)
    #expect(try run().err.contains("out.place"))
  }
}
