import ArgumentParser
import Artefacts
import Files
import VAE

/// Makes requests from the advisers’ spreadsheet.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Crée ou met à jour les demandes à partir d’un classeur ou d’un tableau.",
    discussion:
      """
      Un classeur (.xlsx, .ods) tient les deux feuilles « Demandes » et « Expériences ». « acquis template requests.csv » et \
      « acquis template experiences.csv » donnent les colonnes ; leurs titres usuels sont reconnus.
      """)

  @Argument(
    help: "Le classeur, ou le tableau des demandes, une par ligne.",
    completion: .file(extensions: ["xlsx", "ods", "csv"]))
  var requests: String

  @Option(
    help: ArgumentHelp(
      "Le tableau des expériences, une par ligne, reliées par le numéro.", valueName: "fichier"))
  var experiences: String?

  @Option(
    name: [.short, .customLong("out")], help: ArgumentHelp("Le dossier de la session.", valueName: "session"))
  var out: String

  @Flag(help: "Met à jour une demande déjà là ; l’ancienne est gardée.")
  var replace = false

  @OptionGroup var reservation: Reservation

  func run() throws {
    let folder = SessionArguments.folder(out)
    try Disk.makeFolder(folder)
    let lock = try reservation.session(folder)
    defer { lock.release() }
    let done = try RequestImport(
      requests: requests, experiences: experiences, into: folder, replacing: replace)
    Terminal.tell(done.remarks + done.problems)
    print(
      French.count(done.written.count, "demande créée", many: "demandes créées") + ", "
        + (done.replaced.isEmpty
          ? "" : French.count(done.replaced.count, "mise à jour", many: "mises à jour") + ", ")
        + French.count(done.unchanged.count, "déjà là", many: "déjà là") + ", "
        + French.count(done.problems.count, "problème", many: "problèmes"))
    Terminal.then(
      done.problems.isEmpty
        ? "« acquis run \(folder) -o resultats »"
        : "corriger les lignes nommées, puis relancer la même commande")
    if !done.problems.isEmpty { throw ExitCode.attention }
  }
}
