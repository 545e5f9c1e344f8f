import Artefacts
import XML

/// A document that a person wrote elsewhere than in a file of its own: in a row of a table.
package struct GivenDocument: Sendable {
  /// Its bytes, or what is wrong with it.
  package let bytes: Result<[UInt8], Refusal>
  /// Where a person finds it.
  package let place: String

  package init(bytes: Result<[UInt8], Refusal>, place: String) { (self.bytes, self.place) = (bytes, place) }
}

/// Where one dossier lives: its own folder, the session’s folder above, and its folder under the output.
package struct Folder: Sendable {
  /// The dossier’s name: the name of its folder.
  package let id: String
  /// The session’s folder.
  package let session: String
  /// The output folder.
  package let out: String
  /// What people wrote of it elsewhere than in its folder, by the name of the document.
  package let given: [String: GivenDocument]

  package init(id: String, session: String, out: String, given: [String: GivenDocument] = [:]) {
    (self.id, self.session, self.out, self.given) = (id, session, out, given)
  }

  package var sources: String { session + "/" + id }
  package var derived: String { out + "/" + id }
  /// Where the evidence is handed in, and where an archive of it is unpacked.
  package var evidence: String { sources + "/" + Evidence.folder }
  package var unpacked: String { derived + "/.unpacked" }

  /// A source of this dossier: in its folder, or given elsewhere, and not both.
  /// What the session shares was read before (`Shared`); nothing else is shared.
  package func source(_ name: String) throws(Refusal) -> (bytes: [UInt8], file: String)? {
    let file = "\(id)/\(name).xml"
    let own = try Disk.read(session + "/" + file, named: file)
    guard let given = given[name] else { return own.map { ($0, file) } }
    if own == nil { return (try given.bytes.get(), given.place) }
    throw Refusal(
      Diagnostic(
        code: .dossierTwice, "ce document est écrit deux fois : ici, et dans \(given.place)",
        advice: "n’en garder qu’un", file: file))
  }
}
