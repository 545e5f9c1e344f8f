import Artefacts
import CChannel
import CPapers
import Channel
import Papers

/// The words that pictures and scanned pages show: looked through for data of others, and never the ground of a decision.
enum Recognition {
  /// Adds what the pages show that hold no text; `recognised` says how many of them were searched.
  /// - Parameter wordless: the pages of a PDF that hold no text; nil for what is none.
  static func search(_ bytes: Mapped, _ wordless: [Int]?, into file: inout StoredFile) {
    guard words_can() != 0 else { return }
    let pages = wordless ?? (file.type.isPicture ? Array(1..<(file.pages ?? 1) + 1) : [])
    for page in pages.prefix(Paper.mostPages) {
      _ = reader_allow(Paper.pageSeconds)
      reader_room(Paper.pictureMemory)
      var words = ""
      let type = file.type
      let end = unsafe Given.from({ give, who in unsafe shown(bytes, type, page, give, who) }) { _, raw in
        words = unsafe String(decoding: raw, as: UTF8.self)
      }
      if end != Int32(paper_read.rawValue) { continue }
      file.recognised = (file.recognised ?? 0) + 1
      file.sensitive += Sensitivity.find(in: words, page: page)
    }
  }

  private static func shown(
    _ bytes: Mapped, _ type: FileType, _ page: Int, _ give: paper_give, _ who: UnsafeMutableRawPointer
  ) -> Int32 {
    switch type {
    case .pdf: return unsafe words_of_page(bytes.pointer, bytes.count, Int32(page), give, who)
    case .jpeg, .png: return unsafe words_of_picture(bytes.pointer, bytes.count, give, who)
    default:
      let drawn = View.drawn(bytes, type, page: UInt32(page))
      return unsafe drawn.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return Int32(paper_broken.rawValue) }
        return unsafe words_of_picture(start, buffer.count, give, who)
      }
    }
  }
}
