import Glibc
import XML

extension Disk {
  /// What stands in a folder.
  package struct Entry: Sendable, Hashable {
    /// The disk and the place on it.
    package struct Identity: Sendable, Hashable {
      let device: UInt
      let inode: UInt
    }

    /// What an entry is; a link is `other`.
    package enum Kind: Sendable { case file, folder, other }
    package let name: String
    package let kind: Kind
    package let size: Int
    /// Nanoseconds since 1970: only ever compared with another of the same disk.
    package let modified: Int
    package let inode: Int
    /// Which folder or file it is, by whatever name it is reached.
    package let identity: Identity
    /// When its bytes or its name last changed, as the kernel keeps it: no program can set it.
    package let changed: Int
    /// Whether anything stands at that name, a broken link included.
    package let isThere: Bool
  }

  /// The entries of a folder, hidden ones too, in the byte order of their names; nil when there is no folder.
  package static func list(_ path: String) throws(Refusal) -> [Entry]? {
    let descriptor = Holder.open(path, O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0, let folder = unsafe fdopendir(descriptor) else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw problem(.diskList, "le dossier ne se lit pas", file: path)
    }
    defer { unsafe closedir(folder) }
    var entries: [Entry] = []
    while let item = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &item.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { entries.append(entry(name, at: descriptor)) }
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// What stands at a name of a folder. A symbolic link is never followed: it is neither file nor folder.
  package static func entry(_ name: String, in folder: String) -> Entry {
    guard let holder = Holder(of: "\(folder)/\(name)") else { return entry(name, at: -1) }
    return entry(holder.name, at: holder.descriptor)
  }

  private static func entry(_ name: String, at folder: Int32) -> Entry {
    var info = stat()
    guard folder >= 0, unsafe fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0 else {
      return Entry(
        name: name, kind: .other, size: 0, modified: 0, inode: 0, identity: .init(device: 0, inode: 0),
        changed: 0, isThere: false)
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
      identity: .init(device: UInt(info.st_dev), inode: UInt(info.st_ino)),
      changed: info.st_ctim.tv_sec * 1_000_000_000 + info.st_ctim.tv_nsec, isThere: true)
  }

  /// A folder and those around it up to the root, nearest first; those that do not exist yet are left out.
  package static func lineage(of folder: String) -> [Entry.Identity] {
    var path = real(folder)
    var found: [Entry.Identity] = []
    while !path.isEmpty {
      let entry = entry(".", in: path)
      if entry.isThere { found.append(entry.identity) }
      path =
        path == "/"
        ? "" : path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ""
    }
    return found
  }

  /// Which folder stands at a path, nil when none does yet, and which are around it.
  package static func whereabouts(
    of folder: String
  ) -> (own: Entry.Identity?, around: Set<Entry.Identity>) {
    let lineage = lineage(of: folder)
    let isThere = entry(".", in: real(folder)).isThere
    return (isThere ? lineage.first : nil, Set(lineage.dropFirst(isThere ? 1 : 0)))
  }

  /// Makes a folder and those above it.
  package static func makeFolder(_ path: String) throws(Refusal) {
    if made(path) { return }
    if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
      if made(path) { return }
    }
    throw problem(.diskFolder, "le dossier ne peut pas être créé", file: path)
  }

  private static func made(_ path: String) -> Bool {
    guard let holder = Holder(of: path) else { return false }
    return unsafe mkdirat(holder.descriptor, holder.name, 0o700) == 0 || errno == EEXIST
  }

  /// Makes a folder inside the output: a link there would lead the results, or their removal, elsewhere.
  package static func makeOwnFolder(_ path: String) throws(Refusal) {
    if try !isOwnFolder(path) { try makeFolder(path) }
  }

  /// Whether an ordinary folder stands at a path; false when nothing does.
  /// - Throws: `Refusal` when something else stands there.
  static func isOwnFolder(_ path: String) throws(Refusal) -> Bool {
    guard let holder = Holder(of: path) else {
      if errno == ENOENT { return false }
      throw problem(.diskLink, "ce n’est pas un dossier ordinaire", file: path)
    }
    let entry = entry(holder.name, at: holder.descriptor)
    if entry.isThere && entry.kind != .folder {
      throw Refusal(
        Diagnostic(
          code: .diskLink, "ce n’est pas un dossier ordinaire", advice: "l’ôter, puis relancer", file: path)
      )
    }
    return entry.isThere
  }
}
