import CLinux
import Glibc
import XML

/// A file written under a temporary name, before it takes its place by one rename.
package struct Draft: Sendable {
  package let temporary: String
  package let place: String

  /// Opens a new temporary file beside the place.
  /// - Returns: the draft and a descriptor to write to, that the caller closes.
  static func open(_ place: String, failing message: String) throws(Refusal) -> (Draft, Int32) {
    let temporary = Disk.temporaryName(beside: place)
    let descriptor = Holder.open(temporary, O_WRONLY | O_CREAT | O_EXCL)
    if descriptor < 0 { throw Disk.problem(.diskWrite, message, file: place) }
    return (Draft(temporary: temporary, place: place), descriptor)
  }

  /// - Parameter temporary: where the bytes wait for their place.
  package init(temporary: String, place: String) { (self.temporary, self.place) = (temporary, place) }

  /// Writes the bytes of a file to come, to wait beside its place.
  package init(_ place: String, with bytes: [UInt8]) throws(Refusal) {
    let (draft, descriptor) = try Draft.open(place, failing: "le fichier ne peut pas être écrit")
    defer { close(descriptor) }
    do throws(Refusal) { try Draft.write(bytes[...], to: descriptor, of: place) } catch {
      draft.drop()
      throw error
    }
    self = draft
  }

  /// Writes bytes that come a part at a time; nil, and nothing left, when `fill` says that they are not whole.
  package init?(
    _ place: String, fill: ((ArraySlice<UInt8>) throws(Refusal) -> Void) throws(Refusal) -> Bool
  ) throws(Refusal) {
    let (draft, descriptor) = try Draft.open(place, failing: "le fichier ne peut pas être écrit")
    defer { close(descriptor) }
    do throws(Refusal) {
      let isWhole = try fill { bytes throws(Refusal) in try Draft.write(bytes, to: descriptor, of: place) }
      if !isWhole {
        draft.drop()
        return nil
      }
    } catch {
      draft.drop()
      throw error
    }
    self = draft
  }

  private static func write(
    _ bytes: ArraySlice<UInt8>, to descriptor: Int32, of place: String
  ) throws(Refusal) {
    var rest = bytes
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { throw Disk.problem(.diskWrite, "le fichier ne peut pas être écrit", file: place) }
      rest = rest.dropFirst(count)
    }
  }

  /// Puts the file in its place; when that fails, nothing is left of it.
  package func keep() throws(Refusal) {
    do throws(Refusal) { try move() } catch {
      drop()
      throw error
    }
  }

  /// The same, unless its place already holds the same bytes.
  package func keepIfNew() throws(Refusal) {
    if let new = FileDigest(temporary), new.digest == FileDigest(place)?.digest { return drop() }
    try keep()
  }

  /// Puts the file in its place; when that fails, it still waits for it.
  func move() throws(Refusal) {
    if let from = Holder(of: temporary), let to = Holder(of: place),
      unsafe renameat(from.descriptor, from.name, to.descriptor, to.name) == 0
    {
      return
    }
    throw Disk.problem(.diskWrite, "le fichier ne peut pas être remplacé", file: place)
  }

  /// Forgets what was written.
  package func drop() { Disk.remove(temporary) }
}

extension Disk {
  /// Replaces a file by one rename, unless it already holds these bytes.
  /// - Returns: whether anything was written.
  @discardableResult
  package static func replace(_ path: String, with bytes: [UInt8]) throws(Refusal) -> Bool {
    if holds(path, bytes) { return false }
    try Draft(path, with: bytes).keep()
    return true
  }

  /// Whether a file already holds these very bytes.
  package static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    (try? read(path, named: path, limit: max(bytes.count, 1) + 1)) == bytes
  }

  /// Writes a file where the user says, never over another: it may be the only copy of someone's work.
  package static func create(_ path: String, bytes: [UInt8]) throws(Refusal) {
    let place = straight(path)
    if let old = try read(place, named: path, limit: .max), old != bytes {
      throw Refusal(
        Diagnostic(
          code: .diskExists, "ce fichier existe déjà : il n’est pas remplacé",
          advice: "donner un autre nom",
          file: path))
    }
    try replace(place, with: bytes)
  }

  /// Copies a regular file, through a temporary name.
  /// - Parameter modified: the time that the copy bears, in nanoseconds since 1970.
  package static func copy(_ source: String, to target: String, modified: Int = 0) throws(Refusal) {
    if let slash = target.lastIndex(of: "/") { try makeFolder(String(target[..<slash])) }
    let input = Holder.open(source)
    if input < 0 { throw problem(.diskOpen, "le fichier ne s’ouvre pas", file: source) }
    defer { close(input) }
    let (draft, output) = try Draft.open(target, failing: "le fichier ne peut pas être copié")
    var count = 0
    repeat { count = sendfile(output, input, nil, 1 << 30) } while count > 0
    let refusal = count < 0 ? problem(.diskWrite, "le fichier ne peut pas être copié", file: target) : nil
    date(output, modified: modified)
    close(output)
    if let refusal {
      draft.drop()
      throw refusal
    }
    try draft.keep()
  }

  /// Gives a file the time of what it was made from, in nanoseconds since 1970.
  package static func date(_ path: String, modified: Int) {
    let descriptor = Holder.open(path)
    if descriptor < 0 { return }
    date(descriptor, modified: modified)
    close(descriptor)
  }

  private static func date(_ descriptor: Int32, modified: Int) {
    let moment = timespec(tv_sec: modified / 1_000_000_000, tv_nsec: modified % 1_000_000_000)
    unsafe futimens(descriptor, [moment, moment])
  }

  /// Removes a file, if it is there.
  package static func remove(_ path: String) {
    if let holder = Holder(of: path) { unsafe unlinkat(holder.descriptor, holder.name, 0) }
  }

  /// Makes durable what was written on the disk of a folder, once for many files: a call per file would cost more than
  /// all the rest.
  package static func settle(_ folder: String) {
    let descriptor = Holder.open(folder, O_RDONLY | O_DIRECTORY)
    if descriptor < 0 { return }
    syncfs(descriptor)
    close(descriptor)
  }

  private static let temporaryPrefix = ".acquis-"

  /// A name beside a file for what is being written, that no other writer can come upon.
  fileprivate static func temporaryName(beside path: String) -> String {
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
