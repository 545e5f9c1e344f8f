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
    shared = try Shared(session: session, asOf: asOf)
  }

  /// Runs every dossier and gives their results in the order of their names.
  /// - Parameter progress: called with the number done and the number in all, never from two threads at once.
  package func run(progress: (Int, Int) -> Void) async throws(Refusal) -> (
    results: [DossierRun.Result], notes: [Diagnostic]
  ) {
    let (ids, notes) = try dossiers()
    var results: [DossierRun.Result] = []
    results.reserveCapacity(ids.count)
    await withTaskGroup(of: DossierRun.Result.self) { group in
      var waiting = ids.makeIterator()
      for _ in 0..<max(1, options.jobs) { if let id = waiting.next() { add(id, to: &group) } }
      while let result = await group.next() {
        results.append(result)
        progress(results.count, ids.count)
        if let id = waiting.next() { add(id, to: &group) }
      }
    }
    results.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    return (results, notes)
  }

  private func add(_ id: String, to group: inout TaskGroup<DossierRun.Result>) {
    let run = DossierRun(
      folder: Folder(id: id, session: session, out: out), shared: shared, pipeline: pipeline, options: options
    )
    group.addTask { run.run() }
  }

  /// Every folder of the session is a dossier, except hidden ones and those that a run has written.
  private func dossiers() throws(Refusal) -> (ids: [String], notes: [Diagnostic]) {
    var ids: [String] = []
    var notes: [Diagnostic] = []
    for entry in try Disk.list(session) ?? [] where !entry.name.hasPrefix(".") {
      switch entry.kind {
      case .file: continue
      case .other:
        notes.append(
          Diagnostic(
            .warning, code: "dossier.kind", "ce n’est ni un fichier ni un dossier ordinaire : ignoré",
            advice: "remplacer un lien par le dossier lui-même", file: Folder.printable(entry.name)))
      case .folder:
        if Disk.exists("\(session)/\(entry.name)/report.xml") { continue }
        if !options.dossiers.isEmpty && !options.dossiers.contains(entry.name) { continue }
        guard Folder.printable(entry.name) == entry.name, entry.name.utf8.count <= 100 else {
          notes.append(
            Diagnostic(
              code: "dossier.name", "le nom de ce dossier ne peut pas servir d’identifiant : ignoré",
              advice: "le renommer avec des lettres, chiffres, tirets et espaces (100 octets au plus)",
              file: Folder.printable(entry.name)))
          continue
        }
        ids.append(entry.name)
      }
    }
    for wanted in options.dossiers.sorted() where !ids.contains(wanted) {
      notes.append(
        Diagnostic(
          code: "dossier.unknown", "aucun dossier de ce nom dans la session", advice: "vérifier --only",
          file: wanted))
    }
    return (ids, notes)
  }
}

extension Folder {
  /// A name with its control, invisible and direction characters made visible.
  package static func printable(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .surrogate, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator:
            "\u{FFFD}"
          default: scalar
          }
        }))
  }
}
