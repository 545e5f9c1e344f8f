import ArgumentParser
import Artefacts
import Engine
import Files
import VAE

/// The whole path for a whole session.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Fait tout le parcours de tous les dossiers d’une session.",
    discussion: "Relancer la commande reprend un travail interrompu : ce qui est déjà fait reste inchangé.")

  @OptionGroup var arguments: SessionArguments
  @OptionGroup var writing: WritingArguments

  @Option(help: ArgumentHelp("S’arrêter après cette étape.", valueName: "étape"))
  var until: String?

  func run() async throws {
    var pipeline = try Pipeline.vae()
    if let until {
      guard let shorter = pipeline.until(until) else {
        throw ValidationError(
          "--until attend une étape : \(pipeline.stages.map(\.name).joined(separator: ", "))")
      }
      pipeline = shorter
    }
    let run = try arguments.run(pipeline, writing: writing)
    let lock = try writing.reserve(run)
    defer { lock?.release() }
    let results = try await run.perform()
    // A part of the session must not replace the index of the whole.
    let isWhole = until == nil && arguments.only.isEmpty && !writing.dryRun
    if isWhole {
      _ = try Publication.write(results, of: run)
      Terminal.tell(Forms.retireMinutes(session: run.session, out: run.out))
    }
    if !writing.dryRun { Disk.settle(run.out) }
    if Terminal.isInteractive {
      Summary.print(
        results, index: isWhole && results.unseen.isEmpty ? run.out + "/index.html" : nil)
    }
    try results.end(asking: results.tellWhatAsksForAPerson())
  }
}

/// The end of a run, in a few lines.
enum Summary {
  static func print(_ results: RunOutcome<DossierSummary>, index: String?) {
    let written = results.dossiers.flatMap(\.stages).count { $0.outcome == .written }
    Swift.print(
      French.count(results.dossiers.count, "dossier", many: "dossiers") + ", "
        + French.count(written, "document écrit", many: "documents écrits"))
    Terminal.tell(results.toDo)
    if results.dossiers.isEmpty { Terminal.then("ajouter des demandes à la session, puis relancer") }
    if let index { Swift.print("Page de la session : \(index)") }
  }
}
