import Artefacts
import CChannel
import CPapers
import Channel
import Papers

/// The words that pictures and scanned pages show: looked through for data of others, and never the ground of a decision.
enum Recognition {
  /// Adds what the pages show that hold no text; `recognised` says how many of them were searched.
  static func search(_ bytes: Mapped, into file: inout StoredFile) {
    guard words_can() != 0 else { return }
    for page in pages(of: file) {
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

  /// The pages without text of their own.
  private static func pages(of file: StoredFile) -> Range<Int> {
    let isScan = file.problems.contains { $0.kind == .noText }
    let count = file.type == .pdf ? (isScan ? file.pages ?? 0 : 0) : file.type.isPicture ? file.pages ?? 1 : 0
    return 1..<min(count, Paper.mostPages) + 1
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
