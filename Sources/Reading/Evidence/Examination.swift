import Artefacts
import Channel
import Files
import XML

/// One file: hashed and typed in one pass, then looked into by the reader of its type.
enum Examination {
  static func examine(_ place: Collector.Place, _ isRecognising: Bool, _ antivirus: Antivirus?) async
    -> StoredFile
  {
    let entry = place.entry
    let name = entry.name.printable
    var file = StoredFile(name: name, size: entry.size, origin: place.origin)
    if name != entry.name || name.hasPrefix(".") { file.note(.unsafeName) }
    guard entry.kind == .file else {
      file.size = 0
      file.note(.notAFile)
      return file
    }
    guard let read = FileDigest(place.path) else {
      file.note(.unreadable)
      return file
    }
    (file.size, file.sha256) = (read.size, read.digest)
    let after = Disk.entry(entry.name, in: place.folder)
    if after.modified != entry.modified || after.size != read.size { file.note(.changed) }
    if read.size == 0 {
      file.note(.empty)
      return file
    }
    look(into: &file, path: place.path, isRecognising)
    if let antivirus { await antivirus.scan(place.path, &file) }
    return file
  }

  /// Adds what a reader says of a file to what is known of it.
  private static func look(into file: inout StoredFile, path: String, _ isRecognising: Bool) {
    let inquiry = Readers.ask(path, as: .evidence, word: isRecognising ? Paper.recognising : "")
    let glance = inquiry.nextElement().flatMap { try? StoredFile(xml: $0) }
    let found = inquiry.nextElement().flatMap { try? StoredFile(xml: $0) }
    _ = inquiry.next()
    if let glance {
      file.take(glance)
      if file.type != .unknown, FileType(extensionOf: file.name) != file.type { file.note(.mistyped) }
    }
    switch inquiry.ending {
    case .stopped: file.note(.stopped)
    case .answered where found != nil: if let found { file.take(found) }
    case .answered, .failed, nil: file.note(.unexamined)
    }
  }
}

extension StoredFile {
  /// Adds what a reader says of it.
  fileprivate mutating func take(_ found: StoredFile) {
    (type, pages, stated) = (found.type, found.pages.map { min(max($0, 0), 1_000_000) }, found.stated)
    (sensitive, fields) = (found.sensitive, found.fields)
    (wordless, recognised) = (found.wordless, found.recognised)
    for problem in found.problems { note(problem.kind) }
  }
}
