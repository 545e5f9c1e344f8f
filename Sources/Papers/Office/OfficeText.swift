import Files
import XML

/// The text of a Scalar or OpenDocument file, block by block, as a person reads it.
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
    var embedded = 0
    var margins = 0
    /// What is in the document and is not read, by name.
    var unread: Set<String> = []
    /// Text that a reader does not see: headers, comments, deletions, hidden words. Only looked through for data of others.
    var unseen: [String] = []
  }

  private(set) var blocks: [Block] = []
  var aside = Aside()

  /// Blocks read elsewhere.
  init(blocks: [Block]) { self.blocks = blocks }

  /// Reads the container and its content.
  /// - Throws: `Refusal` when it is no office document, is damaged, or swells beyond reason.
  init(_ descriptor: Int32) throws(Refusal) {
    let container = try OfficeContainer(descriptor)
    aside = container.aside
    if let document = container.document {
      var styles: Element?
      if let part = container.parts["word/styles.xml"] { styles = try Element(foreign: part) }
      var numbering: Element?
      if let part = container.parts["word/numbering.xml"] { numbering = try Element(foreign: part) }
      var notes: [Element] = []
      for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let part = container.parts[name] { notes.append(try Element(foreign: part)) }
      }
      var reader = WordReader(styles: styles, numbering: numbering, notes: notes)
      reader.read(try Element(foreign: document))
      blocks = reader.blocks
      aside.add(reader.aside)
    } else if let content = container.parts["content.xml"] {
      var styles: Element?
      if let part = container.parts["styles.xml"] { styles = try Element(foreign: part) }
      let reader = OpenDocumentReader(try Element(foreign: content), styles: styles)
      blocks = reader.blocks
      aside.add(reader.aside)
    } else if container.parts.keys.contains(where: { $0.hasPrefix("xl/") }) {
      // A workbook among the evidence is only looked through.
      return
    } else {
      throw Refusal(
        Diagnostic(
          code: .officeKind, "ce n’est pas un document Word (.docx) ou OpenDocument (.odt)",
          advice: "l’enregistrer sous l’un de ces formats"))
    }
  }
}

extension OfficeText.Aside {
  /// Adds what was set aside elsewhere.
  mutating func add(_ other: Self) {
    (deletions, comments) = (deletions + other.deletions, comments + other.comments)
    (externals, macros) = (externals + other.externals, macros + other.macros)
    (embedded, margins) = (embedded + other.embedded, margins + other.margins)
    unread.formUnion(other.unread)
    unseen += other.unseen
  }
}
