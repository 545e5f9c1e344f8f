import Glibc

/// The folder in which a path ends, opened one step after another: a link on the way is never followed, whoever puts it
/// there and when.
///
/// What a person names may go through links: `Disk.straight` says once where that leads.
struct Holder: ~Copyable {
  let descriptor: Int32
  /// The last step of the path.
  let name: String

  /// `O_PATH`, which Glibc’s module does not show: a folder may be gone through that may not be listed.
  private static let passing: Int32 = 0o10_000_000
  private static let flags = passing | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC

  /// Nil, with `errno`, when a step is not there (`ENOENT`, `ENOTDIR`) or is a link (`ELOOP`).
  init?(of path: String) {
    var steps = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    name = steps.popLast() ?? "."
    var folder = unsafe Glibc.open(path.utf8.first == UInt8(ascii: "/") ? "/" : ".", Holder.flags)
    for step in steps where folder >= 0 {
      let next = unsafe openat(folder, step, Holder.flags)
      let reason = next < 0 && Holder.isLink(step, in: folder) ? ELOOP : errno
      close(folder)
      errno = reason
      folder = next
    }
    if folder < 0 { return nil }
    descriptor = folder
  }

  deinit {
    // What failed in the folder is told after it is closed.
    let reason = errno
    close(descriptor)
    errno = reason
  }

  private static func isLink(_ name: String, in folder: Int32) -> Bool {
    let reason = errno
    defer { errno = reason }
    var info = stat()
    return unsafe fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && info.st_mode & S_IFMT == S_IFLNK
  }

  /// Whether the last step is a link.
  var endsInLink: Bool { Holder.isLink(name, in: descriptor) }

  /// Opens the file of the path; never through a link, never waiting on a pipe.
  /// - Returns: the descriptor, or −1 with `errno`.
  func opened(_ flags: Int32 = O_RDONLY) -> Int32 {
    unsafe openat(descriptor, name, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
  }

  /// Opens a path: `opened`, from its first step.
  static func open(_ path: String, _ flags: Int32 = O_RDONLY) -> Int32 {
    guard let holder = Holder(of: path) else { return -1 }
    return holder.opened(flags)
  }
}

extension Disk {
  /// Opens a file to be handed over, through no link; nil when it cannot be. The caller closes it.
  package static func handedOver(_ path: String) -> Int32? {
    let descriptor = Holder.open(path)
    return descriptor < 0 ? nil : descriptor
  }
}
