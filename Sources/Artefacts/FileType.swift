/// What a file is, by its content.
package enum FileType: String, Code {
  case pdf
  case png
  case jpeg
  case heic
  case avif
  case webp
  case tiff
  case bmp
  case gif
  case xlsx
  case ods
  case docx
  case odt
  case zip
  case text
  case unknown
}

extension FileType {
  /// Whether it is a ZIP inside.
  package var isContainer: Bool {
    switch self {
    case .docx, .odt, .xlsx, .ods, .zip: true
    case .pdf, .text, .unknown: false
    case .png, .jpeg, .heic, .avif, .webp, .tiff, .bmp, .gif: false
    }
  }

  /// What every centre takes; others are a parameter.
  package var isUsual: Bool {
    switch self {
    case .pdf, .png, .jpeg, .docx, .odt: true
    case .heic, .avif, .webp, .tiff, .bmp, .gif, .xlsx, .ods, .zip, .text, .unknown: false
    }
  }

  /// Whether it is a picture that is decoded.
  package var isPicture: Bool { self == .png || self == .jpeg || needsView }

  /// Whether it is a picture that not every screen shows: people get a JPEG of it.
  package var needsView: Bool {
    switch self {
    case .heic, .avif, .webp, .tiff: true
    case .pdf, .png, .jpeg, .docx, .odt, .bmp, .gif, .xlsx, .ods, .zip, .text, .unknown: false
    }
  }

  /// The type that a file name announces, or nil when its extension says nothing.
  package init?(extensionOf name: String) {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "pdf": self = .pdf
    case "png": self = .png
    case "jpg", "jpeg", "jfif", "jpe": self = .jpeg
    case "heic", "heif": self = .heic
    case "avif": self = .avif
    case "webp": self = .webp
    case "tif", "tiff": self = .tiff
    case "bmp": self = .bmp
    case "gif": self = .gif
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
