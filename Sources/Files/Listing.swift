import Glibc
import XML

extension Disk {
  /// What stands in a folder.
  package struct Entry: Sendable, Hashable {
    /// What an entry is; a link is `other`.
    package enum Kind: Sendable { case file, folder, other }
    package let name: String
    package let kind: Kind
    package let size: Int
    /// Nanoseconds since 1970: only ever compared with another of the same disk.
    package let modified: Int
    package let inode: Int
    /// When its bytes or its name last changed, as the kernel keeps it: no program can set it.
    package let changed: Int
    /// Whether anything stands at that name, a broken link included.
    package let isThere: Bool
  }

  /// The entries of a folder, hidden ones too, in the byte order of their names; nil when there is no folder.
  package static func list(_ path: String) throws(Refusal) -> [Entry]? {
    guard let folder = unsafe opendir(path) else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw problem(.diskList, "le dossier ne se lit pas", file: path)
    }
    defer { unsafe closedir(folder) }
    var entries: [Entry] = []
    while let item = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &item.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { entries.append(entry(name, in: path)) }
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// What stands at a name of a folder. A symbolic link is never followed: it is neither file nor folder.
  package static func entry(_ name: String, in folder: String) -> Entry {
    var info = stat()
    guard unsafe lstat(folder + "/" + name, &info) == 0 else {
      return Entry(name: name, kind: .other, size: 0, modified: 0, inode: 0, changed: 0, isThere: false)
    }
    let kind: Entry.Kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    let modified = info.st_mtim.tv_sec * 1_000_000_000 + info.st_mtim.tv_nsec
    return Entry(
      name: name, kind: kind, size: Int(info.st_size), modified: modified,
      inode: Int(truncatingIfNeeded: info.st_ino),
      changed: info.st_ctim.tv_sec * 1_000_000_000 + info.st_ctim.tv_nsec, isThere: true)
  }

  private static let temporaryPrefix = ".acquis-"

  /// A name beside a file for what is being written, that no other writer can come upon.
  static func temporaryName(beside path: String) -> String {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return "\(folder)\(temporaryPrefix)\(String(UInt64.random(in: .min ... .max), radix: 36)).tmp"
  }

  /// Whether a name is one of those given to what is being written.
  package static func isTemporary(_ name: String) -> Bool { name.hasPrefix(temporaryPrefix) }

  /// Removes what a killed run left half-written in a folder. The caller is its only writer.
  package static func sweep(_ folder: String) {
    for entry in (try? list(folder)) ?? [] where isTemporary(entry.name) { remove(folder + "/" + entry.name) }
  }
}
