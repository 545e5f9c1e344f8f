import ArgumentParser
import Artefacts
import Glibc
import XML

/// What is printed, and where. Progress goes to a terminal only: cron hears nothing but problems.
enum Terminal {
  static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

  static func error(_ text: String) { put(text + "\n") }

  /// Diagnostics, sorted, each on its lines.
  static func tell(_ diagnostics: [Diagnostic], under folder: String? = nil) {
    let sorted = diagnostics.map { diagnostic in
      var copy = diagnostic
      if let folder, let file = copy.file { copy.file = folder + "/" + file }
      return copy
    }.sorted {
      ($0.file ?? "", $0.line ?? 0, $0.code.rawValue) < ($1.file ?? "", $1.line ?? 0, $1.code.rawValue)
    }
    for diagnostic in sorted { error(diagnostic.description) }
  }

  /// What people do now.
  static func tell(_ toDo: [ToDo]) {
    if toDo.isEmpty { return }
    print("À faire maintenant :")
    for each in toDo { print("- \(each.inWords)") }
  }

  /// What a person does once the command is done.
  static func then(_ step: String) { print("Ensuite : \(step).") }

  /// A line that replaces itself on a terminal.
  static func progress(_ text: String) { put("\r\u{1B}[K" + text) }

  /// `stderr` itself is shared mutable state; its descriptor is not.
  private static func put(_ text: String) { put(Array(text.utf8), STDERR_FILENO) }

  /// Bytes for another program or a file, on standard output.
  static func give(_ bytes: [UInt8]) { put(bytes, STDOUT_FILENO) }

  private static func put(_ bytes: [UInt8], _ descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  static func exit(_ code: ExitCode) -> Never { Glibc.exit(code.rawValue) }
}

/// The exit codes, said once.
extension ExitCode {
  /// Some dossier is refused, or something asks for a person.
  static let attention = ExitCode(1)
  /// The run itself failed.
  static let failure = ExitCode(2)
}

/// Progress with the time remaining, from the pace so far.
struct Progress {
  private let clock = ContinuousClock()
  private let start = ContinuousClock.now

  func show(_ done: Int, of total: Int) {
    guard Terminal.isInteractive else { return }
    if done == total { return Terminal.progress("") }
    guard done % max(1, total / 200) == 0 else { return }
    let elapsed = start.duration(to: clock.now)
    let left = elapsed * Double(total - done) / Double(max(done, 1))
    Terminal.progress("\(done) sur \(total) dossiers, encore \(max(1, left.components.seconds)) s")
  }
}
