import Schemas
import XML

extension Register {
  /// The requests that earlier runs examined, read from their output folders, in the order of folders and names.
  /// - Throws: `Refusal` when a folder is no output of the tool, or when one of its documents cannot be read: a
  ///   register with a hole would let a cap be passed.
  package init(outputs: [String]) throws(Refusal) {
    entries = []
    for folder in outputs {
      guard Disk.exists("\(folder)/\(SessionFolder.marker)"), let dossiers = try Disk.list(folder) else {
        throw Refusal(
          Diagnostic(
            code: "register.folder", "ce dossier n’est pas un dossier de sortie d’acquis",
            advice: "donner à --register le dossier de sortie d’une session antérieure", file: folder))
      }
      for dossier in dossiers where dossier.kind == .folder {
        let file = "\(folder)/\(dossier.name)/\(Admissibility.name).xml"
        guard let bytes = try Disk.read(file, named: file) else { continue }
        let admissibility = try Admissibility(xml: Schemas.read(Admissibility.name, bytes, file: file))
        entries.append(
          RegisterEntry(
            receivedOn: admissibility.clock.receivedOn, outcome: admissibility.outcome,
            identity: admissibility.identity))
      }
    }
  }
}
