import Artefacts
import Files
import Schemas
import XML

extension GivenDocument {
  /// Writes it among the results, with where it was given: by the digest of what the stages read.
  func write(_ name: String, in folder: String) throws(Refusal) {
    let source = try bytes.get()
    var element = try Schemas.read(name, source, file: place)
    let origin = Element(
      "input", attributes: [.init("artefact", place), .init("sha256", Digest.of(source))])
    element.children.insert(
      Element("provenance", attributes: [.init("engine", Tool.name)], children: [origin]), at: 0)
    let written = element.document(namespace: Schemas.namespace)
    _ = try Schemas.read(name, written, file: place)
    let path = "\(folder)/\(name).xml"
    if Disk.holds(path, written) { return }
    try Disk.makeOwnFolder(folder)
    try Draft(path, with: written).keep()
  }
}
