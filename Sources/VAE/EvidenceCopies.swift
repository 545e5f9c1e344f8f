import Artefacts
import Engine
import Files
import Reading
import XML

/// Copies the sound evidence beside the jury’s dossier, so that the folder handed over stands alone.
enum EvidenceCopies {
  /// Brings the copies up to date. A copy that holds what the inventory says is left alone.
  /// - Returns: what should be told: copies whose original is gone, removed only when asked to.
  static func bring(
    _ holdings: KnownArtefacts, _ folder: Folder, _ options: RunOptions
  ) throws(Refusal) -> [Diagnostic] {
    let intake: Intake? = holdings.value()
    let items = (intake?.items ?? []).filter { $0.state == .present }
    var told: [Diagnostic] = []
    let copies = folder.derived + "/" + Evidence.folder
    let views = folder.derived + "/" + BoundEvidence.views
    if !options.dryRun {
      if !items.isEmpty { try Disk.makeOwnFolder(copies) }
      if items.contains(where: { !$0.views.isEmpty }) { try Disk.makeOwnFolder(views) }
      for place in [copies, views] { Disk.sweep(place) }
    }
    // What stood there: whatever is brought from here on is wanted.
    let (present, drawn) = (try entries(of: copies), try entries(of: views))
    if !options.dryRun {
      for item in items.sorted(by: { $0.file < $1.file }) {
        let source = item.origin == nil ? folder.evidence : folder.unpacked
        let original = Disk.entry(item.file, in: source)
        if !isCopy(present[Array(item.file.utf8)], of: original, item, in: copies) {
          try Disk.copy(source + "/" + item.file, to: copies + "/" + item.file, modified: original.modified)
        }
        for (index, view) in item.views.enumerated()
        where try !EvidenceView.draw(
          source + "/" + item.file, page: index + 1, of: original, to: views, as: view)
        {
          told.append(
            Diagnostic(
              .warning, code: .evidenceView, "cette image n’a pas pu être copiée en JPEG",
              advice: "relancer ; sinon, l’ouvrir avec un logiciel d’images", file: copies + "/" + item.file))
        }
      }
    }
    told += stale(present, in: copies, but: items.map(\.file), options)
    return told + stale(drawn, in: views, but: items.flatMap(\.views), options)
  }

  /// By bytes: the same accent spelled in two ways is two files.
  private static func entries(of folder: String) throws(Refusal) -> [[UInt8]: Disk.Entry] {
    var entries: [[UInt8]: Disk.Entry] = [:]
    for entry in try Disk.list(folder) ?? [] where !Disk.isTemporary(entry.name) {
      entries[Array(entry.name.utf8)] = entry
    }
    return entries
  }

  /// Whether a copy is that of an item: two of one size and time may have exchanged their names.
  private static func isCopy(
    _ copy: Disk.Entry?, of original: Disk.Entry, _ item: BoundEvidence, in folder: String
  ) -> Bool {
    guard let copy, copy.size == original.size, copy.modified == original.modified else { return false }
    return FileDigest(folder + "/" + copy.name)?.digest == item.sha256
  }

  /// What stands there of evidence that is no more.
  private static func stale(
    _ present: [[UInt8]: Disk.Entry], in folder: String, but wanted: [String], _ options: RunOptions
  ) -> [Diagnostic] {
    let kept = Set(wanted.map { Array($0.utf8) })
    let stale = present.filter { !kept.contains($0.key) }
    return stale.map(\.value.name).sorted().compactMap { name in
      if options.prune && !options.dryRun {
        Disk.remove(folder + "/" + name)
        return nil
      }
      return Diagnostic(
        .warning, code: .evidenceStale, "cette copie ne correspond plus à une pièce utilisable du dossier",
        advice: "la vérifier, puis relancer avec --prune pour la supprimer", file: folder + "/" + name)
    }
  }
}
