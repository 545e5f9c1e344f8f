import ArgumentParser
import Artefacts
import VAE
import XML

/// Writes the adviser’s pages.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Écrit les pages de relecture des rapprochements, une par candidat.",
    discussion: """
      La page s’ouvre dans un navigateur, sans réseau ; elle enregistre review.xml, à placer dans le dossier du \
      candidat avant de relancer acquis run.
      """)

  @Argument(help: "Le dossier de sortie d’une session.", completion: .directory)
  var out: String

  @Option(
    help: ArgumentHelp("La certification de la session, si ce n’est pas RNCP28236.", valueName: "fichier"),
    completion: .file(extensions: ["xml"]))
  var certification: String?

  @OptionGroup var reservation: Reservation

  func run() throws {
    let folder = SessionArguments.folder(out)
    let lock = try reservation.results(folder)
    defer { lock.release() }
    let taught = try certification.map { path throws(Refusal) in try Certification.read(path) } ?? .shipped()
    let (pages, problems) = try Forms.review(folder, certification: taught)
    Terminal.tell(problems)
    for page in pages { print(page) }
    if pages.isEmpty {
      Terminal.error("aucun dossier n’est encore rapproché : lancer d’abord « acquis run »")
    } else {
      Terminal.then(
        "ouvrir chaque page dans un navigateur, enregistrer, ranger review.xml dans le dossier du candidat, relancer « acquis run »"
      )
    }
    if !problems.isEmpty { throw ExitCode.attention }
  }
}
