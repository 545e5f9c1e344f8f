import ArgumentParser
import Artefacts
import XML

/// The tool. Each subcommand is a thin layer over the library.
struct Acquis: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "acquis",
    abstract: "Suit les dossiers de VAE d’une session, de la demande à la décision du jury.",
    discussion: """
      L’outil prépare, contrôle et consigne ; des personnes décident. Les fichiers de la session sont lus, jamais \
      modifiés ; ce qui est produit va dans le dossier de sortie.

      Codes de retour : 0 tout est fait ou en attente ; 1 un dossier est refusé ou demande une personne ; \
      2 l’exécution a échoué ; 64 commande mal écrite.
      """,
    version: Tool.name,
    subcommands: [
      Run.self, Status.self, DeadlinesCommand.self, Check.self, Template.self, SchemasCommand.self,
      Import.self, ReviewCommand.self, FormsCommand.self, ImportDecisions.self, MinutesCommand.self,
      ImportRNCP.self, CertificationCommand.self, ExportCDC.self, ImportCDCReport.self, Suggest.self,
      Evaluate.self,
      Learn.self, Pack.self, Verify.self,
      Sample.self,
    ],
    groupedSubcommands: [CommandGroup(name: "Une étape à la fois", subcommands: StageCommands.all)])
}

@main
enum Main {
  /// On the first thread: what follows needs others, and the machine may not allow any.
  @MainActor static func main() async {
    Interruption.outlive()
    do {
      try Machine.check()
      var command = try Acquis.parseAsRoot()
      if var asynchronous = command as? AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let refusal as Refusal {
      Terminal.tell(refusal.diagnostics)
      Terminal.exit(.failure)
    } catch {
      let code = Acquis.exitCode(for: error)
      let text = FrenchHelp.translate(Acquis.fullMessage(for: error))
      if code == .success {
        if !text.isEmpty { print(text) }
      } else if !text.isEmpty {
        Terminal.error(text)
      }
      Terminal.exit(code)
    }
  }
}
