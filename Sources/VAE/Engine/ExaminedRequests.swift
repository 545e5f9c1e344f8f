import Schemas
import XML

/// The requests that a run has examined, read back from its output folder.
struct ExaminedRequests {
  /// Each dossier with its admissibility, or why that could not be read, in the order of their names.
  private(set) var all: [(dossier: String, admissibility: Result<Admissibility, Refusal>)] = []

  /// - Parameters:
  ///   - code: the code to refuse with when the folder is no output of the tool.
  ///   - advice: what to give instead.
  init(_ out: String, refusing code: String, advice: String) throws(Refusal) {
    guard Disk.exists("\(out)/\(SessionFolder.marker)"), let folders = try Disk.list(out) else {
      throw Refusal(
        Diagnostic(
          code: code, "ce dossier n’est pas un dossier de sortie d’acquis", advice: advice, file: out))
    }
    for folder in folders where folder.kind == .folder {
      let file = "\(out)/\(folder.name)/\(Admissibility.name).xml"
      do throws(Refusal) {
        guard let bytes = try Disk.read(file, named: file) else { continue }
        let admissibility = try Admissibility(xml: Schemas.read(Admissibility.name, bytes, file: file))
        all.append((folder.name, .success(admissibility)))
      } catch {
        all.append((folder.name, .failure(error)))
      }
    }
  }
}
