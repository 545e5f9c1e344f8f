import XML

/// Several files of a folder that take their places together or not at all.
///
/// Each is written under a temporary name; then one list of them is renamed into place, which is the commit; then each
/// takes its place. What a stopped command had committed is finished by the next one, whatever it does; what it had not is
/// swept. Only the holder of the folder’s lock makes or finishes a set.
package struct WholeSet {
  private let folder: String
  /// From the folder: the temporary name, and the place.
  private var files: [(temporary: String, place: String)] = []

  /// The file that a command which writes into a session locks.
  package static let lock = ".verrou-acquis"
  private static let list = ".lot-acquis"

  package init(in folder: String) { self.folder = folder }

  /// Writes a file under a temporary name.
  /// - Parameters:
  ///   - dossier: the folder of the set’s folder where it goes.
  ///   - place: its place there; one folder may be made for it.
  package mutating func add(_ dossier: String, _ place: String, bytes: [UInt8]) throws(Refusal) {
    let steps = place.split(separator: "/").map(String.init)
    if steps.count > 1 {
      _ = try Disk.isOwnFolder("\(folder)/\(dossier)/\(steps[0])")
    }
    let temporary = Disk.temporaryName(beside: dossier + "/")
    files.append((temporary, "\(dossier)/\(place)"))
    _ = try Disk.replace("\(folder)/\(temporary)", with: bytes)
  }

  /// Forgets what was written.
  package func abandon() { for file in files { Disk.remove("\(folder)/\(file.temporary)") } }

  /// The commit: from then on the files are the folder’s, wherever the machine stops.
  package func promise() throws(Refusal) {
    if files.isEmpty { return }
    let text = files.flatMap { [$0.temporary, $0.place] }.joined(separator: "\n")
    Disk.settle()
    _ = try Disk.replace("\(folder)/\(WholeSet.list)", with: Array(text.utf8))
    Disk.settle()
  }

  /// Puts every file in its place; what is not there yet is for the next command.
  package func keep() throws(Refusal) { try WholeSet.finish(folder) }

  /// Finishes what a stopped command had committed. The caller holds the folder’s lock.
  package static func finish(_ folder: String) throws(Refusal) {
    let path = "\(folder)/\(list)"
    guard let bytes = try Disk.read(path, named: path) else { return }
    let names = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    for index in stride(from: 0, to: names.count - 1, by: 2) {
      let (temporary, place) = (names[index], names[index + 1])
      let steps = place.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      let isPlain = (2...3).contains(steps.count) && !steps.contains { $0.isEmpty || $0 == "." || $0 == ".." }
      let isOwn =
        temporary.hasPrefix("\(steps[0])/")
        && Disk.isTemporary(String(temporary.dropFirst(steps[0].count + 1)))
      guard isPlain, isOwn, Disk.entry(steps[0], in: folder).kind == .folder,
        Disk.exists("\(folder)/\(temporary)")
      else { continue }
      if steps.count == 3 { try Disk.makeOwnFolder("\(folder)/\(steps[0])/\(steps[1])") }
      try Disk.rename("\(folder)/\(temporary)", to: "\(folder)/\(place)")
    }
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
}
