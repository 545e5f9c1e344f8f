import Artefacts
import CMagic
import XML

/// How a file begins and ends, from which its type is told.
package struct Glance {
  private let head: [UInt8]
  /// The last bytes: where pictures and archives end.
  private let tail: [UInt8]

  private static let length = 1 << 16

  /// - Parameter bytes: the whole file, of which only the ends are looked at.
  package init(_ bytes: Mapped) {
    let all = unsafe UnsafeBufferPointer(start: bytes.pointer, count: bytes.count)
    head = unsafe Array(all.prefix(Glance.length))
    tail = unsafe Array(all.suffix(Glance.length))
  }

  /// Whether a reader of PDF would find its mark: within the first 1,024 bytes (ISO 32000-1, annex H.3).
  private var isPDF: Bool {
    guard let mark = head.prefix(1024).firstRange(of: Array("%PDF-".utf8)) else { return false }
    // In a text, the mark is only spoken of: what stands before the true one is no word.
    return !head[..<mark.lowerBound].contains { (0x30...0x39).contains($0) || (0x41...0x7A).contains($0) }
      || head[mark.upperBound...].prefix(2).elementsEqual([0x31, 0x2E])
  }

  /// The end of a ZIP’s directory in a file that is none.
  package var hidesArchive: Bool { !tail.ranges(of: [0x50, 0x4B, 0x05, 0x06]).isEmpty }

  /// A compound file, as Word and Excel wrote them before 2007.
  package var isOldOffice: Bool { head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) }

  /// Office documents with a password are compound files that hold an `EncryptedPackage`.
  package var isEncryptedOffice: Bool {
    isOldOffice
      && [head, tail].contains { $0.firstRange(of: "EncryptedPackage".utf8.flatMap { [$0, 0] }) != nil }
  }

  /// Whether it is a ZIP, whatever is in it.
  package var isArchive: Bool { head.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// The type by content, as libmagic tells it; what a ZIP is, by its entries.
  package func type(of descriptor: Int32) -> FileType {
    let magic = Magic.type(of: head)
    // A PDF is one wherever its readers find its mark, unless it begins as something else.
    if isPDF, !magic.hasPrefix("image/"), !head.starts(with: [0x50, 0x4B]) { return .pdf }
    if let type = Glance.types[magic] { return type }
    if isArchive { return Glance.type(ofArchive: descriptor) }
    return magic.hasPrefix("text/") ? .text : .unknown
  }

  private static let types: [String: FileType] = [
    "application/pdf": .pdf, "image/png": .png, "image/jpeg": .jpeg, "image/heic": .heic,
    "image/heif": .heic, "image/avif": .avif, "image/webp": .webp, "image/tiff": .tiff, "image/bmp": .bmp,
    "image/x-ms-bmp": .bmp, "image/gif": .gif,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": .docx,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": .xlsx,
    "application/vnd.oasis.opendocument.text": .odt,
    "application/vnd.oasis.opendocument.spreadsheet": .ods,
  ]

  private static func type(ofArchive descriptor: Int32) -> FileType {
    var names: Set<String> = []
    try? Archive.read(descriptor) { entry in
      names.insert(entry.name)
      return false
    } give: { (_, _) throws(Refusal) in
    }
    if names.contains("word/document.xml") { return .docx }
    if names.contains("xl/workbook.xml") { return .xlsx }
    return names.contains("content.xml") && names.contains("mimetype") ? .odt : .zip
  }
}
