import Glibc
import XML

/// Copies the sound evidence beside the jury’s dossier, so that the folder handed over stands alone.
package enum Handover {
  /// Brings the copies up to date. A copy of the same size and time is left alone.
  /// - Returns: what should be told: copies whose original is gone, removed only when asked to.
  static func bring(
    _ items: [Item], of folder: Folder, _ options: RunOptions
  ) throws(Refusal) -> [Diagnostic] {
    let source = folder.sources + "/" + Collector.folderName
    let target = folder.derived + "/" + Collector.folderName
    let wanted = Set(items.filter { $0.state == .present }.map(\.file))
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
      let original = Disk.entry(name, in: source)
      if let copy = present[Array(name.utf8)], copy.size == original.size, copy.modified == original.modified
      {
        continue
      }
      try copy(source + "/" + name, to: target + "/" + name, modified: original.modified)
    }
    let kept = Set(wanted.map { Array($0.utf8) })
    return present.filter { !kept.contains($0.key) }.map(\.value.name).sorted().compactMap { name in
      if options.prune && !options.dryRun {
        Disk.remove(target + "/" + name)
        return nil
      }
      return Diagnostic(
        .warning, code: "evidence.stale", "cette copie ne correspond plus à une pièce utilisable du dossier",
        advice: "la vérifier, puis relancer avec --prune pour la supprimer", file: target + "/" + name)
    }
  }

  private static func copy(_ source: String, to target: String, modified: Int) throws(Refusal) {
    let input = unsafe open(source, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if input < 0 { throw Disk.problem("disk.open", "la pièce ne s’ouvre pas", source) }
    defer { close(input) }
    let temporary = Disk.temporaryName(beside: target)
    let output = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if output < 0 { throw Disk.problem("disk.write", "la pièce ne peut pas être copiée", target) }
    var count = 0
    repeat { count = sendfile(output, input, nil, 1 << 30) } while count > 0
    let moment = timespec(tv_sec: modified / 1_000_000_000, tv_nsec: modified % 1_000_000_000)
    unsafe futimens(output, [moment, moment])
    close(output)
    if count < 0 {
      let refusal = Disk.problem("disk.write", "la pièce ne peut pas être copiée", target)
      Disk.remove(temporary)
      throw refusal
    }
    try Disk.rename(temporary, to: target)
  }
}
