import Artefacts
import Files
import Glibc
import Synchronization
import XML

/// The readers of this run: as many as files are looked at together, each kept for the next file.
package enum Readers {
  private static let idle = Mutex<[ReaderProcess]>([])

  /// Where the reader is: beside the tool itself.
  static let program = Mutex<String>(
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

  private static func give(_ reader: ReaderProcess) { idle.withLock { $0.append(reader) } }

  /// Ends those that wait for a file.
  package static func dismiss() { idle.withLock { $0.removeAll() } }

  /// What reads here, for a memory that other readers made is not trusted.
  static func versions() -> String {
    guard let reader = take() else { return "no-reader" }
    defer { give(reader) }
    return reader.versions
  }

  /// Looks into a file; what is found is added to what is known of it.
  static func look(into file: inout StoredFile, _ path: String, as paper: Paper) {
    switch ask(path, as: paper) {
    case .stopped: file.note(.stopped)
    case .failed: file.note(.unexamined)
    case .answered(let element):
      guard let found = try? StoredFile(xml: element) else { return file.note(.unexamined) }
      file.take(found)
    }
  }

  /// The candidate’s own dossier, read from a Word or OpenDocument file.
  /// - Throws: `Refusal` when it cannot be read, or not within the limits.
  static func dossier(_ path: String, as paper: Paper) throws(Refusal) -> Dossier {
    switch ask(path, as: paper) {
    case .answered(let element):
      if let refusal = Refusal(element) { throw refusal }
      return try Dossier(xml: element)
    case .stopped:
      throw Refusal(
        Diagnostic(
          code: .officeStopped, "ce document demande trop de temps ou de mémoire pour être lu",
          advice: "demander au candidat de l’enregistrer de nouveau, plus simple et plus court"))
    case .failed:
      throw Refusal(
        Diagnostic(
          code: .officeUnread, "le lecteur de pièces manque ou n’a pas répondu : le document n’est pas lu",
          advice: "relancer ; si cela revient, vérifier que acquis-reader est installé à côté d’acquis"))
    }
  }

  private static func ask(_ path: String, as paper: Paper) -> ReaderProcess.Ended {
    guard let descriptor = Disk.handedOver(path) else { return .failed }
    defer { close(descriptor) }
    guard let reader = take() else { return .failed }
    let ended = reader.look(at: descriptor, as: paper)
    if !reader.isOver { give(reader) }
    return ended
  }
}

extension StoredFile {
  /// Adds what a reader says of the inside of a file.
  fileprivate mutating func take(_ found: StoredFile) {
    (pages, stated) = (found.pages, found.stated)
    (sensitive, fields) = (found.sensitive, found.fields)
    for problem in found.problems { note(problem.kind) }
  }
}
