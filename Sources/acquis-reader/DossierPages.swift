import CPapers
import Papers
import XML

/// The candidate’s dossier, handed in as a PDF.
enum DossierPages {
  private final class Pages { var texts: [String] = [] }

  static func read(_ descriptor: Int32) -> Element {
    let pages = Pages()
    guard let bytes = Mapped(descriptor) else {
      return PaperReading.unreadableDossier(isLocked: false, isScan: false)
    }
    var facts = pdf_facts()
    var end = unsafe pdf_look(bytes.pointer, bytes.count, &facts, { _, _, _, _ in }, nil)
    if end == Int32(paper_read.rawValue) {
      end = unsafe pdf_text(
        bytes.pointer, bytes.count,
        { who, _, bytes, count in
          guard let who = unsafe who, let bytes = unsafe bytes else { return }
          let raw = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
          unsafe Unmanaged<Pages>.fromOpaque(who).takeUnretainedValue().texts.append(
            unsafe String(decoding: raw.bindMemory(to: UInt16.self), as: UTF16.self))
        }, unsafe Unmanaged.passUnretained(pages).toOpaque())
    }
    let isScan = !pages.texts.contains { $0.contains(where: \.isLetter) }
    if end != Int32(paper_read.rawValue) || isScan {
      return PaperReading.unreadableDossier(
        isLocked: end == Int32(paper_locked.rawValue), isScan: end == Int32(paper_read.rawValue))
    }
    return PaperReading.dossier(pages: pages.texts, hasBoxes: facts.has_fields != 0, origin: "dossier.pdf")
  }
}
