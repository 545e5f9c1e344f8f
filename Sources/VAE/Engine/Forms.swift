import Schemas
import XML

/// The pages that people fill, made from what a run has written.
package enum Forms {
  /// Writes the page of review beside each mapped dossier of an output folder.
  /// - Returns: the pages written or already there, and what could not be read.
  package static func review(
    _ out: String, _ certification: Certification
  ) throws(Refusal) -> (pages: [String], problems: [Diagnostic]) {
    try write(out, "review-form.html") { folder, dossier throws(Refusal) in
      guard let intake: Intake = try read(folder), let mapping: Mapping = try read(folder) else { return nil }
      return ReviewForm(intake: intake, mapping: mapping, certification: certification, dossier: dossier)
        .render()
    }
  }

  private static func write(
    _ out: String, _ name: String, _ page: (String, String) throws(Refusal) -> [UInt8]?
  ) throws(Refusal) -> (pages: [String], problems: [Diagnostic]) {
    guard Disk.exists("\(out)/\(SessionFolder.marker)"), let folders = try Disk.list(out) else {
      throw Refusal(
        Diagnostic(
          code: "out.missing", "ce dossier n’est pas un dossier de sortie d’acquis",
          advice: "donner le dossier qui suit -o dans « acquis run »", file: out))
    }
    var pages: [String] = []
    var problems: [Diagnostic] = []
    for folder in folders where folder.kind == .folder && !folder.name.hasPrefix(".") {
      do throws(Refusal) {
        guard let bytes = try page("\(out)/\(folder.name)", folder.name) else { continue }
        let path = "\(out)/\(folder.name)/\(name)"
        _ = try Disk.replace(path, with: bytes)
        pages.append(path)
      } catch {
        problems += error.diagnostics
      }
    }
    return (pages, problems)
  }

  static func read<A: Artefact>(_ folder: String) throws(Refusal) -> A? {
    let file = "\(folder)/\(A.name).xml"
    guard let bytes = try Disk.read(file, named: file) else { return nil }
    return try A(xml: Schemas.read(A.name, bytes, file: file))
  }
}
