import Glibc
import XML

/// One writer of a folder at a time: `flock` on a file in it, which is never renamed or removed. The system lets go of it
/// when the process ends, however it ends, and sees it across containers that share a volume.
package final class FolderLock: Sendable {
  private let descriptor: Int32
  private let resting: [UInt8]
  private let before: timespec?

  /// Takes the lock, and writes in its file who holds it and since when.
  /// - Parameters:
  ///   - path: the file that is locked; made when it is not there.
  ///   - resting: what the file holds while nobody writes.
  ///   - holder: who takes it, and since when, as the next one will read it.
  ///   - waits: whether to wait for the one that holds it.
  /// - Throws: `Refusal` when another holds it, or when the file system has no such locks.
  package init(
    _ path: String, resting: [UInt8], holder: String, waits: Bool = false
  ) throws(Refusal) {
    descriptor = Holder.open(path, O_RDWR | O_CREAT)
    self.resting = resting
    var info = stat()
    let isOld = unsafe fstat(descriptor, &info) == 0 && info.st_size > 0
    before = isOld ? info.st_mtim : nil
    if descriptor < 0 { throw Disk.problem(.outLocked, "le dossier ne peut pas être réservé", file: path) }
    var result: Int32
    repeat {
      result = flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB)
    } while result != 0 && errno == EINTR
    if result != 0 && errno == EWOULDBLOCK {
      let other = (try? Disk.read(path, named: path, limit: 4096)) ?? []
      let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
      throw FolderLock.held(by: String(decoding: other, as: UTF8.self), folder: folder)
    }
    if result != 0 {
      throw Disk.problem(.outLocked, "ce support ne permet pas de réserver le dossier", file: path)
    }
    write(Array((holder + "\n").utf8))
  }

  /// Lets the next one in. What was written before is in place.
  package func release() {
    write(resting)
    // A turn that changes nothing leaves no trace for those who copy what is new.
    if let before { unsafe futimens(descriptor, [before, before]) }
    flock(descriptor, LOCK_UN)
  }

  deinit { close(descriptor) }

  /// Nobody reads it but to say who holds the lock: a full disk takes nothing from the lock itself.
  private func write(_ bytes: [UInt8]) {
    ftruncate(descriptor, 0)
    unsafe bytes.withUnsafeBytes { _ = unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  private static func held(by text: String, folder: String) -> Refusal {
    let plain = text.filter { $0.isLetter || $0.isNumber || " :-".contains($0) }
    let holder = plain.isEmpty ? "" : " : \(plain.prefix(80))"
    return Refusal(
      Diagnostic(
        code: .outLocked,
        "un autre traitement écrit dans ce dossier\(holder)",
        advice: "attendre qu’il ait fini, ou ajouter --wait", file: folder))
  }
}
