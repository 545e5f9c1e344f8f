import ArgumentParser
import Files
import VAE

/// Prepares a session that is to be filled.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Prépare une session à remplir : un classeur et un mode d’emploi.",
    discussion: "Rien n’est écrit dans un dossier où une session est déjà.")

  @Argument(help: ArgumentHelp("Le dossier de la session, à créer.", valueName: "dossier"))
  var folder: String

  func run() throws {
    let folder = SessionArguments.folder(folder)
    try NewSession.make(in: folder)
    print("\(folder)/\(NewSession.names[0])")
    Terminal.then("remplir ce classeur dans Excel ou LibreOffice, puis « acquis run \(folder) -o resultats »")
  }
}
