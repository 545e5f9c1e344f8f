import Artefacts
import Files
import Glibc
import Schemas

/// One file already looked at: the same place on the disk, not changed since.
struct RememberedFile: Shaped {
  var inode: Int
  var changed: Int
  var file: StoredFile

  static let shape = Shape(
    "recalled", Self.init,
    .attribute("inode", \.inode),
    .attribute("changed", \.changed),
    .child(\.file))
}

/// What was found of each file, kept so that a file that has not changed is not read again. It can be deleted at
/// any time; a memory made with other tools, or that does not read, is forgotten.
struct ReadingMemory: Artefact {
  var tools: String
  /// The digest of all the rest: a memory that was altered is forgotten.
  var seal: String
  var files: [RememberedFile]
  private var path = ""
  private var fresh: [RememberedFile] = []
  private var byInode: [Int: RememberedFile] = [:]

  static let shape = Shape(
    "memory",
    { (tools: String, seal: String, files: [RememberedFile]) in
      ReadingMemory(tools: tools, seal: seal, files: files)
    },
    .attribute("tools", \.tools),
    .attribute("seal", \.seal),
    .child(\.files))

  private init(tools: String, seal: String = ReadingMemory.unsealed, files: [RememberedFile]) {
    (self.tools, self.seal, self.files) = (tools, seal, files)
  }

  private static let unsealed = String(repeating: "0", count: 64)

  /// What its seal is to be.
  var proof: String {
    var bare = self
    bare.seal = ReadingMemory.unsealed
    return Digest.of(Schemas.document(bare.xml))
  }

  init(_ folder: Folder, tools: String) {
    let tools = "\(Tool.version)_\(tools)"
    self.init(tools: tools, files: [])
    path = folder.derived + "/.memory.xml"
    guard let bytes = try? Disk.read(path, named: path),
      let element = try? Schemas.read(ReadingMemory.name, bytes, file: path),
      let old = try? ReadingMemory(xml: element),
      old.tools == tools, old.seal == old.proof
    else { return }
    files = old.files
    for recalled in files { byInode[recalled.inode] = recalled }
  }

  /// What is known of a file: same name, place, inode, size and time.
  func recall(_ place: Collector.Place) -> StoredFile? {
    let (entry, name) = (place.entry, place.entry.name.printable)
    guard let known = byInode[entry.inode], known.changed == entry.changed,
      known.file.size == entry.size, known.file.name == name, known.file.origin == place.origin
    else { return nil }
    return known.file
  }

  /// Keeps what was found, unless the file is so fresh that a change could bear the same time, or a reader failed: that
  /// says nothing of the file.
  mutating func keep(_ file: StoredFile, of place: Collector.Place) {
    let isSettled = time(nil) - place.entry.changed / 1_000_000_000 > 2
    let isSure = !file.problems.contains { [.changed, .unexamined, .unreadable].contains($0.kind) }
    if place.entry.kind == .file && isSettled && isSure {
      fresh.append(RememberedFile(inode: place.entry.inode, changed: place.entry.changed, file: file))
    }
  }

  /// Writes it when it holds something new. What cannot be kept is only read again.
  func save() {
    if fresh.isEmpty { return }
    var all = self
    let renewed = Set(fresh.map(\.file.name))
    all.files = files.filter { !renewed.contains($0.file.name) } + fresh
    all.seal = all.proof
    try? Disk.makeFolder(String(path.dropLast("/.memory.xml".count)))
    _ = try? Disk.replace(path, with: Schemas.document(all.xml))
  }
}
