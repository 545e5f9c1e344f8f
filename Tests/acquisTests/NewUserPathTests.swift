import Foundation
import Testing

/// The guide’s first path, done as a new user would: a workbook edited five times, each candidate’s own form filled in Word or
/// LibreOffice, and not a line of XML.
@Suite("Le premier parcours du guide, de bout en bout")
struct NewUserPathTests {
  private let filled: FilledSession
  private let tool: Tool

  init() throws {
    filled = try FilledSession()
    tool = filled.tool
  }

  private func status() throws -> String { try tool.run("status", "s", "-o", "o").out }

  @Test(
    "From a new session to four candidates waiting for the interview, one workbook edited five times, no XML typed"
  )
  func path() throws {
    // 1. A wrong cell: its candidate alone waits.
    try filled.fill(["Demandes", "4", "Date de naissance", "31/02/1985"])
    let wrong = try filled.run()
    #expect(wrong.code == 1 && wrong.err.contains("feuille « Demandes », ligne 4: erreur"), "\(wrong.err)")
    #expect(wrong.err.contains("« Date de naissance »") && wrong.err.contains("JJ/MM/AAAA"), "\(wrong.err)")
    #expect(try status().ranges(of: "\ten attente du dossier de preuves").count == 3)
    // 2. Corrected.
    try filled.fill(["Demandes", "4", "Date de naissance", "02/03/1985"])
    #expect(try filled.run().code == 0)
    #expect(try status().ranges(of: "\ten attente du dossier de preuves").count == 4)
    // 3. A piece is asked for, 4. a name corrected, 5. an interview fixed.
    for cell in [
      ["Numéro de la demande", "VAE-2022-003"], ["Pièce demandée", "pièce d’identité"],
      ["Envoyée le", "10/09/2021"],
    ] { try filled.fill(["Relances", "4"] + cell) }
    _ = try filled.run()
    try filled.fill(["Demandes", "6", "Nom d’usage", "Essai-Usage"])
    _ = try filled.run()
    for cell in [
      ["Numéro de la demande", "VAE-2022-001"], ["Date", "21/02/2022"], ["Heure", "09:30"],
      ["Lieu ou salle", "Salle Exemple"],
    ] { try filled.fill(["Créneaux", "3"] + cell) }
    #expect(try filled.run().code == 0)
    #expect(try status().hasPrefix("À faire maintenant :\n- donner au candidat son dossier à remplir"))
    try forms()
    let index = try String(contentsOfFile: tool.path("o/index.html"), encoding: .utf8)
    #expect(index.contains("relire les rapprochements"))
    #expect(try Tool.tree(tool.path("s")).keys.filter { $0.hasSuffix(".xml") } == [])
  }

  /// A form put back as it was is no dossier; filled, it is.
  private func forms() throws {
    let forms = try tool.run("forms", "s", "-o", "o")
    #expect(forms.code == 0 && forms.out.ranges(of: "dossier-VAE-2022-00").count == 8, "\(forms.err)")
    #expect(forms.out.contains("Ensuite : donner à chaque candidat"))
    for (rank, format) in ["docx", "odt", "docx", "odt"].enumerated() {
      let number = "VAE-2022-00\(rank + 1)"
      let folder = tool.path("s/" + number)
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: tool.path("o/\(number)/dossier-\(number).\(format)"),
        toPath: "\(folder)/dossier-\(number).\(format)")
    }
    #expect(try filled.run().err.ranges(of: "(dossier.unfilled)").count == 4)
    #expect(try status().ranges(of: "\ten attente du dossier de preuves").count == 4)
    for path in try Tool.tree(tool.path("s")).keys where path.contains("/dossier-") {
      #expect(try tool.shell("/usr/bin/python3 '\(FilledSession.formFiller)' 's/\(path)'").code == 0)
    }
    let done = try filled.run()
    #expect(try status().ranges(of: "\ten attente de l’entretien").count == 4)
    #expect(!done.err.contains("dossier.unfilled") && !done.err.contains("n’est pas lu"), "\(done.err)")
    _ = try tool.run("forms", "s", "-o", "o")
    #expect(try !Tool.tree(tool.path("o")).keys.contains { $0.contains("/dossier-") })
  }
}
