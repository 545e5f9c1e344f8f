import Artefacts
import Glibc

/// The centre’s own antivirus: clamd, asked over its socket (clamd(8), INSTREAM). Without one nothing is said to
/// be scanned.
struct Antivirus: Sendable {
  let socket: String

  init(socket: String) { self.socket = socket }

  /// The program and the day of its signatures: what it found is only as good as they are.
  func version() async -> String {
    guard let connection = Connection(socket) else { return "no-antivirus" }
    connection.send(Array("zVERSION\0".utf8))
    return connection.answer().filter { $0.isASCII && !$0.isWhitespace && $0 != "\0" }
  }

  /// Notes whether the file was scanned, and whether it is infected.
  func scan(_ path: String, _ file: inout StoredFile) async {
    let input = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if input < 0 { return }
    defer { close(input) }
    guard let connection = Connection(socket) else { return }
    connection.send(Array("zINSTREAM\0".utf8))
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var isWhole = true
    while isWhole {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(input, $0.baseAddress, $0.count) }
      if count <= 0 { break }
      let length = UInt32(count)
      let size = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> UInt32($0)) }
      isWhole = connection.send(size + buffer[..<count])
    }
    connection.send([0, 0, 0, 0])
    let answer = connection.answer()
    // A file over clamd’s own limit is not scanned, and must not read as clean.
    if answer.hasSuffix("FOUND\0") {
      file.scanned = true
      file.note(.infected)
    } else if answer.hasSuffix(" OK\0") {
      file.scanned = isWhole
    }
  }
}

/// A connection to a local socket, given up after a while.
private final class Connection {
  private let descriptor: Int32

  init?(_ path: String) {
    var address = sockaddr_un()
    let room = MemoryLayout.size(ofValue: address.sun_path)
    guard path.utf8.count < room else { return nil }
    descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    if descriptor < 0 { return nil }
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
    var patience = timeval(tv_sec: 30, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      unsafe setsockopt(descriptor, SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
    }
    let status = unsafe withUnsafePointer(to: &address) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    if status != 0 { return nil }
  }

  deinit { close(descriptor) }

  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: $0[sent...])
        return unsafe Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return false }
      sent += count
    }
    return true
  }

  func answer() -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while bytes.count < 1 << 16, bytes.last != 0 {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe recv(descriptor, $0.baseAddress, $0.count, 0)
      }
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
