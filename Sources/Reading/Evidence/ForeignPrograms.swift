import Glibc
import Subprocess
import Synchronization

/// Programs of others, each run apart with limits of processor time, memory and output: what a hostile file does to them
/// stays with that file.
enum ForeignPrograms {
  enum Ran: Sendable {
    /// What it printed, and whether it ended well.
    case done([UInt8], isSound: Bool)
    /// Not installed, killed by someone else, asleep, or not to be started now: nothing is known of the file.
    case failed
    /// It went over a limit of ours.
    case stopped
  }

  /// Processor time, in seconds.
  private static let seconds = 8
  /// Address space, in bytes.
  private static let memory = 1 << 30
  /// For what sleeps: no limit of the file’s.
  private static let patience = Duration.seconds(60)

  static func run(_ program: String, _ arguments: [String], most: Int = 8 << 20) async -> Ran {
    await withTaskGroup(of: Ran.self) { group in
      group.addTask { await answer(program, arguments, most: most) }
      group.addTask {
        try? await Task.sleep(for: patience)
        return .failed
      }
      // The other is cancelled: a program that sleeps is ended.
      defer { group.cancelAll() }
      return await group.next() ?? .failed
    }
  }

  private static func answer(_ program: String, _ arguments: [String], most: Int) async -> Ran {
    do {
      let result = try await Subprocess.run(
        .name("prlimit"), arguments: Arguments(limits.words + [program] + arguments),
        environment: environment,
        platformOptions: apart, input: .none, output: .bytes(limit: most), error: .discarded)
      switch result.terminationStatus {
      case .exited(0): return .done(result.standardOutput, isSound: true)
      // prlimit’s own words for: not found, not to be run.
      case .exited(127), .exited(126): return .failed
      case .exited: return limits.areOurs ? .done(result.standardOutput, isSound: false) : .failed
      case .signaled(SIGXCPU): return .stopped
      case .signaled: return .failed
      }
    } catch {
      return (error as? SubprocessError)?.code == .outputLimitExceeded ? .stopped : .failed
    }
  }

  /// The limits, lowered to those of the machine when it allows less: what goes over these is no fault of the file.
  private static let limits: (words: [String], areOurs: Bool) = {
    func hard(_ kind: __rlimit_resource) -> Int {
      var limit = rlimit()
      unsafe getrlimit(__rlimit_resource_t(kind.rawValue), &limit)
      return Int(clamping: limit.rlim_max)
    }
    let (seconds, bytes) = (min(hard(RLIMIT_CPU) - 1, ForeignPrograms.seconds), min(hard(RLIMIT_AS), memory))
    return (
      ["--cpu=\(seconds):\(seconds + 1)", "--as=\(bytes)", "--core=0", "--"],
      seconds == ForeignPrograms.seconds && bytes == memory
    )
  }()

  /// In a group of its own: what a person types to stop the tool does not stop a reader in the middle of a file.
  private static let apart: PlatformOptions = {
    var options = PlatformOptions()
    options.processGroupID = 0
    return options
  }()

  private static let environment = Environment.custom([
    "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC",
  ])

  private static let known = Mutex<String?>(nil)

  /// The versions of what is run here, asked once: a memory made with others is not trusted.
  static func versions() async -> String {
    if let text = known.withLock({ $0 }) { return text }
    var words: [String] = []
    for program in ["pdfinfo", "pdftotext", "qpdf"] {
      let arguments = program == "qpdf" ? ["--version"] : ["-listenc"]
      switch await run(program, arguments) {
      case .done(let bytes, _):
        let first = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
        words.append(program == "qpdf" ? first : program)
      case .failed, .stopped: words.append("no-" + program)
      }
    }
    let text = words.joined(separator: "_").replacing(" ", with: "-")
    known.withLock { $0 = text }
    return text
  }
}
