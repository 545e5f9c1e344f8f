import Glibc
import Synchronization

/// A stop asked for while a session is run: the dossiers under way are finished, and what is known is written.
enum Interruption {
  /// When a stop was first asked for, in seconds since 1970; 0 before.
  private static let asked = Atomic<Int>(0)
  /// Two signals sent together (the end of a terminal, of a service) are one wish.
  private static let patience = 2

  /// Whether a stop was asked for.
  static var isAsked: Bool { asked.load(ordering: .relaxed) != 0 }

  /// Heeds from now on what asks the tool to stop. Asked again later, it ends at once: nothing is torn by that.
  static func listen() {
    for number in [SIGTERM, SIGINT, SIGHUP] {
      var before = sigaction()
      unsafe sigaction(number, nil, &before)
      // Under nohup, the end of the terminal is no concern of ours.
      if unsafe unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) == 1 { continue }
      var action = sigaction()
      action.sa_flags = SA_RESTART
      unsafe action.__sigaction_handler.sa_handler = { number in
        let (first, now) = (Interruption.asked.load(ordering: .relaxed), time(nil))
        if first == 0 { return Interruption.asked.store(now, ordering: .relaxed) }
        if now - first >= Interruption.patience { _exit(128 + number) }
      }
      unsafe sigaction(number, &action, nil)
    }
  }

  /// A reader that has gone, or a limit of the size of files, is an error to tell and not the end.
  static func outlive() {
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
  }
}
