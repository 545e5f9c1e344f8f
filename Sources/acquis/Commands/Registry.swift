import ArgumentParser
import Exchange
import Files
import VAE
import XML

/// The awards, for the national register.
struct ExportCDC: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export-cdc",
    abstract: "Prépare le fichier des certifications délivrées (Caisse des dépôts).",
    discussion: """
      Les certifications entières seulement : le format n’a pas de place pour un bloc. Ce que le registre a déjà pris \
      (acquis import-cdc-report) n’est pas repris. Le schéma officiel se donne avec --schema.
      """)

  @Argument(help: "Le dossier de sortie de la session.", completion: .directory)
  var out: String

  @Option(help: ArgumentHelp("Le dossier de la session.", valueName: "dossier"), completion: .directory)
  var session: String

  @Option(
    name: [.short, .customLong("flux")], help: ArgumentHelp("Le fichier à écrire.", valueName: "fichier"))
  var output: String

  @Option(help: ArgumentHelp("Date et heure du dépôt, à Paris : « JJ/MM/AAAA HH:MM ».", valueName: "moment"))
  var at: String

  @Option(help: ArgumentHelp("Le XSD officiel, pour contrôler.", valueName: "fichier"))
  var schema: String?

  func run() async throws {
    guard let moment = DepositFile.Moment(at) else {
      throw ValidationError("--at attend un moment « JJ/MM/AAAA HH:MM », et non « \(at) »")
    }
    let folder = SessionArguments.folder(session)
    let registry = try AwardDeposit.parameters(of: folder)
    let export = try AwardDeposit.export(session: folder, out: SessionArguments.folder(out))
    Terminal.tell(export.problems)
    let files = DepositFile.files(export.awards, registry, at: moment)
    let official = try schema.map { path throws(Refusal) in
      do throws(Refusal) { return try Schema(xsd: Disk.existing(path)) } catch {
        throw error.about(file: path)
      }
    }
    if let early = export.awards.first(where: { moment.day < $0.awardedOn }) {
      throw ValidationError("--at précède la décision du jury du \(early.awardedOn.label)")
    }
    let stem = output.hasSuffix(".xml") ? String(output.dropLast(4)) : output
    let named = files.enumerated().map { rank, bytes in
      (name: rank == 0 ? output : "\(stem)-\(rank + 1).xml", bytes: bytes)
    }
    if let official { for file in named { try official.check(file.bytes, file: file.name) } }
    for file in named {
      try Disk.create(file.name, bytes: file.bytes)
      print(file.name)
    }
    Terminal.error(
      "\(export.awards.count) à déposer, \(export.taken) déjà au registre, \(export.problems.count { $0.severity == .error }) à corriger"
        + (official == nil ? " ; schéma officiel non contrôlé (--schema)" : " ; conforme au schéma donné"))
    if !named.isEmpty {
      Terminal.then(
        "déposer le fichier sur le portail de la Caisse des dépôts, puis lire son accusé avec « acquis import-cdc-report »"
      )
    }
    if export.problems.contains(where: { $0.severity == .error }) { throw ExitCode.attention }
  }
}

/// What the register answered.
struct ImportCDCReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import-cdc-report", abstract: "Lit un accusé de traitement de la Caisse des dépôts.",
    discussion: "Ce qui est accepté est noté dans les résultats ; un nouvel export ne reprend que le reste.")

  @Argument(help: "L’accusé de traitement (XML).", completion: .file(extensions: ["xml"]))
  var file: String

  @Option(
    name: [.short, .customLong("out")],
    help: ArgumentHelp("Le dossier de sortie de la session.", valueName: "dossier"))
  var out: String

  @OptionGroup var reservation: Reservation

  func run() throws {
    let folder = SessionArguments.folder(out)
    let lock = try reservation.results(folder)
    defer { lock.release() }
    let report = try DepositReport(file)
    let (own, strange) = try AwardDeposit.keep(report, out: folder)
    for id in own { print("\(id) : accepté") }
    for id in strange.prefix(20) { print("\(id) : d’aucune demande de cette session, non noté") }
    if strange.count > 20 { print("… et \(strange.count - 20) autres, d’aucune demande de cette session") }
    for each in report.rejected { print("\(each.id) : rejeté — \(each.message)\n    → \(each.advice)") }
    for text in report.refusals {
      print("fichier entier refusé — \(text)\n    → corriger, puis déposer de nouveau tout le fichier")
    }
    if report.accepted.isEmpty && report.rejected.isEmpty && report.refusals.isEmpty {
      Terminal.error("cet accusé ne parle d’aucun passage")
      throw ExitCode.attention
    }
    let isWhole = report.rejected.isEmpty && report.refusals.isEmpty
    Terminal.then(
      isWhole
        ? "garder ledger.xml avec les résultats : il dit ce que le registre a pris"
        : "corriger ce qui est rejeté, relancer « acquis run », puis « acquis export-cdc »")
    if !report.rejected.isEmpty || !report.refusals.isEmpty || !strange.isEmpty { throw ExitCode.attention }
  }
}
