import Artefacts
import Files
import XML

/// One dossier through the stages, from start to end on one thread: libxml2 never works across an `await`: only
/// looking at the files of the dossier waits for other programs.
struct DossierRun: Sendable {
  let folder: Folder
  let shared: Shared
  let pipeline: Pipeline
  let layout: Layout
  let options: RunOptions

  /// What is known so far.
  var holdings: KnownArtefacts
  /// The names that a refusal keeps from being known: what waits for them is neither stale nor to be told again.
  var blocked: Set<String> = []
  /// What was written and waits for its place until the whole dossier is done.
  private var drafts: [(stage: String, draft: Draft)] = []
  private(set) var told = Told()

  /// What became of each stage, and what there is to say.
  struct Told: Sendable {
    var outcomes: [(stage: String, outcome: Outcome)] = []
    /// About the sources; files are named from the session’s folder.
    var diagnostics: [Diagnostic] = []
    /// About what was written; files are named from the output folder.
    var outputDiagnostics: [Diagnostic] = []
  }

  init(folder: Folder, shared: Shared, pipeline: Pipeline, layout: Layout, options: RunOptions) {
    (self.folder, self.shared, self.pipeline) = (folder, shared, pipeline)
    (self.layout, self.options) = (layout, options)
    holdings = shared.holdings(of: folder.id)
  }

  /// Runs the stages asked for.
  mutating func run() async {
    if let path = leadingElsewhere() {
      return giveUp(
        Diagnostic(
          code: .diskLink, "un lien se trouve parmi les résultats : rien n’est écrit pour ce dossier",
          advice: "l’ôter, puis relancer", file: path))
    }
    if !Disk.answers(folder.sources) {
      return giveUp(
        Diagnostic(
          code: .diskSilent, "le support de ce dossier ne répond pas : rien n’en est lu",
          advice: "vérifier le disque ou le serveur de fichiers, puis relancer", file: folder.id))
    }
    if !options.dryRun { Disk.sweep(folder.derived) }
    tellUnknownFiles()
    for stage in pipeline.stages where options.only == nil || options.only == stage.name {
      let outcome = await perform(stage)
      told.outcomes.append((stage.name, outcome))
      if case .refused(let diagnostics) = outcome { diagnostics.forEach { tell($0) } }
    }
    writeGiven()
    settle()
    tellEarlyDocuments()
  }

  /// Leaves the dossier as it is.
  private mutating func giveUp(_ problem: Diagnostic) {
    blocked = Set(pipeline.stages.map(\.name))
    told.outcomes = pipeline.stages.map { ($0.name, .refused([problem])) }
    tell(problem)
  }

  /// Puts what was written in its place, once it is durable: a power cut leaves the old documents or the new.
  private mutating func settle() {
    if drafts.isEmpty { return }
    Disk.settle(folder.out)
    for (stage, draft) in drafts {
      do throws(Refusal) { try draft.keep() } catch {
        told.outcomes = told.outcomes.map { $0.stage == stage ? (stage, .refused(error.diagnostics)) : $0 }
        error.diagnostics.forEach { tell($0) }
      }
    }
  }

  /// What a row says is a document of the output like the others: nothing that the stages read is hidden.
  private mutating func writeGiven() {
    if options.dryRun || options.only != nil { return }
    for source in pipeline.sources where !layout.shared.contains(source.name) {
      let path = "\(folder.derived)/\(source.name).xml"
      do throws(Refusal) {
        guard let given = folder.given[source.name], case .success = given.bytes else {
          if Disk.exists(path) { Disk.remove(path) }
          continue
        }
        try given.write(source.name, in: folder.derived)
      } catch { error.diagnostics.forEach { tell($0) } }
    }
  }

  /// What, among the results of this dossier, is neither file nor folder: through a link there, what is written or removed
  /// would be elsewhere.
  private func leadingElsewhere() -> String? {
    let own = Disk.entry(folder.id, in: folder.out)
    if own.isThere && own.kind != .folder { return folder.derived }
    let stray = ((try? Disk.list(folder.derived)) ?? []).first { $0.kind == .other }
    return stray.map { folder.derived + "/" + $0.name }
  }

  private mutating func perform(_ stage: Stage) async -> Outcome {
    do throws(Refusal) {
      let missing = try gather(stage)
      if missing.contains(where: blocked.contains) {
        blocked.insert(stage.name)
        return .waiting(for: missing)
      }
      guard missing.isEmpty else {
        try retire(stage)
        return .waiting(for: missing)
      }
      guard let product = try await product(of: stage) else {
        try retire(stage)
        return stage.isReading ? .waiting(for: [stage.name]) : .stopped
      }
      let bytes = try spell(product, of: stage)
      switch product {
      case .artefact(let value), .reading(let value, _):
        holdings[stage.name] = .init(value: value, digest: Digest.of(bytes))
      case .page: break
      }
      if !options.dryRun { try Disk.makeOwnFolder(folder.derived) }
      for diagnostic in try stage.companion(holdings, folder, options) { tell(diagnostic) }
      if options.dryRun { return .unchanged }
      let path = folder.derived + "/" + stage.file
      if Disk.holds(path, bytes) { return .unchanged }
      drafts.append((stage.name, try Draft(path, with: bytes)))
      return .written
    } catch {
      blocked.insert(stage.name)
      return .refused(error.diagnostics)
    }
  }

  /// What a stage makes. What was handed in and does not count is told, and still waited for.
  private mutating func product(of stage: Stage) async throws(Refusal) -> Stage.Product? {
    do throws(Refusal) { return try await stage.work(holdings, folder) } catch {
      guard stage.isReading, error.diagnostics.allSatisfy({ $0.severity == .warning }) else { throw error }
      error.diagnostics.forEach { tell($0) }
      return nil
    }
  }

  /// Files a diagnostic under the folder that its file lies in. A problem of the disk is told once.
  mutating func tell(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    guard let file = diagnostic.file, file.hasPrefix(folder.out + "/") else {
      diagnostic.file = diagnostic.file.map {
        $0.hasPrefix(folder.session + "/") ? relative($0, to: folder.session) : $0
      }
      return told.diagnostics.append(diagnostic)
    }
    diagnostic.file = relative(file, to: folder.out)
    let again =
      diagnostic.code.family == .disk && told.outputDiagnostics.contains { $0.code == diagnostic.code }
    if !again { told.outputDiagnostics.append(diagnostic) }
  }

  private func relative(_ file: String, to folder: String) -> String {
    String(file.dropFirst(folder.count + 1))
  }
}
