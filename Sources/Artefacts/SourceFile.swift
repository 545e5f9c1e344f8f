/// A file that was read from a dossier’s folder, as the provenance of what was made from it names it.
package struct SourceFile: Sendable {
  package let name: String
  /// SHA-256 of its bytes.
  package let digest: String

  package init(name: String, digest: String) { (self.name, self.digest) = (name, digest) }
}
