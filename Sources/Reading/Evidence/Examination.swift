import Artefacts
import Files
import XML

/// One file: hashed and typed in one pass, then looked into by the reader of its type.
enum Examination {
  static func examine(_ place: Collector.Place, _ antivirus: Antivirus?) async -> StoredFile {
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
    file.type = FileType(read, path: place.path)
    if read.isEncryptedOffice {
      file.note(.encrypted)
    } else if file.type == .unknown {
      file.note(.unknownType)
    } else if FileType(extensionOf: name) != file.type {
      file.note(.mistyped)
    }
    if file.type != .unknown, !file.type.isContainer, read.hidesArchive { file.note(.polyglot) }
    look(into: &file, path: place.path)
    if let antivirus { await antivirus.scan(place.path, &file) }
    return file
  }

  private static func look(into file: inout StoredFile, path: String) {
    switch file.type {
    case .pdf: Readers.look(into: &file, path, as: .pdf)
    case .png: Readers.look(into: &file, path, as: .png)
    case .jpeg: Readers.look(into: &file, path, as: .jpeg)
    case .docx, .odt, .xlsx, .ods: Readers.look(into: &file, path, as: .office)
    case .heic, .avif, .webp, .tiff, .bmp, .gif, .zip, .text, .unknown: break
    }
  }
}

extension StoredFile {
  /// Notes a problem once.
  package mutating func note(_ kind: FileProblem) {
    if !problems.contains(where: { $0.kind == kind }) { problems.append(NotedProblem(kind: kind)) }
  }
}
