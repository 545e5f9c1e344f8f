import Files
import Glibc
import Synchronization
import XML

/// The readers of this run: as many as files are read together, each kept for the next file.
package enum Readers {
  private static let idle = Mutex<[ReaderProcess]>([])

  /// Where the reader is: beside the tool itself.
  package static let program = Mutex<String>(
    {
      let own = Disk.real("/proc/self/exe")
      return own.prefix(upTo: own.lastIndex(of: "/") ?? own.startIndex) + "/acquis-reader"
    }())

  /// Whether it could not be started: it is not tried again in this run.
  private static let isAbsent = Mutex(false)

  private static func take() -> ReaderProcess? {
    if let reader = idle.withLock({ $0.popLast() }) { return reader }
    if isAbsent.withLock({ $0 }) { return nil }
    let reader = ReaderProcess(program.withLock { $0 })
    if reader == nil { isAbsent.withLock { $0 = true } }
    return reader
  }

  static func give(_ reader: ReaderProcess) { idle.withLock { $0.append(reader) } }

  /// Ends those that wait for a file.
  package static func dismiss() { idle.withLock { $0.removeAll() } }

  /// What reads here, for a memory that other readers made is not trusted.
  package static func versions() -> String {
    guard let reader = take() else { return "no-reader" }
    defer { give(reader) }
    return reader.versions
  }

  /// Has a file read.
  /// - Parameter word: what else the reader is to know, in 62 bytes of UTF-8 at most.
  package static func ask(_ path: String, as paper: Paper, word: String = "") -> Inquiry {
    guard let descriptor = Disk.handedOver(path) else { return Inquiry(nil, paper) }
    defer { close(descriptor) }
    let reader = take()
    reader?.hand(descriptor, as: paper, word: word)
    return Inquiry(reader, paper)
  }

  /// The whole answer of one element; what keeps the file from being read is thrown.
  /// - Parameter file: the name under which a person knows it.
  /// - Throws: `Refusal`: that of the reader, or that it went over its limits or did not answer.
  package static func element(_ path: String, as paper: Paper, word: String = "", file: String)
    throws(Refusal) -> Element
  {
    let inquiry = ask(path, as: paper, word: word)
    let element = inquiry.nextElement()
    _ = inquiry.next()
    if let element {
      if let refusal = Refusal(told: element) { throw refusal.about(file: file) }
      if inquiry.ending == .answered { return element }
    }
    throw unread(inquiry.ending, file: file)
  }

  /// That a file which a person wants read was not.
  package static func unread(_ ending: Inquiry.Ending?, file: String) -> Refusal {
    if ending == .stopped {
      return Refusal(
        Diagnostic(
          code: .officeStopped, "ce document demande trop de temps ou de mémoire pour être lu",
          advice: "l’enregistrer de nouveau, plus simple et plus court", file: file))
    }
    return Refusal(
      Diagnostic(
        code: .officeUnread, "le lecteur de pièces manque ou n’a pas répondu : le document n’est pas lu",
        advice: "relancer ; si cela revient, vérifier que acquis-reader est installé à côté d’acquis",
        file: file))
  }
}
