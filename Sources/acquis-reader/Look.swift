import Artefacts
import CChannel
import CPapers
import Channel
import Glibc
import Papers
import XML

/// What is said of a file of evidence: first of what type it is, then what is in it.
enum Look {
  static func look(at descriptor: Int32, recognising: Bool, give: (Frame) -> Void) {
    var file = StoredFile(name: "x")
    guard let bytes = Mapped(descriptor) else {
      file.note(.unexamined)
      return give(.element(file.xml))
    }
    let glance = Glance(bytes)
    file.type = glance.type(of: descriptor)
    if glance.isEncryptedOffice {
      file.note(.encrypted)
    } else if file.type == .unknown {
      file.note(.unknownType)
    }
    give(.element(file.xml))
    if file.type != .unknown, !file.type.isContainer, glance.hidesArchive { file.note(.polyglot) }
    var wordless: [Int]?
    switch file.type {
    case .pdf: wordless = pdf(bytes, into: &file)
    case .jpeg: unsafe picture(bytes, into: &file, jpeg_look)
    case .png: unsafe picture(bytes, into: &file, png_look)
    case .docx, .odt, .xlsx, .ods: PaperReading.office(descriptor, into: &file)
    case .heic, .avif, .webp, .tiff: view(bytes, into: &file)
    case .bmp, .gif, .zip, .text, .unknown: break
    }
    if recognising, !file.problems.contains(where: \.kind.isFatal) {
      Recognition.search(bytes, wordless, into: &file)
    }
    give(.element(file.xml))
  }

  private static func ended(_ end: Int32, _ file: inout StoredFile) -> Bool {
    switch end {
    case Int32(paper_read.rawValue): return true
    case Int32(paper_locked.rawValue): file.note(.encrypted)
    case Int32(paper_too_large.rawValue): exit(READER_OUT_OF_MEMORY)
    default: file.note(.truncated)
    }
    return false
  }

  /// - Returns: the pages that hold no text.
  private static func pdf(_ bytes: Mapped, into file: inout StoredFile) -> [Int] {
    var facts = pdf_facts()
    var form: [UInt8] = []
    // What notes, fields and properties say.
    var said = ""
    let end = unsafe Given.from({ give, who in
      unsafe pdf_look(bytes.pointer, bytes.count, &facts, give, who)
    }) { page, raw in
      if page == 0 { form = unsafe Array(raw) } else { said = unsafe String(decoding: raw, as: UTF8.self) }
    }
    guard ended(end, &file) else { return [] }
    read(facts, form: form, into: &file)
    var sensitive: [Sensitive] = []
    var wordless: [Int] = []
    let textEnd = Given.pages(of: bytes) { page, text in
      if !text.contains(where: \.isLetter) { wordless.append(page) }
      sensitive += Sensitivity.find(in: text, page: page)
    }
    guard ended(textEnd, &file) else { return [] }
    if wordless.count == file.pages ?? 0 { file.note(.noText) }
    if !wordless.isEmpty { file.wordless = wordless.count }
    let beside = Sensitivity.find(in: said).filter { one in !sensitive.contains { $0.kind == one.kind } }
    file.sensitive = sensitive + beside
    return wordless
  }

  private static func read(_ facts: pdf_facts, form: [UInt8], into file: inout StoredFile) {
    file.pages = min(Int(facts.pages), 1_000_000)
    if facts.pages == 0 || facts.is_flat != 0 { file.note(.truncated) }
    file.stated = Day(Int(facts.year), Int(facts.month), Int(facts.day))
      .flatMap { (1900...2199).contains($0.year) ? $0 : nil }
    if facts.acts != 0 || facts.xfa_acts != 0 { file.note(.activeContent) }
    if facts.calls != 0 { file.note(.external) }
    if facts.carries != 0 { file.note(.embeddedFiles) }
    if facts.is_turned != 0 { file.note(.rotated) }
    if facts.signatures > 0 { file.note(.signed) }
    if facts.is_xfa != 0 {
      file.note(.waitingPage)
      file.fields = FormField.all(of: form)
    }
  }

  private static func view(_ bytes: Mapped, into file: inout StoredFile) {
    guard let kind = View.kind(of: file.type) else { return }
    reader_room(Paper.pictureMemory)
    var facts = picture_facts()
    let end = unsafe view_look(kind, bytes.pointer, bytes.count, &facts)
    guard ended(end, &file) else { return }
    file.pages = facts.pages > 0 ? Int(facts.pages) : nil
    note(facts, into: &file)
  }

  private static func note(_ facts: picture_facts, into file: inout StoredFile) {
    if picture_is_absurd(facts.width, facts.height) { file.note(.oversized) }
    if facts.is_animated != 0 { file.note(.animated) }
    if facts.trailing > 0 { file.note(.trailing) }
  }

  private static func picture(
    _ bytes: Mapped, into file: inout StoredFile,
    _ look: (UnsafePointer<UInt8>, Int, UnsafeMutablePointer<picture_facts>) -> Int32
  ) {
    reader_room(Paper.pictureMemory)
    var facts = picture_facts()
    let end = unsafe look(bytes.pointer, bytes.count, &facts)
    guard ended(end, &file) else { return }
    note(facts, into: &file)
  }
}
