import Artefacts
import Engine
import Files
import XML

/// Copies the sound evidence beside the jury’s dossier, so that the folder handed over stands alone.
enum EvidenceCopies {
  /// Brings the copies up to date. A copy of the same size and time is left alone.
  /// - Returns: what should be told: copies whose original is gone, removed only when asked to.
  static func bring(
    _ holdings: KnownArtefacts, _ folder: Folder, _ options: RunOptions
  ) throws(Refusal) -> [Diagnostic] {
    let intake: Intake? = holdings.value()
    let items = intake?.items ?? []
    let target = folder.derived + "/" + Evidence.folder
    var origins: [String: String] = [:]
    for item in items where item.state == .present {
      origins[item.file] = item.origin == nil ? folder.evidence : folder.unpacked
    }
    let wanted = Set(origins.keys)
    var present: [[UInt8]: Disk.Entry] = [:]
    if !options.dryRun {
      if !wanted.isEmpty { try Disk.makeOwnFolder(target) }
      Disk.sweep(target)
    }
    // By bytes: the same accent spelled in two ways is two files.
    for entry in try Disk.list(target) ?? [] where !Disk.isTemporary(entry.name) {
      present[Array(entry.name.utf8)] = entry
    }
    for name in wanted.sorted() where !options.dryRun {
      guard let source = origins[name] else { continue }
      let original = Disk.entry(name, in: source)
      if let copy = present[Array(name.utf8)], copy.size == original.size, copy.modified == original.modified
      {
        continue
      }
      try Disk.copy(source + "/" + name, to: target + "/" + name, modified: original.modified)
    }
    let kept = Set(wanted.map { Array($0.utf8) })
    return present.filter { !kept.contains($0.key) }.map(\.value.name).sorted().compactMap { name in
      if options.prune && !options.dryRun {
        Disk.remove(target + "/" + name)
        return nil
      }
      return Diagnostic(
        .warning, code: .evidenceStale, "cette copie ne correspond plus à une pièce utilisable du dossier",
        advice: "la vérifier, puis relancer avec --prune pour la supprimer", file: target + "/" + name)
    }
  }
}
