import XML

/// How a run is asked for.
package struct RunOptions: Sendable {
  /// The one stage to run, its derived inputs read from the output folder.
  package var only: String?
  /// The dossiers wanted; all of them when empty.
  package var dossiers: Set<String> = []
  /// Dossiers under way at once.
  package var jobs = 2
  package var dryRun = false
  package var prune = false
  /// Output folders of earlier sessions: the centre’s register.
  package var registers: [String] = []

  package init() {}
}

/// A whole session: every dossier, each on its own, some at once.
package struct SessionRun: Sendable {
  package let session: String
  package let out: String
  package let pipeline: Pipeline
  package let shared: Shared
  package let options: RunOptions

  package init(
    session: String, out: String, pipeline: Pipeline, asOf: Day?, options: RunOptions
  ) throws(Refusal) {
    self.session = session
    self.out = out
    self.pipeline = pipeline
    self.options = options
    shared = try Shared(session: session, asOf: asOf, registers: options.registers)
    try SessionFolder(session: session, out: out).checkOutput()
  }

  /// What a run gives: a result for each dossier, in the order of their names, and what there is to say besides.
  package struct Results: Sendable {
    package var dossiers: [DossierRun.Result] = []
    /// About the session’s folder.
    package var notes: [Diagnostic]
    /// About the output folder.
    package var outputNotes: [Diagnostic] = []
  }

  /// Runs every dossier.
  /// - Parameter progress: called with the number done and the number in all, never from two threads at once.
  package func run(progress: (Int, Int) -> Void) async throws(Refusal) -> Results {
    let folder = SessionFolder(session: session, out: out)
    if !options.dryRun { try folder.prepareOutput() }
    let (ids, notes) = try folder.dossiers(only: options.dossiers)
    var results = Results(notes: notes)
    results.dossiers.reserveCapacity(ids.count)
    await withTaskGroup(of: DossierRun.Result.self) { group in
      var waiting = ids.makeIterator()
      for _ in 0..<max(1, options.jobs) { if let id = waiting.next() { add(id, to: &group) } }
      while let result = await group.next() {
        results.dossiers.append(result)
        progress(results.dossiers.count, ids.count)
        if let id = waiting.next() { add(id, to: &group) }
      }
    }
    results.dossiers.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    results.notes += results.twins + results.sameNumbers + results.sharedFiles
    if options.dossiers.isEmpty { results.outputNotes = try folder.orphans(ids) }
    return results
  }

  private func add(_ id: String, to group: inout TaskGroup<DossierRun.Result>) {
    let run = DossierRun(
      folder: Folder(id: id, session: session, out: out), shared: shared, pipeline: pipeline, options: options
    )
    group.addTask {
      var run = run
      return await run.run()
    }
  }
}

extension SessionRun.Results {
  /// The same file in the dossiers of two candidates.
  var sharedFiles: [Diagnostic] {
    var first: [String: String] = [:]
    return dossiers.flatMap { result in
      result.row.files.sorted { $0.value < $1.value }.compactMap { digest, name in
        guard let other = first.updateValue(first[digest] ?? result.id, forKey: digest), other != result.id
        else { return nil }
        return Diagnostic(
          .warning, code: "evidence.shared", "ce fichier est aussi dans le dossier \(other)",
          advice: "demander aux deux candidats de qui il est", file: "\(result.id)/evidence/\(name)")
      }
    }
  }

  /// Two requests of one number: a decision of the jury could reach the wrong candidate.
  var sameNumbers: [Diagnostic] {
    repeated { $0.number }.map { id, number, other in
      Diagnostic(
        code: "dossier.number", "le numéro \(number) est aussi celui du dossier \(other)",
        advice: "donner à chaque demande son numéro d’enregistrement", file: "\(id)/request.xml")
    }
  }

  /// The same person under two dossiers of the session.
  var twins: [Diagnostic] {
    repeated { $0.person }.map { id, _, other in
      Diagnostic(
        .warning, code: "dossier.twin", "même personne (nom et naissance) que le dossier \(other)",
        advice: "vérifier les deux demandes : une seule par certification et par année civile", file: id)
    }
  }

  /// The dossiers that share a value with one before them, and the first that has it.
  private func repeated(_ value: (Row) -> String?) -> [(id: String, value: String, first: String)] {
    var first: [String: String] = [:]
    return dossiers.compactMap { result in
      guard let value = value(result.row),
        let other = first.updateValue(first[value] ?? result.id, forKey: value)
      else { return nil }
      return (result.id, value, other)
    }
  }
}
