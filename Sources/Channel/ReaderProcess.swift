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

  /// How long it is waited for at a time, in milliseconds, and how many times while it does nothing: no limit of the
  /// file’s. On a busy machine one that works is waited for.
  private static let (slice, patience): (Int32, Int) = (1_000, 20)

  /// What the question under way may take, in milliseconds: its limits are the reader’s own to keep; one that keeps none
  /// is ended.
  private struct Allowance {
    var effort = Int.max
    var end = ContinuousClock.now + .seconds(600)
  }
  private var allowance = Allowance()
  /// What its own count may be short of.
  private static let margin = 3_000
  /// Times that a question may take longer than its work, on a busy machine.
  private static let slowness = 60

  /// Nil when it cannot be started.
  init?(_ program: String) {
    var (process, socket): (pid_t, Int32) = (0, -1)
    if unsafe channel_start(program, &process, &socket) != 0 { return nil }
    guard case .element(let hello)? = ReaderProcess.frame(socket, of: process, within: Allowance())?.said,
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
    let seconds = Int(paper.seconds(word: word))
    allowance.effort = channel_effort(process) + seconds * 1_000 + ReaderProcess.margin
    allowance.end = .now + .seconds(seconds * ReaderProcess.slowness)
    _ = unsafe word.withCString { unsafe channel_hand(socket, paper.rawValue, $0, descriptor) }
  }

  /// What it says next; nil when it has ended, or sleeps.
  func next() -> (said: Frame, length: Int)? {
    ReaderProcess.frame(socket, of: process, within: allowance)
  }

  /// Sees it off, and says why it ended. One that sleeps is ended; one that is ending is waited for.
  func end() -> Inquiry.Ending {
    isOver = true
    var status: Int32 = 0
    let isOverAllowance = channel_effort(process) > allowance.effort
    if isOverAllowance {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
      return areOurs ? .stopped : .failed
    }
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

  private static func frame(
    _ socket: Int32, of process: pid_t, within allowance: Allowance
  ) -> (said: Frame, length: Int)? {
    guard let head = bytes(Frame.headLength, from: socket, of: process, within: allowance),
      let length = Frame.length(head),
      let body = bytes(length, from: socket, of: process, within: allowance),
      let frame = Frame(head, body)
    else { return nil }
    return (frame, length)
  }

  private static func bytes(
    _ count: Int, from socket: Int32, of process: pid_t, within allowance: Allowance
  ) -> [UInt8]? {
    var all = [UInt8](repeating: 0, count: count)
    var have = 0
    while have < count {
      var (effort, idle) = (channel_effort(process), 0)
      while effort <= allowance.effort, .now < allowance.end, channel_wait(socket, slice) == 0 {
        let now = channel_effort(process)
        idle = now == effort ? idle + 1 : 0
        if idle == patience { return nil }
        effort = now
      }
      if effort > allowance.effort || .now > allowance.end { return nil }
      let more = unsafe all.withUnsafeMutableBytes {
        unsafe Glibc.read(socket, $0.baseAddress?.advanced(by: have), count - have)
      }
      if more <= 0 { return nil }
      have += more
    }
    return all
  }
}
