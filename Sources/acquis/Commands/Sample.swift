import ArgumentParser
import VAE

/// Makes a fictitious session, for demonstrations and measures.
struct Sample: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "Fabrique une session fictive, pour s’exercer ou mesurer.",
    discussion: "La même graine donne toujours les mêmes fichiers.")

  @Option(help: ArgumentHelp("Nombre de candidats.", valueName: "nombre"))
  var candidates: Int = 10

  @Option(help: ArgumentHelp("Graine du hasard.", valueName: "nombre"))
  var seed: UInt64 = 1

  @Option(
    name: [.short, .customLong("out")],
    help: ArgumentHelp("Le dossier où écrire la session.", valueName: "dossier"))
  var out: String

  func validate() throws {
    if !(1...1_000_000).contains(candidates) { throw ValidationError("--candidates va de 1 à 1 000 000") }
  }

  func run() throws {
    let folder = SessionArguments.folder(out)
    try SampleSession.write(candidates: candidates, seed: seed, to: folder)
    Terminal.then("« acquis run \(folder) -o resultats »")
  }
}
