extension FileType {
  /// How many bytes at the head of a file are looked at.
  package static let headLength = 65_536

  /// The type by content: the first bytes, never the name.
  package init(head: [UInt8]) {
    func starts(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }
    if starts(Array("%PDF-".utf8)) {
      self = .pdf
    } else if starts([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if starts([0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if starts([0x50, 0x4B, 0x03, 0x04]) {
      self = FileType(zip: head)
    } else if !head.isEmpty && !head.contains(where: { $0 < 0x09 }) && FileType.isText(head) {
      self = .text
    } else {
      self = .unknown
    }
  }

  /// Office documents are ZIP archives whose first entries have known names.
  private init(zip head: [UInt8]) {
    func holds(_ text: String) -> Bool { head.firstRange(of: Array(text.utf8)) != nil }
    if holds("mimetypeapplication/vnd.oasis.opendocument.text") {
      self = .odt
    } else if holds("mimetypeapplication/vnd.oasis.opendocument.spreadsheet") {
      self = .ods
    } else if holds("[Content_Types].xml") && holds("xl/") {
      self = .xlsx
    } else if holds("[Content_Types].xml") && !holds("ppt/") {
      self = .docx
    } else {
      self = .zip
    }
  }

  private static func isText(_ head: [UInt8]) -> Bool {
    // The last character may be cut in two by the length of the head.
    for cut in 0..<min(4, head.count) where String(validating: head.dropLast(cut), as: UTF8.self) != nil {
      return true
    }
    return false
  }

  /// The type that a file name announces, or nil when its extension says nothing.
  package init?(extensionOf name: String) {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "pdf": self = .pdf
    case "png": self = .png
    case "jpg", "jpeg": self = .jpeg
    case "docx": self = .docx
    case "odt": self = .odt
    case "xlsx": self = .xlsx
    case "ods": self = .ods
    case "zip": self = .zip
    case "txt", "csv", "md": self = .text
    default: return nil
    }
  }
}
