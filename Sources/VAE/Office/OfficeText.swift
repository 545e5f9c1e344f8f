import XML

/// The text of a Word or OpenDocument file, block by block, as a person reads it.
struct OfficeText {
  enum Block: Sendable, Hashable {
    case heading(Int, String)
    case paragraph(String)
    case item(String)
    case row([String])

    var text: String {
      switch self {
      case .heading(_, let text), .paragraph(let text), .item(let text): text
      case .row(let cells): cells.joined(separator: " ")
      }
    }
  }

  /// Set aside while reading: told, never lost silently.
  struct Aside: Sendable, Hashable {
    var deletions = 0
    var comments = 0
    var externals = 0
    var macros = 0
  }

  private(set) var blocks: [Block] = []
  var aside = Aside()

  /// Blocks read elsewhere.
  init(blocks: [Block]) { self.blocks = blocks }

  /// Reads the container and its content.
  /// - Throws: `Refusal` when it is no office document, is damaged, or swells beyond reason.
  init(_ path: String) throws(Refusal) {
    var parts: [String: [UInt8]] = [:]
    var macros = 0
    try Archive.read(path, bounds: OfficeText.bounds) { entry in
      if entry.name.hasSuffix("vbaProject.bin") || entry.name.hasPrefix("Basic/") { macros += 1 }
      return entry.isFile && OfficeText.parts.contains(entry.name)
    } give: { (entry, bytes) throws(Refusal) in
      parts[entry.name] = bytes
    }
    aside.macros = macros
    if let document = parts["word/document.xml"] {
      var styles: Element?
      if let part = parts["word/styles.xml"] { styles = try Element(foreign: part) }
      var reader = WordReader(styles: styles)
      reader.read(try Element(foreign: document))
      (blocks, aside.deletions, aside.comments) = (reader.blocks, reader.deletions, reader.comments)
      aside.externals = try externals(parts["word/_rels/document.xml.rels"])
    } else if let content = parts["content.xml"] {
      var reader = OpenDocumentReader()
      reader.read(try Element(foreign: content))
      (blocks, aside.deletions, aside.comments) = (reader.blocks, reader.deletions, reader.comments)
    } else {
      throw Refusal(
        Diagnostic(
          code: "office.kind", "ce n’est pas un document Word (.docx) ou OpenDocument (.odt)",
          advice: "l’enregistrer sous l’un de ces formats", file: path))
    }
  }

  private static let bounds = Archive.Bounds(entryBytes: 64 << 20, totalBytes: 192 << 20)
  private static let parts: Set<String> = [
    "word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels", "content.xml",
  ]

  /// Links that would fetch something when the document is opened: images and templates, not what a reader clicks.
  private func externals(_ relations: [UInt8]?) throws(Refusal) -> Int {
    guard let relations else { return 0 }
    return try Element(foreign: relations).children.count {
      $0["TargetMode"] == "External" && $0["Type"]?.hasSuffix("/hyperlink") != true
    }
  }
}

extension String {
  /// One line, its white space collapsed.
  var oneLine: String { replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ").collapsed }
}
