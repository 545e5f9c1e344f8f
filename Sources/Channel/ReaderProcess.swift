import CChannel
import Glibc
import XML

/// One reader at work: a process apart, that alone parses what comes from outside. It has no file, no network and no other
/// process; it ends with the tool.
@safe final class ReaderProcess: @unchecked Sendable {
  /// What it is made with: its libraries and their versions.
  let versions: String
  private let process: pid_t
  private let socket: Int32
  /// Whether its limits are ours: what goes over those of the machine is no fault of the file.
  private let areOurs: Bool

  /// How long one that does nothing is waited for, in milliseconds: no limit of the file’s. On a busy machine one that
  /// works is waited for.
  private static let patience: Int32 = 20_000

  /// Nil when it cannot be started.
  init?(_ program: String) {
    var (process, socket): (pid_t, Int32) = (0, -1)
    if unsafe channel_start(program, &process, &socket) != 0 { return nil }
    guard case .element(let hello)? = ReaderProcess.frame(socket, of: process),
      let versions = hello["versions"]
    else {
      close(socket)
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
      return nil
    }
    (self.process, self.socket, self.versions) = (process, socket, versions)
    areOurs = hello["limits"] == "own"
  }

  deinit {
    close(socket)
    if !isOver {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
  }

  /// Whether it has ended: another takes its place.
  private(set) var isOver = false

  /// Hands a file over. A reader that has gone is heard of by its answer.
  func hand(_ descriptor: Int32, as paper: Paper, word: String) {
    _ = unsafe word.withCString { unsafe channel_hand(socket, paper.rawValue, $0, descriptor) }
  }

  /// What it says next; nil when it has ended, or sleeps.
  func next() -> Frame? { ReaderProcess.frame(socket, of: process) }

  /// Sees it off, and says why it ended. One that sleeps is ended; one that is ending is waited for.
  func end() -> Inquiry.Ending {
    isOver = true
    var status: Int32 = 0
    for _ in 0..<100 {
      if channel_wait(socket, 0) == 0 { break }
      if unsafe waitpid(process, &status, WNOHANG) == process {
        let isOverTime = status & 0x7F == SIGXCPU
        let isOverMemory = status & 0x7F == 0 && status >> 8 & 0xFF == READER_OUT_OF_MEMORY
        return areOurs && (isOverTime || isOverMemory) ? .stopped : .failed
      }
      usleep(50_000)
    }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    return .failed
  }

  private static func frame(_ socket: Int32, of process: pid_t) -> Frame? {
    guard let head = bytes(Frame.headLength, from: socket, of: process), let length = Frame.length(head),
      let body = bytes(length, from: socket, of: process)
    else { return nil }
    return Frame(head, body)
  }

  private static func bytes(_ count: Int, from socket: Int32, of process: pid_t) -> [UInt8]? {
    var all = [UInt8](repeating: 0, count: count)
    var have = 0
    while have < count {
      var effort = channel_effort(process)
      while channel_wait(socket, patience) == 0 {
        let now = channel_effort(process)
        if now == effort { return nil }
        effort = now
      }
      let more = unsafe all.withUnsafeMutableBytes {
        unsafe Glibc.read(socket, $0.baseAddress?.advanced(by: have), count - have)
      }
      if more <= 0 { return nil }
      have += more
    }
    return all
  }
}
