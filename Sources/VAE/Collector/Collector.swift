import Crypto
import Glibc
import XML

/// The one impure stage: what really lies under `evidence/`, each file with its size, type by content,
/// SHA-256, and what is wrong with it. A file that cannot be read is in the list all the same.
package enum Collector {
  /// The folder of the evidence, inside the dossier’s.
  package static let folderName = "evidence"

  package static func collect(_ folder: Folder) throws(Refusal) -> Inventory {
    let path = folder.sources + "/" + folderName
    let holder = Disk.entry(folderName, in: folder.sources)
    if holder.kind != .folder, Disk.exists(path) {
      throw Refusal(
        Diagnostic(
          code: "evidence.kind", "evidence n’est pas un dossier ordinaire",
          advice: "y mettre les fichiers eux-mêmes",
          file: "\(folder.id)/\(folderName)"))
    }
    var files: [StoredFile] = []
    for entry in try Disk.list(path) ?? [] { files.append(examine(entry, in: path)) }
    return Inventory(files: files)
  }

  private static func examine(_ entry: Disk.Entry, in path: String) -> StoredFile {
    let name = Folder.printable(entry.name)
    var file = StoredFile(name: name, size: entry.size, type: .unknown, sha256: nil, problems: [])
    if name != entry.name || name.hasPrefix(".") { file.problems.append(Trouble(kind: .unsafeName)) }
    guard entry.kind == .file else {
      file.size = 0
      file.problems.append(Trouble(kind: .notAFile))
      return file
    }
    guard let (digest, head, size) = hash(path + "/" + entry.name) else {
      file.problems.append(Trouble(kind: .unreadable))
      return file
    }
    file.size = size
    file.sha256 = digest
    file.type = FileType(head: head)
    if size == 0 {
      file.problems.append(Trouble(kind: .empty))
    } else if file.type == .unknown {
      file.problems.append(Trouble(kind: .unknownType))
    } else if FileType(extensionOf: name) != file.type {
      file.problems.append(Trouble(kind: .mistyped))
    }
    return file
  }

  /// One pass over the file, a mebibyte at a time whatever its size.
  private static func hash(_ path: String) -> (digest: String, head: [UInt8], size: Int)? {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if descriptor < 0 { return nil }
    defer { close(descriptor) }
    var hasher = SHA256()
    var head: [UInt8] = []
    var size = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 { return nil }
      if count == 0 { break }
      if head.isEmpty { head = Array(buffer[..<min(count, FileType.headLength)]) }
      unsafe buffer.withUnsafeBytes {
        unsafe hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
      size += count
    }
    return (Digest.hexadecimal(hasher.finalize()), head, size)
  }
}
