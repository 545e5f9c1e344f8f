import XML

/// One dossier through the stages, from start to end on one thread: libxml2 never works across an `await`: only
/// looking at the files of the dossier waits for other programs.
package struct DossierRun: Sendable {
  let folder: Folder
  let shared: Shared
  let pipeline: Pipeline
  let options: RunOptions

  /// What is known so far.
  var holdings: Holdings
  /// The names that a refusal keeps from being known: what waits for them is neither stale nor to be told again.
  var blocked: Set<String> = []
  var result: Result

  /// What became of the dossier.
  package struct Result: Sendable {
    package let id: String
    package var outcomes: [(stage: String, outcome: Outcome)] = []
    /// About the sources; files are named from the session’s folder.
    package var diagnostics: [Diagnostic] = []
    /// About what was written; files are named from the output folder.
    package var outputDiagnostics: [Diagnostic] = []
    package var row: Row
  }

  init(folder: Folder, shared: Shared, pipeline: Pipeline, options: RunOptions) {
    self.folder = folder
    self.shared = shared
    self.pipeline = pipeline
    self.options = options
    holdings = shared.holdings
    result = Result(id: folder.id, row: Row(id: folder.id))
  }

  /// Runs the stages asked for.
  mutating func run() async -> Result {
    if !options.dryRun { Disk.sweep(folder.derived) }
    tellUnknownFiles()
    for stage in pipeline.stages where options.only == nil || options.only == stage.name {
      let outcome = await perform(stage)
      result.outcomes.append((stage.name, outcome))
      if case .refused(let diagnostics) = outcome { diagnostics.forEach { tell($0) } }
    }
    tellEarlyDocuments()
    result.row = Row(id: folder.id, holdings: holdings, refused: !blocked.isEmpty)
    return result
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
      guard let product = try await stage.work(holdings, folder) else {
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
      if stage.name == JuryPage.name { try handOver() }
      if options.dryRun { return .unchanged }
      return try Disk.replace(folder.derived + "/" + stage.file, with: bytes) ? .written : .unchanged
    } catch {
      blocked.insert(stage.name)
      return .refused(error.diagnostics)
    }
  }

  /// Files a diagnostic under the folder that its file lies in. A problem of the disk is told once.
  mutating func tell(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    guard let file = diagnostic.file, file.hasPrefix(folder.out + "/") else {
      diagnostic.file = diagnostic.file.map {
        $0.hasPrefix(folder.session + "/") ? relative($0, to: folder.session) : $0
      }
      return result.diagnostics.append(diagnostic)
    }
    diagnostic.file = relative(file, to: folder.out)
    let again =
      diagnostic.code.hasPrefix("disk.") && result.outputDiagnostics.contains { $0.code == diagnostic.code }
    if !again { result.outputDiagnostics.append(diagnostic) }
  }

  private func relative(_ file: String, to folder: String) -> String {
    String(file.dropFirst(folder.count + 1))
  }
}

/// The tool and its version, as every artefact names it.
package enum Engine {
  package static let version = "0.1.0"
  package static let name = "acquis " + version
}
