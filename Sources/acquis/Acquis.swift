import ArgumentParser
import Artefacts
import Language
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
      New.self, Sample.self,
    ],
    groupedSubcommands: [CommandGroup(name: "Une étape à la fois", subcommands: StageCommands.all)])
}

extension Acquis {
  /// What to say of a first word that is no command; nil when it is one.
  fileprivate static var unknownCommand: String? {
    let groups = configuration.groupedSubcommands.flatMap { $0.subcommands }
    let names = (configuration.subcommands + groups).compactMap { $0.configuration.commandName } + ["help"]
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"), !names.contains(word)
    else { return nil }
    let near = NearestName.nearest(to: word, among: names).map { " : vouliez-vous dire « \($0) » ?" } ?? ""
    return
      "erreur : « \(word.printable.prefix(40)) » n’est pas une commande\(near)\n  Voir « acquis --help » pour les commandes."
  }
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
      if let word = Acquis.unknownCommand {
        Terminal.error(word)
        Terminal.exit(.validationFailure)
      }
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
