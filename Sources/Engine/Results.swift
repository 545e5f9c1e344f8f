import Artefacts
import Files
import Schemas
import XML

/// An output folder as a run has left it: its dossiers, and what was written of each.
package struct Results: Sendable {
  /// Marks a folder as written by the tool, so that it is never taken for a dossier.
  package static let marker = ".acquis"
  /// What the marker holds while nobody writes in its folder.
  package static let mark = Array("Écrit par acquis : ce dossier se recalcule.\n".utf8)

  package let out: String
  /// The names of the dossiers, in the byte order of names.
  package let dossiers: [String]

  /// - Parameters:
  ///   - code: what to refuse with when the folder is no output of the tool.
  ///   - advice: what to give instead.
  package init(
    _ out: String, refusing code: DiagnosticCode = .outMissing,
    advice: String = "donner le dossier qui suit -o dans « acquis run »"
  ) throws(Refusal) {
    guard Disk.exists("\(out)/\(Results.marker)"), let entries = try Disk.list(out) else {
      throw Refusal(
        Diagnostic(
          code: code, "ce dossier n’est pas un dossier de sortie d’acquis", advice: advice, file: out))
    }
    self.out = out
    dossiers = entries.filter { $0.kind == .folder && !$0.name.hasPrefix(".") }.map(\.name)
  }

  /// An artefact of a dossier; nil when there is none.
  /// - Throws: `Refusal` when it cannot be read.
  package func read<A: Artefact>(_ dossier: String, _ type: A.Type = A.self) throws(Refusal) -> A? {
    let file = "\(out)/\(dossier)/\(A.name).xml"
    guard let bytes = try Disk.read(file, named: file) else { return nil }
    return try A(xml: Schemas.read(A.name, bytes, file: file))
  }

  /// Whether an artefact of a dossier is there, sound or not.
  package func has<A: Artefact>(_ type: A.Type, of dossier: String) -> Bool {
    Disk.exists("\(out)/\(dossier)/\(A.name).xml")
  }
}
