import CPapers
import Papers
import XML

/// The candidate’s dossier, handed in as a PDF.
enum DossierPages {
  static func read(_ descriptor: Int32, origin: String) -> Element {
    guard let bytes = Mapped(descriptor) else {
      return PaperReading.unreadableDossier(isLocked: false, isScan: false)
    }
    var facts = pdf_facts()
    var pages: [String] = []
    var end = unsafe pdf_look(bytes.pointer, bytes.count, &facts, { _, _, _, _ in }, nil)
    if end == Int32(paper_read.rawValue) { end = Given.pages(of: bytes) { pages.append($1) } }
    let isScan = !pages.contains { $0.contains(where: \.isLetter) }
    if end != Int32(paper_read.rawValue) || isScan {
      return PaperReading.unreadableDossier(
        isLocked: end == Int32(paper_locked.rawValue), isScan: end == Int32(paper_read.rawValue))
    }
    return PaperReading.dossier(pages: pages, hasBoxes: facts.has_fields != 0, origin: origin)
  }
}
