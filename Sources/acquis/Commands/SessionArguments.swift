import ArgumentParser
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
    help: ArgumentHelp("Date d’appréciation, AAAA-MM-JJ ; à défaut, celle de session.xml.", valueName: "date")
  )
  var asOf: String?

  @Flag(name: .customLong("dry-run"), help: "Tout contrôler sans rien écrire.")
  var dryRun = false

  @Flag(help: "Supprimer les documents qui ne correspondent plus à leur dossier.")
  var prune = false

  func validate() throws {
    if jobs < 1 || jobs > 256 { throw ValidationError("--jobs va de 1 à 256") }
    if let asOf, Day(spelling: asOf) == nil {
      throw ValidationError("--as-of attend une date AAAA-MM-JJ, et non « \(asOf) »")
    }
  }

  /// The run that these arguments describe.
  func run(_ pipeline: Pipeline, only stage: String? = nil) throws(Refusal) -> SessionRun {
    var options = RunOptions()
    options.only = stage
    options.dossiers = Set(only)
    options.jobs = jobs
    options.dryRun = dryRun
    options.prune = prune
    return try SessionRun(
      session: trimmed(session), out: trimmed(out), pipeline: pipeline,
      asOf: asOf.flatMap { Day(spelling: $0) },
      options: options)
  }

  private func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}

extension SessionRun {
  /// Runs, shows progress, tells the problems.
  func perform() async throws(Refusal) -> (results: [DossierRun.Result], notes: [Diagnostic]) {
    let progress = Progress()
    let (results, notes) = try await run { done, total in progress.show(done, of: total) }
    Terminal.tell(notes + results.flatMap(\.diagnostics), under: session)
    return (results, notes)
  }
}

/// Whether a person should look: a dossier is refused, or asks for a decision of principle.
func attention(_ results: [DossierRun.Result], _ notes: [Diagnostic]) -> Bool {
  notes.contains { $0.severity == .error }
    || results.contains { result in
      result.diagnostics.contains { $0.severity == .error }
        || [.refused, .toDecide, .toCheck].contains(result.row.standing)
    }
}
