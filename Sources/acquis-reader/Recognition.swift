import Artefacts
import CChannel
import CPapers
import Channel
import Papers

/// The words that pictures and scanned pages show: looked through for data of others, and never the ground of a decision.
enum Recognition {
  private final class Words { var text = "" }

  private static let keep: paper_give = { who, _, bytes, count in
    guard let who = unsafe who, let bytes = unsafe bytes else { return }
    let raw = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
    unsafe Unmanaged<Words>.fromOpaque(who).takeUnretainedValue().text = String(decoding: raw, as: UTF8.self)
  }

  /// Adds what the pages show that hold no text; `recognised` says how many of them were searched.
  static func search(_ bytes: Mapped, into file: inout StoredFile) {
    guard words_can() != 0 else { return }
    let words = Words()
    let who = unsafe Unmanaged.passUnretained(words).toOpaque()
    for page in pages(of: file) {
      _ = reader_allow(Paper.pageSeconds)
      reader_room(Paper.pictureMemory)
      let end =
        switch file.type {
        case .pdf: unsafe words_of_page(bytes.pointer, bytes.count, Int32(page), keep, who)
        default: unsafe picture(bytes, file.type, page, who)
        }
      if end != Int32(paper_read.rawValue) { continue }
      file.recognised = (file.recognised ?? 0) + 1
      file.sensitive += Sensitivity.find(in: words.text, page: page)
    }
  }

  /// The pages without text of their own.
  private static func pages(of file: StoredFile) -> Range<Int> {
    let isScan = file.problems.contains { $0.kind == .noText }
    let count = file.type == .pdf ? (isScan ? file.pages ?? 0 : 0) : file.type.isPicture ? file.pages ?? 1 : 0
    return 1..<min(count, Paper.mostPages) + 1
  }

  private static func picture(
    _ bytes: Mapped, _ type: FileType, _ page: Int, _ who: UnsafeMutableRawPointer
  ) -> Int32 {
    var facts = picture_facts()
    switch type {
    case .jpeg:
      guard unsafe jpeg_look(bytes.pointer, bytes.count, &facts) == 0 else { return 1 }
      return unsafe words_of_picture(bytes.pointer, bytes.count, &facts, keep, who)
    case .png:
      guard unsafe png_look(bytes.pointer, bytes.count, &facts) == 0 else { return 1 }
      return unsafe words_of_picture(bytes.pointer, bytes.count, &facts, keep, who)
    default:
      let drawn = View.drawn(bytes, type, page: UInt32(page))
      return drawn.isEmpty
        ? 1
        : unsafe drawn.withUnsafeBufferPointer { buffer in
          guard let start = buffer.baseAddress, unsafe jpeg_look(start, buffer.count, &facts) == 0 else {
            return 1
          }
          return unsafe words_of_picture(start, buffer.count, &facts, keep, who)
        }
    }
  }
}
