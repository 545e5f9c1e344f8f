import Foundation
import Testing

/// What candidates hand in as it comes: archives by any name, photographs beside the folder of the papers, copies of a browser.
@Suite("Remises comme elles viennent")
struct HandInTests {
  private let filled: FilledSession
  private let folder: String

  init() throws {
    filled = try FilledSession()
    folder = filled.tool.path("s/VAE-2022-001")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func sample(_ path: String) -> String {
    Tool.root.appending(path: "Samples/session-2022-01/" + path).path
  }

  private func put(_ path: String, _ name: String) throws {
    try FileManager.default.copyItem(atPath: sample(path), toPath: folder + "/" + name)
  }

  private func inventory() throws -> String {
    try String(contentsOfFile: filled.tool.path("o/VAE-2022-001/inventory.xml"), encoding: .utf8)
  }

  @Test(
    "An archive by any name is a hand-in, shown as received; two are both read, each file with the archive it comes from"
  )
  func archives() throws {
    try put("VAE-2022-004-maquette/evidence.zip", "Photos Barnabé.zip")
    let run = try filled.run()
    #expect(!run.err.contains("n’est pas lu"), "\(run.err)")
    #expect(
      try filled.tool.run("status", "s", "-o", "o").out.contains(
        "attend le dossier du candidat, 2 fichiers déjà reçus"))
    #expect(try inventory().ranges(of: "origin=\"Photos Barnabé.zip\"").count == 2)
    #expect(
      try filled.tool.shell(
        "cd s/VAE-2022-001 && cp '\(sample("VAE-2022-003-specimen/evidence/IMG_2042.jpg"))' note-badgeage.jpg && zip -q suite.zip note-badgeage.jpg && rm note-badgeage.jpg"
      ).code == 0)
    _ = try filled.run()
    let both = try inventory()
    #expect(both.ranges(of: "<file ").count == 3, "\(both)")
    #expect(both.contains("name=\"suite.zip - note-badgeage.jpg\"") && both.contains("origin=\"suite.zip\""))
  }

  @Test("A file that nobody reads is told with what it looks like and where it belongs")
  func strangers() throws {
    try put("VAE-2022-003-specimen/evidence/IMG_2042.jpg", "IMG_2042.jpg")
    try FileManager.default.createDirectory(atPath: folder + "/Photos", withIntermediateDirectories: true)
    try filled.tool.run("template", "review.xml").out.write(
      toFile: folder + "/review (1).xml", atomically: true, encoding: .utf8)
    for name in ["Thumbs.db", "desktop.ini", "~$dossier.docx", "._photo.jpg", ".DS_Store"] {
      #expect(FileManager.default.createFile(atPath: folder + "/" + name, contents: Data("x".utf8)))
    }
    let told = try filled.run().err
    #expect(told.contains("IMG_2042.jpg: avertissement : ce fichier a l’air d’une pièce"), "\(told)")
    #expect(told.contains("Photos: avertissement : ce dossier n’est pas lu"), "\(told)")
    #expect(
      told.contains("est « Relecture » sous un autre nom") && told.contains("le renommer « review.xml »"),
      "\(told)")
    #expect(told.ranges(of: "dossier.file").count == 3, "\(told)")
  }

  @Test("A form filled where it was written is neither written over nor taken away")
  func filledThere() throws {
    _ = try filled.run()
    _ = try filled.tool.run("forms", "s", "-o", "o")
    // One that nobody has filled follows the request.
    try filled.fill(["Demandes", "3", "Nom de naissance", "Essai-Autre"])
    _ = try filled.run()
    #expect(try filled.tool.run("forms", "s", "-o", "o").code == 0)
    let form = filled.tool.path("o/VAE-2022-001/dossier-VAE-2022-001.docx")
    #expect(try filled.tool.shell("/usr/bin/python3 '\(FilledSession.formFiller)' '\(form)'").code == 0)
    let bytes = try Data(contentsOf: URL(filePath: form))
    let again = try filled.tool.run("forms", "s", "-o", "o")
    #expect(again.code == 1 && again.err.contains("a été rempli ici"), "\(again.err)")
    try filled.fill(["Demandes", "3", "Décision de recevabilité", "défavorable"])
    _ = try filled.run()
    _ = try filled.tool.run("forms", "s", "-o", "o")
    #expect(try Data(contentsOf: URL(filePath: form)) == bytes)
  }

  @Test("Results that bear another name than the folder made since are told, and stop no command")
  func moved() throws {
    _ = try filled.run()
    try FileManager.default.moveItem(atPath: folder, toPath: folder + "-essai-un")
    let run = try filled.run()
    #expect(
      run.err.contains("les résultats de cette demande sont désormais dans « VAE-2022-001-essai-un »"),
      "\(run.err)")
    #expect(!run.err.contains("dossier.gone"))
    #expect(try filled.tool.run("forms", "s", "-o", "o").code == 0)
  }

  @Test("A dossier of another candidate is told by the run, in error")
  func another() throws {
    try put("VAE-2022-001-exemple/dossier-VAE-2022-001.docx", "dossier.docx")
    let own = try filled.run()
    #expect(own.code == 1 && own.err.contains("porte le nom d’une autre personne"), "\(own.err)")
    #expect(try filled.tool.run("status", "s", "-o", "o").out.contains("ranger ce dossier de preuves chez"))
  }

  @Test("A refusal already decided asks for its notice, and for nothing once that is sent")
  func decided() throws {
    try filled.fill(["Demandes", "3", "Décision de recevabilité", "défavorable"])
    try filled.fill(["Demandes", "3", "Motif de la décision", "Durée insuffisante"])
    _ = try filled.run()
    #expect(
      try filled.tool.run("status", "s", "-o", "o").out.contains("- notifier au candidat la décision prise"))
    for cell in [
      ["Numéro de la demande", "VAE-2022-001"], ["Papier", "notification de la décision de recevabilité"],
      ["Destinataire", "candidat"], ["Envoyé le", "12/10/2021"], ["Moyen d’envoi", "courriel"],
    ] { try filled.fill(["Envois", "3"] + cell) }
    _ = try filled.run()
    #expect(try !filled.tool.run("status", "s", "-o", "o").out.contains("notifier au candidat"))
  }

  @Test("A dossier handed in by someone whose request is refused is told")
  func vain() throws {
    try put("VAE-2022-001-exemple/dossier-VAE-2022-001.docx", "dossier.docx")
    try filled.fill(["Demandes", "3", "Décision de recevabilité", "défavorable"])
    try filled.fill(["Demandes", "3", "Motif de la décision", "Durée insuffisante"])
    let told = try filled.run().err
    #expect(told.contains("un dossier de preuves est déposé"), "\(told)")
  }
}
