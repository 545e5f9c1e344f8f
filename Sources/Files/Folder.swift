import Artefacts
import XML

/// Where one dossier lives: its own folder, the session’s folder above, and its folder under the output.
package struct Folder: Sendable {
  /// The dossier’s name: the name of its folder.
  package let id: String
  /// The session’s folder.
  package let session: String
  /// The output folder.
  package let out: String

  package init(id: String, session: String, out: String) {
    self.id = id
    self.session = session
    self.out = out
  }

  package var sources: String { session + "/" + id }
  package var derived: String { out + "/" + id }
  /// Where the evidence is handed in, and where an archive of it is unpacked.
  package var evidence: String { sources + "/" + Evidence.folder }
  package var unpacked: String { derived + "/.unpacked" }

  /// A source of this dossier. What the session shares was read before (`Shared`); nothing else is shared.
  package func source(_ name: String) throws(Refusal) -> (bytes: [UInt8], file: String)? {
    let file = "\(id)/\(name).xml"
    return try Disk.read(session + "/" + file, named: file).map { ($0, file) }
  }
}
