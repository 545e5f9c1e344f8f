import CChannel
import CPapers
import Channel
import Glibc
import Papers
import XML

/// The reader: it alone parses what comes from outside. It is given files as open descriptors, over a pipe, and answers in XML;
/// once its doors are shut it can open nothing, reach nobody and start nothing.
@main
enum Main {
  static func main() {
    let isLess = reader_bound(Paper.pictureMemory) != 0 || reader_allow(Paper.evidence.seconds) != 0
    papers_open()
    let versions = unsafe String(cString: papers_versions())
    guard Magic.open(), Archive.open(), reader_shut() == 0 else { exit(1) }
    let hello: [Element.Attribute] = [
      .init("versions", versions), .init("limits", isLess ? "machine" : "own"),
    ]
    answer(.element(Element("reader", attributes: hello)))
    var (kind, word, descriptor): (UInt8, [CChar], Int32) = (
      0, [CChar](repeating: 0, count: Int(CHANNEL_WORD)), -1
    )
    while unsafe channel_take(0, &kind, &word, &descriptor) == 1 {
      guard let paper = Paper(rawValue: kind) else { exit(1) }
      _ = reader_allow(paper.seconds)
      reader_room(Paper.memory)
      let said = word.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      read(descriptor, as: paper, word: String(decoding: said, as: UTF8.self))
      close(descriptor)
      answer(.end)
    }
  }

  private static func read(_ descriptor: Int32, as paper: Paper, word: String) {
    switch paper {
    case .evidence: Look.look(at: descriptor, recognising: word == Paper.recognising, give: answer)
    case .archive: ArchiveReading.read(descriptor, give: answer)
    case .wordDossier, .openDocumentDossier, .pdfDossier:
      let origin = Paper.dossiers.first { $0.paper == paper }?.name ?? ""
      answer(
        .element(
          paper == .pdfDossier
            ? DossierPages.read(descriptor, origin: origin)
            : PaperReading.dossier(descriptor, origin: origin)))
    case .table: TableReading.read(descriptor, give: answer)
    case .export: ExportReading.read(descriptor, code: word, give: answer)
    case .picture:
      reader_room(Paper.pictureMemory)
      View.draw(descriptor, page: UInt32(word) ?? 1, give: answer)
    case .document: answer(.element(PaperReading.document(descriptor)))
    }
  }

  private static func answer(_ frame: Frame) {
    let bytes = frame.encoded
    // An answer that no pipe of ours carries is over a limit too.
    if bytes.count > Frame.longest { exit(READER_OUT_OF_MEMORY) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(1, $0.baseAddress, $0.count) }
      if count <= 0 { exit(1) }
      rest = rest.dropFirst(count)
    }
  }
}
