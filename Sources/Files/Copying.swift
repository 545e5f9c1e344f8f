import Glibc
import XML

extension Disk {
  /// Copies a regular file, through a temporary name; a link is never followed.
  /// - Parameter modified: the time that the copy bears, in nanoseconds since 1970.
  package static func copy(_ source: String, to target: String, modified: Int = 0) throws(Refusal) {
    if let slash = target.lastIndex(of: "/") { try makeFolder(String(target[..<slash])) }
    let input = unsafe open(source, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if input < 0 { throw problem(.diskOpen, "le fichier ne s’ouvre pas", file: source) }
    defer { close(input) }
    let temporary = temporaryName(beside: target)
    let output = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if output < 0 { throw problem(.diskWrite, "le fichier ne peut pas être copié", file: target) }
    var count = 0
    repeat { count = sendfile(output, input, nil, 1 << 30) } while count > 0
    let moment = timespec(tv_sec: modified / 1_000_000_000, tv_nsec: modified % 1_000_000_000)
    unsafe futimens(output, [moment, moment])
    close(output)
    if count < 0 {
      let refusal = problem(.diskWrite, "le fichier ne peut pas être copié", file: target)
      remove(temporary)
      throw refusal
    }
    try rename(temporary, to: target)
  }
}
