import XML

/// Several files of a folder that take their places together or not at all.
///
/// Each is written under a temporary name in the folder itself; then one list of them is renamed into place, which is the
/// commit; then each takes its place. What a stopped command had committed is finished by the next one, whatever it does;
/// what it had not is swept. Only the holder of the folder’s lock makes or finishes a set.
package struct WholeSet {
  private let folder: String
  private var drafts: [Draft] = []

  /// The file that a command which writes into a session locks.
  package static let lock = ".verrou-acquis"
  private static let list = ".lot-acquis"

  package init(in folder: String) { self.folder = folder }

  /// Writes a file under a temporary name.
  /// - Parameter place: where it goes, from the folder; up to two folders may be made for it.
  package mutating func add(_ place: String, bytes: [UInt8]) throws(Refusal) {
    for folder in WholeSet.foldersAbove(place) { _ = try Disk.isOwnFolder("\(self.folder)/\(folder)") }
    let waiting = try Draft("\(folder)/lot", with: bytes)
    drafts.append(Draft(temporary: waiting.temporary, place: "\(folder)/\(place)"))
  }

  /// Writes several files of a folder: all, or none when one cannot be written.
  /// - Returns: whether there was anything to put.
  @discardableResult
  package static func write(
    in folder: String, _ fill: (inout WholeSet) throws(Refusal) -> Void
  ) throws(Refusal) -> Bool {
    var set = WholeSet(in: folder)
    do throws(Refusal) { try fill(&set) } catch {
      set.abandon()
      throw error
    }
    return try set.keep()
  }

  /// The folder of what a command has replaced, beside what it replaced.
  package static let replaced = ".replaced"

  /// Forgets what was written.
  package func abandon() { for draft in drafts { draft.drop() } }

  /// The commit, then every file in its place: from the commit on they are the folder’s, wherever the machine stops.
  /// - Returns: whether there was anything to put.
  @discardableResult
  package func keep() throws(Refusal) -> Bool {
    if drafts.isEmpty { return false }
    do throws(Refusal) { try promise() } catch {
      abandon()
      throw error
    }
    try WholeSet.finish(folder)
    return true
  }

  /// The commit alone.
  func promise() throws(Refusal) {
    let names = drafts.flatMap { [$0.temporary, $0.place] }.map { $0.dropFirst(folder.count + 1) }
    let list = try Draft("\(folder)/\(WholeSet.list)", with: Array(names.joined(separator: "\n").utf8))
    Disk.settle(folder)
    try list.keep()
  }

  /// Finishes what a stopped command had committed. The caller holds the folder’s lock.
  package static func finish(_ folder: String) throws(Refusal) {
    let path = "\(folder)/\(list)"
    guard let bytes = try Disk.read(path, named: path) else { return }
    let names = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    for index in stride(from: 0, to: names.count - 1, by: 2) {
      let (temporary, place) = (names[index], names[index + 1])
      guard isPlain(place), Disk.isTemporary(temporary), !temporary.contains("/"),
        Disk.entry(temporary, in: folder).kind == .file
      else { continue }
      for above in foldersAbove(place) { try Disk.makeOwnFolder("\(folder)/\(above)") }
      // What is committed is never dropped: what cannot take its place now, the next command puts there.
      try Draft(temporary: "\(folder)/\(temporary)", place: "\(folder)/\(place)").move()
    }
    Disk.settle(folder)
    Disk.remove(path)
  }

  /// The same for a command that only reads the folder: it takes the lock for as long as that needs.
  package static func resume(_ folder: String) throws(Refusal) {
    guard Disk.exists("\(folder)/\(list)") else { return }
    let lock = try FolderLock(
      "\(folder)/\(WholeSet.lock)", resting: [], holder: "fin d’un rangement interrompu")
    defer { lock.release() }
    try finish(folder)
  }

  private static func isPlain(_ place: String) -> Bool {
    let steps = place.split(separator: "/", omittingEmptySubsequences: false)
    let visible = steps.first.map(String.init) == replaced ? steps.dropFirst() : steps[...]
    return (1...3).contains(steps.count) && !visible.isEmpty
      && !visible.contains { $0.isEmpty || $0.hasPrefix(".") }
  }

  /// The folders in which a place lies, from the outermost.
  private static func foldersAbove(_ place: String) -> [String] {
    let steps = place.split(separator: "/").map(String.init).dropLast()
    return steps.indices.map { steps[...$0].joined(separator: "/") }
  }
}
