import Artefacts
import CMagic
import Files
import XML

extension FileType {
  /// The type by content, as libmagic tells it; what a ZIP is, by its first entries.
  init(_ read: FileDigest, path: String) {
    let magic = Magic.type(of: read.head)
    // A PDF is one wherever its readers find its mark, unless it begins as something else.
    if read.isPDF, !magic.hasPrefix("image/"), !read.head.starts(with: [0x50, 0x4B]) {
      self = .pdf
      return
    }
    switch magic {
    case "application/pdf": self = .pdf
    case "image/png": self = .png
    case "image/jpeg": self = .jpeg
    case "image/heic", "image/heif": self = .heic
    case "image/avif": self = .avif
    case "image/webp": self = .webp
    case "image/tiff": self = .tiff
    case "image/bmp", "image/x-ms-bmp": self = .bmp
    case "image/gif": self = .gif
    case "application/vnd.openxmlformats-officedocument.wordprocessingml.document": self = .docx
    case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": self = .xlsx
    case "application/vnd.oasis.opendocument.text": self = .odt
    case "application/vnd.oasis.opendocument.spreadsheet": self = .ods
    case "application/zip", "application/octet-stream", "application/x-zip-compressed":
      self = read.head.starts(with: [0x50, 0x4B, 0x03, 0x04]) ? FileType(archive: path) : .unknown
    case let type where type.hasPrefix("text/"): self = .text
    default: self = .unknown
    }
  }

  private init(archive path: String) {
    var names: Set<String> = []
    try? Archive.read(.path(path)) { entry in
      names.insert(entry.name)
      return false
    } give: { (_, _) throws(Refusal) in
    }
    self =
      names.contains("word/document.xml")
      ? .docx
      : names.contains("xl/workbook.xml")
        ? .xlsx
        : names.contains("content.xml") && names.contains("mimetype") ? .odt : .zip
  }
}

/// libmagic, the library of `file(1)`. A cookie is not to be shared between threads: each use takes one aside.
enum Magic {
  private static let cookies = MagicPool()

  static func type(of bytes: [UInt8]) -> String {
    guard let cookie = cookies.take() else { return "" }
    defer { cookies.give(cookie) }
    return unsafe bytes.withUnsafeBytes { buffer in
      guard let text = unsafe magic_buffer(cookie.pointer, buffer.baseAddress, buffer.count) else {
        return ""
      }
      return unsafe String(cString: text)
    }
  }
}
