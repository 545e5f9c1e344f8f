import ArgumentParser
import Artefacts
import Engine
import Files
import Channel
import Reading
import VAE
import XML

/// What every command about a session asks for.
struct SessionArguments: ParsableArguments {
  @Argument(
    help: "Le dossier de la session : session.xml et un dossier par candidat.", completion: .directory)
  var session: String

  @Option(
    name: [.short, .customLong("out")], help: ArgumentHelp("Le dossier de sortie.", valueName: "dossier"))
  var out: String

  @Option(
    name: .customLong("only"), help: ArgumentHelp("Un seul dossier ; peut se répéter.", valueName: "id"))
  var only: [String] = []

  @Option(help: ArgumentHelp("Dossiers traités à la fois.", valueName: "nombre"))
  var jobs: Int = 2

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Date d’appréciation, JJ/MM/AAAA ; à défaut, celle de session.xml.", valueName: "date")
  )
  var asOf: Day?

  @Option(
    help: ArgumentHelp(
      "Dossier de sortie d’une session antérieure, pour les plafonds annuels ; peut se répéter.",
      valueName: "dossier"))
  var register: [String] = []

  func validate() throws {
    if jobs < 1 || jobs > 256 { throw ValidationError("--jobs va de 1 à 256") }
  }

  /// The run that these arguments describe; nothing is written unless `writing` is given.
  func run(
    _ pipeline: Pipeline, only stage: String? = nil, writing: WritingArguments? = nil
  ) throws(Refusal) -> PathRun {
    try Machine.check(jobs: jobs)
    Interruption.listen()
    var options = RunOptions()
    options.only = stage
    options.dossiers = Set(only.map(Self.trimmed))
    options.jobs = jobs
    options.registers = register.map(Self.folder)
    options.dryRun = writing?.dryRun ?? true
    options.prune = writing?.prune ?? false
    options.isStopped = { Interruption.isAsked }
    return try PathRun(
      session: Self.folder(session), out: Self.folder(out), pipeline: pipeline,
      asOf: asOf, options: options)
  }

  /// A folder as a person names it, without the slashes at its end, and free of links.
  static func folder(_ path: String) -> String { Disk.straight(trimmed(path)) }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}

/// What a command that writes asks for besides.
struct WritingArguments: ParsableArguments {
  @Flag(name: .customLong("dry-run"), help: "Tout contrôler sans rien écrire.")
  var dryRun = false

  @Flag(help: "Supprimer les documents qui ne correspondent plus à leur dossier.")
  var prune = false

  @Flag(help: "Refaire les résultats à une date plus ancienne que la leur.")
  var older = false

  @OptionGroup var reservation: Reservation

  /// Reserves the output folder of a run that writes.
  func reserve(_ run: PathRun) throws(Refusal) -> FolderLock? {
    if dryRun { return nil }
    let lock = try reservation.output(run.out)
    if older { return lock }
    do throws(Refusal) { try Publication.checkDay(of: run) } catch {
      lock.release()
      throw error
    }
    return lock
  }
}

extension PathRun {
  /// Runs, shows progress, tells the problems.
  func perform() async throws(Refusal) -> RunOutcome<DossierSummary> {
    let progress = Progress()
    defer { Readers.dismiss() }
    let results = try await run { done, total in progress.show(done, of: total) }
    Terminal.tell(results.notes + results.dossiers.flatMap(\.diagnostics), under: session)
    Terminal.tell(results.outputNotes + results.dossiers.flatMap(\.outputDiagnostics), under: out)
    Terminal.tell(Publication.interruption(of: results))
    return results
  }
}

extension RunOutcome<DossierSummary> {
  /// What a run gives back to the shell.
  /// - Throws: `failure` when something could not be written or the run was stopped; `attention` when a document could not
  ///   be used or the session’s folder asks for a correction.
  func end(asking: Bool = false) throws(ExitCode) {
    let written = outputNotes + dossiers.flatMap(\.outputDiagnostics)
    if !unseen.isEmpty || written.contains(where: { $0.severity == .error }) { throw .failure }
    let read = notes + dossiers.flatMap(\.diagnostics)
    if asking || read.contains(where: { $0.severity == .error }) { throw .attention }
  }

  /// The dossiers where a person must decide before anything goes on, told one by one: under cron, an exit status
  /// alone would send no word.
  func tellWhatAsksForAPerson() -> Bool {
    let asking = dossiers.filter { [.toDecide, .toCheck].contains($0.summary.standing) }
    Terminal.tell(
      asking.map {
        Diagnostic(
          .warning, code: .dossierPerson, $0.summary.standing.label,
          advice: "ouvrir son dossier du jury, rubrique « À voir par une personne »", file: $0.id)
      })
    Terminal.tell(pressing)
    return !asking.isEmpty
  }
}
