import ArgumentParser
import Artefacts
import Files
import VAE

/// Makes requests from the advisers’ spreadsheet.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Crée les demandes à partir d’un tableau CSV.",
    discussion:
      "« acquis template requests.csv » et « acquis template experiences.csv » donnent les colonnes.")

  @Argument(help: "Le tableau des demandes, une par ligne.", completion: .file(extensions: ["csv"]))
  var requests: String

  @Option(
    help: ArgumentHelp(
      "Le tableau des expériences, une par ligne, reliées par le numéro.", valueName: "fichier"))
  var experiences: String?

  @Option(
    name: [.short, .customLong("out")], help: ArgumentHelp("Le dossier de la session.", valueName: "session"))
  var out: String

  @OptionGroup var reservation: Reservation

  func run() throws {
    let folder = SessionArguments.folder(out)
    try Disk.makeFolder(folder)
    let lock = try reservation.session(folder)
    defer { lock.release() }
    let done = try RequestImport(requests: requests, experiences: experiences, into: folder)
    Terminal.tell(done.problems)
    print(
      French.count(done.written.count, "demande créée", many: "demandes créées") + ", "
        + French.count(done.unchanged.count, "déjà là", many: "déjà là") + ", "
        + French.count(done.problems.count, "problème", many: "problèmes"))
    if !done.problems.isEmpty { throw ExitCode.attention }
  }
}
