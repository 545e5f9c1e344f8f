import Artefacts
import CChannel
import CPapers
import Channel
import Glibc
import Papers

/// Pictures that not every screen shows, drawn as a JPEG.
enum View {
  static func kind(of type: FileType) -> picture_kind? {
    switch type {
    case .heic, .avif: picture_heif
    case .webp: picture_webp
    case .tiff: picture_tiff
    case .pdf, .png, .jpeg, .bmp, .gif, .xlsx, .ods, .docx, .odt, .zip, .text, .unknown: nil
    }
  }

  /// Gives the bytes of a page, in parts; nothing when it cannot be drawn.
  /// - Parameter page: from 1.
  static func draw(_ descriptor: Int32, page: UInt32, give: (Frame) -> Void) {
    guard let bytes = Mapped(descriptor) else { return }
    let drawn = drawn(bytes, Glance(bytes).type(of: descriptor), page: page)
    var rest = drawn[...]
    while !rest.isEmpty {
      give(.bytes(Array(rest.prefix(1 << 20))))
      rest = rest.dropFirst(1 << 20)
    }
  }

  /// The bytes of a page as a JPEG; none when it cannot be drawn.
  static func drawn(_ bytes: Mapped, _ type: FileType, page: UInt32) -> [UInt8] {
    guard let kind = kind(of: type) else { return [] }
    var drawn: [UInt8] = []
    let end = unsafe Given.from({ give, who in
      unsafe view_draw(kind, bytes.pointer, bytes.count, page, give, who)
    }) { _, raw in drawn = unsafe Array(raw) }
    // What its memory still holds would be missing for the next file.
    if end == Int32(paper_too_large.rawValue) { exit(READER_OUT_OF_MEMORY) }
    return drawn
  }
}
