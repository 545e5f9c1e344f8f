import Artefacts
import Engine
import Files
import Schemas
import XML

extension Exhibits {
  /// What was in the dossier when its record and its decision were first read: as noted by an earlier run while they stay
  /// the same, as it is now when they are new.
  static func keep(
    _ folder: Folder, _ inventory: Inventory, _ record: Record?, _ decision: Decision?
  ) throws(Refusal) -> Exhibits? {
    if record == nil && decision == nil { return nil }
    let file = "\(folder.derived)/\(name).xml"
    let earlier = try Disk.read(file, named: file).flatMap { bytes in
      try? Exhibits(xml: Schemas.read(name, bytes, file: file))
    }
    let written: [(ExhibitedTo, (any Artefact)?)] = [(.record, record), (.decision, decision)]
    return Exhibits(
      all: written.compactMap { to, artefact in
        guard let artefact else { return nil }
        let digest = Digest.of(Schemas.document(artefact.xml))
        return earlier?.all.first { $0.to == to && $0.sha256 == digest }
          ?? Exhibited(to: to, sha256: digest, files: inventory.exhibits)
      })
  }
}
