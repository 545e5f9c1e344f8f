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

  /// A source is looked for in the dossier’s folder, then in the session’s: that one rule shares
  /// `session.xml` and `certification.xml`.
  func source(_ name: String) throws(Refusal) -> (bytes: [UInt8], file: String)? {
    for file in ["\(id)/\(name).xml", "\(name).xml"] {
      if let bytes = try Disk.read(session + "/" + file, named: file) { return (bytes, file) }
    }
    return nil
  }
}
