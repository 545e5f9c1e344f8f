import ArgumentParser
import VAE

/// A session and its results.
struct SessionFolders: ParsableArguments {
  @Argument(help: "Le dossier de la session.", completion: .directory)
  var session: String

  @Option(
    name: [.short, .customLong("out")], help: ArgumentHelp("Le dossier de sortie.", valueName: "dossier"))
  var out: String

  var ofSession: String { SessionArguments.folder(session) }
  var ofResults: String { SessionArguments.folder(out) }
}

/// Writes the pages of the panel and of the jury.
struct FormsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forms",
    abstract: "Écrit ce qui est à remplir : dossiers de preuves, entretiens, délibération.",
    discussion: """
      Après acquis run. dossier-NUMÉRO.docx et .odt sont le dossier de preuves de chaque candidat dont on l’attend, à son nom ; \
      une fois rempli, le ranger tel quel dans le dossier du candidat. interview-form.html enregistre record.xml, à placer dans le dossier du candidat ; \
      deliberation-form.html enregistre decisions.xml, que acquis import-decisions range dans la session.
      """)

  @OptionGroup var folders: SessionFolders
  @OptionGroup var reservation: Reservation

  func run() throws {
    let lock = try reservation.results(folders.ofResults)
    defer { lock.release() }
    let (pages, problems) = try Forms.panels(session: folders.ofSession, out: folders.ofResults)
    Terminal.tell(problems)
    for page in pages { print(page) }
    if pages.isEmpty && problems.isEmpty {
      Terminal.error("aucun dossier n’attend de document à remplir : lancer d’abord « acquis run »")
    } else if !pages.isEmpty {
      let after = "aux jours des entretiens et du jury, ouvrir les pages et ranger ce qu’elles enregistrent"
      let hasForms = pages.contains { $0.contains("/dossier-") }
      Terminal.then(hasForms ? "donner à chaque candidat son dossier à remplir ; \(after)" : after)
    }
    if !problems.isEmpty { throw ExitCode.attention }
  }
}

/// Writes the minutes of the jury.
struct MinutesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "minutes",
    abstract: "Écrit le procès-verbal du jury, la feuille d’émargement et le bordereau.")

  @OptionGroup var folders: SessionFolders
  @OptionGroup var reservation: Reservation

  func run() throws {
    let lock = try reservation.results(folders.ofResults)
    defer { lock.release() }
    let path = try Forms.minutes(session: folders.ofSession, out: folders.ofResults)
    if let path {
      print(path)
      return Terminal.then(
        "imprimer, faire signer les membres du jury, envoyer au groupe technique paritaire")
    }
    Terminal.error("aucune décision du jury n’est encore rangée dans la session")
    throw ExitCode.attention
  }
}

/// Puts each decision of a sitting in its dossier.
struct ImportDecisions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import-decisions", abstract: "Range dans la session les décisions d’une séance du jury.",
    discussion: """
      Toutes, ou aucune. Une décision déjà là n’est remplacée que par ce qui la suit : sa révocation, une nouvelle décision \
      après celle-ci, une séance après une absence ou un ajournement. L’ancienne est gardée dans le dossier decisions.
      """)

  @Argument(
    help: "Le fichier decisions.xml, ou un tableau (.xlsx, .ods, .csv).",
    completion: .file(extensions: ["xml", "xlsx", "ods", "csv"]))
  var file: String

  @Option(
    name: [.short, .customLong("out")], help: ArgumentHelp("Le dossier de la session.", valueName: "session"))
  var out: String

  @Flag(help: "Remplace aussi une décision mal saisie ; l’ancienne est gardée.")
  var replace = false

  @OptionGroup var reservation: Reservation

  func run() throws {
    let folder = SessionArguments.folder(out)
    let lock = try reservation.session(folder)
    defer { lock.release() }
    let result = try DecisionImport(file, into: folder, replacing: replace)
    Terminal.tell(result.problems)
    for id in result.written { print("\(id) : decision.xml écrit") }
    for id in result.unchanged { print("\(id) : inchangé") }
    Terminal.then(
      result.problems.isEmpty
        ? "« acquis run » écrit les lettres, « acquis minutes » le procès-verbal"
        : "corriger ce qui est nommé, puis relancer : aucune décision n’est rangée")
    if !result.problems.isEmpty { throw ExitCode.attention }
  }
}
