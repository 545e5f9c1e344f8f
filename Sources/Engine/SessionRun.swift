import Artefacts
import Files
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
  /// Asked before each dossier: whether no other is to be begun.
  package var isStopped: @Sendable () -> Bool = { false }

  package init() {}
}

/// What became of one dossier, and what is left of it once it has gone through the stages.
package struct DossierOutcome<Summary: Sendable>: Sendable {
  package let id: String
  package let stages: [(stage: String, outcome: Outcome)]
  /// About the sources; files are named from the session’s folder.
  package let diagnostics: [Diagnostic]
  /// About what was written; files are named from the output folder.
  package let outputDiagnostics: [Diagnostic]
  package let summary: Summary
}

/// What a run gives: a result for each dossier, in the order of their names, and what there is to say besides.
package struct RunOutcome<Summary: Sendable>: Sendable {
  package var dossiers: [DossierOutcome<Summary>] = []
  /// About the session’s folder.
  package var notes: [Diagnostic]
  /// About the output folder.
  package var outputNotes: [Diagnostic] = []
  /// The dossiers that were not begun, because the run was stopped.
  package var unseen: [String] = []
}

/// A whole session: every dossier, each on its own, some at once.
package struct SessionRun<Summary: Sendable>: Sendable {
  package let session: String
  package let out: String
  package let pipeline: Pipeline
  package let layout: Layout
  package let shared: Shared
  package let options: RunOptions
  /// What to keep of a dossier: its name, what is known of it, and whether one of its documents was refused.
  private let summary: @Sendable (String, KnownArtefacts, Bool) -> Summary
  /// What the dossiers say of one another.
  private let comparison: @Sendable ([DossierOutcome<Summary>]) -> [Diagnostic]

  package init(
    session: String, out: String, pipeline: Pipeline, layout: Layout, shared: Shared, options: RunOptions,
    summary: @escaping @Sendable (String, KnownArtefacts, Bool) -> Summary,
    comparison: @escaping @Sendable ([DossierOutcome<Summary>]) -> [Diagnostic]
  ) throws(Refusal) {
    (self.session, self.out, self.pipeline, self.layout) = (session, out, pipeline, layout)
    (self.shared, self.options, self.summary, self.comparison) = (shared, options, summary, comparison)
    try folder.checkOutput()
  }

  package var folder: SessionFolder { SessionFolder(session: session, out: out, layout: layout) }

  /// Runs every dossier.
  /// - Parameter progress: called with the number done and the number in all, never from two threads at once.
  package func run(progress: (Int, Int) -> Void) async throws(Refusal) -> RunOutcome<Summary> {
    if !options.dryRun {
      try folder.prepareOutput()
      for name in layout.shared.sorted() {
        let path = "\(out)/\(name).xml"
        if let document = shared.givenToAll[name] {
          try document.write(name, in: out)
        } else if Disk.exists(path) {
          // Of a workbook that is no more.
          Disk.remove(path)
        }
      }
    }
    let (ids, notes) = try folder.dossiers(only: options.dossiers, given: shared.given.keys)
    var outcome = RunOutcome<Summary>(notes: shared.notes + notes)
    outcome.dossiers.reserveCapacity(ids.count)
    await withTaskGroup(of: DossierOutcome<Summary>.self) { group in
      var waiting = ids.makeIterator()
      for _ in 0..<max(1, options.jobs) {
        if !options.isStopped(), let id = waiting.next() { add(id, to: &group) }
      }
      while let result = await group.next() {
        outcome.dossiers.append(result)
        progress(outcome.dossiers.count, ids.count)
        if !options.isStopped(), let id = waiting.next() { add(id, to: &group) }
      }
      while let id = waiting.next() { outcome.unseen.append(id) }
    }
    outcome.dossiers.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    outcome.notes += comparison(outcome.dossiers)
    if options.dossiers.isEmpty { outcome.outputNotes = try folder.orphans(ids, moved: shared.moved) }
    return outcome
  }

  private func add(_ id: String, to group: inout TaskGroup<DossierOutcome<Summary>>) {
    let run = DossierRun(
      folder: shared.folder(id, session: session, out: out), shared: shared, pipeline: pipeline,
      layout: layout,
      options: options)
    let summary = summary
    group.addTask {
      var run = run
      await run.run()
      return DossierOutcome(
        id: id, stages: run.told.outcomes, diagnostics: run.told.diagnostics,
        outputDiagnostics: run.told.outputDiagnostics,
        summary: summary(id, run.holdings, !run.blocked.isEmpty))
    }
  }
}
