import Subprocess
import Synchronization

/// Programs of others, each run apart with limits of processor time, memory and output (they read one regular file:
/// they have nothing to sleep on): what a hostile file does to them
/// stays with that file.
enum ForeignPrograms {
  enum Ran: Sendable {
    /// What it printed, and whether it ended well.
    case done([UInt8], isSound: Bool)
    case missing
    /// Too long, too much memory, too much output, or a crash.
    case stopped
  }

  private static let seconds = 8
  private static let memory = 1 << 30

  static func run(_ program: String, _ arguments: [String], most: Int = 8 << 20) async -> Ran {
    let limits = ["--cpu=\(seconds)", "--as=\(memory)", "--core=0", "--"]
    do {
      let result = try await Subprocess.run(
        .name("prlimit"), arguments: Arguments(limits + [program] + arguments), environment: environment,
        input: .none, output: .bytes(limit: most), error: .discarded)
      switch result.terminationStatus {
      case .exited(0): return .done(result.standardOutput, isSound: true)
      // prlimit’s own words for: not found, not to be run.
      case .exited(127), .exited(126): return .missing
      case .exited: return .done(result.standardOutput, isSound: false)
      case .signaled: return .stopped
      }
    } catch {
      return .stopped
    }
  }

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
      case .missing, .stopped: words.append("no-" + program)
      }
    }
    let text = words.joined(separator: "_").replacing(" ", with: "-")
    known.withLock { $0 = text }
    return text
  }
}
