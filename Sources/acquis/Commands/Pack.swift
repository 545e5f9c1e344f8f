import ArgumentParser
import Artefacts
import Engine
import Exchange
import XML

/// Seals the results of one dossier.
struct Pack: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Scelle le dossier d’un candidat (BagIt, et manifeste SEDA 2.3).",
    discussion: """
      Le manifeste SEDA demande ce que seul un accord avec un service d’archives peut dire : --agreement, \
      --archive, --sender et --as-of vont ensemble. Sans eux, le paquet BagIt est complet et le manifeste absent.
      """)

  @Argument(help: "Le dossier du candidat, dans les résultats.", completion: .directory)
  var folder: String

  @Option(
    name: [.short, .customLong("out")],
    help: ArgumentHelp("Le paquet à créer ; il ne doit pas exister.", valueName: "dossier"))
  var out: String

  @Option(
    name: .customLong("as-of"), help: ArgumentHelp("Date du transfert, JJ/MM/AAAA.", valueName: "date"))
  var asOf: Day?

  @Option(help: ArgumentHelp("Accord de versement.", valueName: "identifiant"))
  var agreement: String?

  @Option(help: ArgumentHelp("Service d’archives.", valueName: "identifiant"))
  var archive: String?

  @Option(help: ArgumentHelp("Service versant.", valueName: "identifiant"))
  var sender: String?

  func validate() throws {
    let given = [agreement, archive, sender].count { $0 != nil } + (asOf == nil ? 0 : 1)
    if given != 0 && given != 4 {
      throw ValidationError("--as-of, --agreement, --archive et --sender vont ensemble")
    }
    if [agreement, archive, sender].contains(where: { $0?.isEmpty == true }) {
      throw ValidationError("--agreement, --archive et --sender ne peuvent pas être vides")
    }
  }

  func run() throws {
    let folder = SessionArguments.folder(folder)
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    var transfer: SedaTransfer?
    if let asOf, let agreement, let archive, let sender {
      transfer = SedaTransfer(
        date: asOf, agreement: agreement, archive: archive, sender: sender, identifier: name)
    }
    var bag = try Bag(of: folder)
    try bag.write(to: SessionArguments.folder(out), transfer)
    print(out)
    Terminal.then("après chaque copie du paquet, « acquis verify »")
  }
}

/// Hashes everything again.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Recalcule les empreintes d’un dossier de résultats ou d’un paquet scellé.")

  @Argument(help: "Les dossiers ou paquets à vérifier.", completion: .directory)
  var folders: [String]

  func run() throws {
    var failed = false
    for folder in folders.map(SessionArguments.folder) {
      let verification = try Verification(folder, derived: Set(Pipeline.vae().stages.map(\.name)))
      Terminal.tell(verification.problems, under: folder)
      failed = failed || !verification.problems.isEmpty || verification.compared == 0
      if verification.compared == 0 {
        Terminal.tell([
          Diagnostic(
            .warning, code: .verifyNothing, "aucune empreinte à comparer : rien n’a été vérifié",
            advice: "ce dossier n’a encore qu’une étape", file: folder)
        ])
      }
      let elsewhere = verification.elsewhere.sorted().joined(separator: ", ")
      print(
        "\(folder) : \(verification.compared) empreintes comparées, \(verification.problems.count) écarts"
          + (elsewhere.isEmpty ? "" : " ; non vérifiables ici : \(elsewhere)"))
    }
    Terminal.then(
      failed
        ? "ne pas se servir de ce qui diffère : relancer « acquis run », ou reprendre une copie saine"
        : "rien à faire : toutes les empreintes comparées sont les bonnes")
    if failed { throw ExitCode.attention }
  }
}
