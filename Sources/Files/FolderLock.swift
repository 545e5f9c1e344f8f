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
  ///   - waits: asked again and again while another holds it: whether to wait for it.
  /// - Throws: `Refusal` when another holds it, or when the file system has no such locks.
  package init(
    _ path: String, resting: [UInt8], holder: String, waits: () -> Bool = { false }
  ) throws(Refusal) {
    descriptor = Holder.open(path, O_RDWR | O_CREAT)
    self.resting = resting
    var info = stat()
    if descriptor < 0 {
      before = nil
      throw Disk.problem(.outLocked, "le dossier ne peut pas être réservé", file: path)
    }
    unsafe fstat(descriptor, &info)
    before = info.st_size > 0 ? info.st_mtim : nil
    // Of two names, one may be elsewhere: what is written here would be there.
    if info.st_mode & S_IFMT != S_IFREG || info.st_nlink > 1 {
      throw Refusal(
        Diagnostic(
          code: .diskKind, "ce n’est pas un fichier ordinaire", advice: "l’ôter, puis relancer", file: path))
    }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      if errno != EWOULDBLOCK {
        throw Disk.problem(.outLocked, "ce support ne permet pas de réserver le dossier", file: path)
      }
      if !waits() { throw FolderLock.held(path, resting: resting) }
      usleep(100_000)
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

  private static func held(_ path: String, resting: [UInt8]) -> Refusal {
    let written = (try? Disk.read(path, named: path, limit: 4096)) ?? []
    let text = written == resting ? "" : String(decoding: written, as: UTF8.self)
    let plain = text.filter { $0.isLetter || $0.isNumber || " :-".contains($0) }
    let holder = plain.isEmpty ? "" : " : \(plain.prefix(80))"
    return Refusal(
      Diagnostic(
        code: .outLocked,
        "un autre traitement écrit dans ce dossier\(holder)",
        advice: "attendre qu’il ait fini, ou ajouter --wait",
        file: path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."))
  }
}
