import Artefacts
import XML

/// What a reader is asked to look at, by the one byte that goes with the file.
package enum Paper: UInt8, Sendable {
  case pdf = 0x50
  case jpeg = 0x4A
  case png = 0x47
  /// A Word or OpenDocument file among the evidence.
  case office = 0x4F
  /// The candidate’s own dossier, written in Word, or as OpenDocument.
  case wordDossier = 0x57
  case openDocumentDossier = 0x54

  /// The memory that looking at one may take, in bytes: the rows of a picture are many.
  package var memory: Int {
    switch self {
    case .pdf, .office, .wordDossier, .openDocumentDossier: 256 << 20
    case .jpeg, .png: ReaderAnswer.memory
    }
  }
}

/// The answers of a reader: so many bytes, then XML.
package enum ReaderAnswer {
  /// The memory that looking at one paper may take, in bytes.
  package static let memory = 512 << 20
  /// The processor time, in seconds.
  package static let seconds: UInt32 = 8
  /// The longest answer, in bytes.
  package static let longest = 8 << 20

  /// The bytes of an answer, their number before them.
  package static func framed(_ element: Element) -> [UInt8] {
    let bytes = element.document(namespace: nil)
    return (0..<4).map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) } + bytes
  }

  /// The number of bytes that follows.
  static func length(_ head: [UInt8]) -> Int {
    head.enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }
  }
}
