import XML

/// What lies in a session’s folder, and where the output may go beside it.
struct SessionFolder {
  let session: String
  let out: String
  /// Marks a folder as written by the tool, so that it is never taken for a dossier.
  static let marker = ".acquis"
  static let shared = ["session.xml", "certification.xml", "regimes.xml"]

  /// Refuses an output folder where results would mix with what people wrote: removing a stale result could
  /// then remove a paper.
  func checkOutput() throws(Refusal) {
    let (session, out) = (Disk.real(session), Disk.real(out))
    let inside = out.hasPrefix(session + "/") ? String(out.dropFirst(session.count + 1)) : nil
    let isDossier = inside.map { $0.contains("/") || SessionFolder.isDossier(out) } ?? false
    if out == session || (session + "/").hasPrefix(out == "/" ? "/" : out + "/") || isDossier
      || Disk.exists(out + "/session.xml")
    {
      throw Refusal(
        Diagnostic(
          code: "out.place", "le dossier de sortie se confond avec les dossiers de la session",
          advice: "choisir un dossier à part, par exemple -o resultats", file: self.out))
    }
  }

  /// Makes the output folder and marks it.
  func prepareOutput() throws(Refusal) {
    try Disk.makeFolder(out)
    Disk.sweep(out)
    _ = try Disk.replace(
      out + "/" + SessionFolder.marker, with: Array("Écrit par acquis : ce dossier se recalcule.\n".utf8))
  }

  /// Every folder of the session is a dossier, except hidden ones and those that a run has written.
  func dossiers(only wanted: Set<String>) throws(Refusal) -> (ids: [String], notes: [Diagnostic]) {
    var ids: [String] = []
    var notes: [Diagnostic] = []
    for entry in try Disk.list(session) ?? [] where !entry.name.hasPrefix(".") {
      let name = Folder.printable(entry.name)
      switch entry.kind {
      case .file where SessionFolder.shared.contains(entry.name): continue
      case .file:
        notes.append(
          Diagnostic(
            .warning, code: "session.file", "ce fichier n’est pas lu : il n’est le document d’aucun candidat",
            advice: "le ranger dans le dossier d’un candidat, ou l’ôter", file: name))
      case .other:
        // A name that is not UTF-8 cannot be opened either: that is an error, for a candidate is left out.
        notes.append(
          Diagnostic(
            name.contains("\u{FFFD}") ? .error : .warning, code: "dossier.kind",
            "ce n’est ni un fichier ni un dossier ordinaire : ignoré",
            advice: "remplacer un lien par le dossier lui-même", file: name))
      case .folder where isMarked(entry.name) && !SessionFolder.isDossier("\(session)/\(entry.name)"):
        continue
      case .folder where !wanted.isEmpty && !wanted.contains(entry.name): continue
      case .folder where !SessionFolder.isUsable(entry.name):
        notes.append(
          Diagnostic(
            code: "dossier.name", "le nom de ce dossier ne peut pas servir d’identifiant : ignoré",
            advice: "le renommer avec des lettres, chiffres, tirets et espaces (100 octets au plus)",
            file: name))
      case .folder:
        ids.append(entry.name)
        if isMarked(entry.name) {
          notes.append(
            Diagnostic(
              .warning, code: "dossier.marked",
              "ce dossier de candidat porte la marque d’un dossier de sortie",
              advice: "en ôter le fichier caché .acquis", file: name))
        }
      }
    }
    for name in wanted.sorted() where !ids.contains(name) {
      notes.append(
        Diagnostic(
          code: "dossier.unknown", "aucun dossier de ce nom dans la session", advice: "vérifier --only",
          file: name))
    }
    return (ids, notes)
  }

  /// Folders of the output whose dossier is gone from the session: told, never removed by the tool.
  func orphans(_ ids: [String]) throws(Refusal) -> [Diagnostic] {
    let known = Set(ids)
    return try Disk.list(out)?.filter { $0.kind == .folder && !known.contains($0.name) }.map { entry in
      Diagnostic(
        .warning, code: "dossier.gone", "ce dossier de résultats n’a plus de dossier dans la session",
        advice: "vérifier, puis le supprimer à la main s’il n’a plus lieu d’être",
        file: Folder.printable(entry.name))
    } ?? []
  }

  private func isMarked(_ name: String) -> Bool {
    Disk.exists("\(session)/\(name)/\(SessionFolder.marker)")
  }

  /// Whether a name can stand in a report and beside the files of the output.
  private static func isUsable(_ name: String) -> Bool {
    Folder.printable(name) == name && name.collapsed == name && name.utf8.count <= 100
      && !["index.html", "report.xml"].contains(name)
  }

  private static func isDossier(_ path: String) -> Bool {
    ((try? Disk.list(path)) ?? []).contains { !$0.name.hasPrefix(".") && Folder.knows($0.name) }
  }
}

extension Folder {
  /// The documents that people write for one dossier.
  static let sources = Documents.templates.keys
    .filter { $0.hasSuffix(".xml") && !SessionFolder.shared.contains($0) }.sorted()

  /// Where the decisions that others have replaced are kept.
  static let earlierDecisions = "decisions"

  /// What a dossier’s own folder may hold; anything else there is told and left alone.
  static func knows(_ name: String) -> Bool {
    name.hasPrefix(".") || name == Collector.folderName || name == HandIn.name || sources.contains(name)
      || DossierReading.documents.contains(name) || name == earlierDecisions
  }

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
