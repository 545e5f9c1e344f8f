import Artefacts
import Files
import Language
import Schemas
import XML

extension Certification {
  /// The certification that ships inside the tool.
  package static func shipped() throws(Refusal) -> Certification {
    let file = "RNCP28236.xml"
    return try Certification(
      xml: Schemas.read(Certification.name, ShippedKnowledge.certification, file: file))
  }

  /// A certification of one’s own.
  package static func read(_ path: String) throws(Refusal) -> Certification {
    let bytes = try Disk.existing(path)
    let certification = try Certification(xml: Schemas.read(Certification.name, bytes, file: path))
    do throws(Refusal) { try certification.check() } catch { throw error.about(file: path) }
    return certification
  }

  /// Writes the certification, validated as any other.
  package func save(as path: String) throws(Refusal) {
    let bytes = Schemas.document(xml)
    _ = try Schemas.read(Certification.name, bytes, file: path)
    try Disk.create(path, bytes: bytes)
  }
}
