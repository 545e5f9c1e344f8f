import XML

/// The blocks of `content.xml` (OASIS OpenDocument 1.3).
struct OpenDocumentReader {
  private(set) var blocks: [OfficeText.Block] = []
  private(set) var aside = OfficeText.Aside()
  /// The frames and shapes of the paragraph being read: blocks of their own, after it.
  private var boxes: [Element] = []

  private let styles: OpenDocumentStyles

  /// - Parameter styles: `styles.xml`, if it is there.
  init(_ document: Element, styles: Element? = nil) {
    self.styles = OpenDocumentStyles([styles, document].compactMap { $0 })
    active(document)
    collectBoxes(document)
    for body in document.children where body.name == "body" {
      for text in body.children where ["text", "spreadsheet"].contains(text.name) {
        walk(text.children, inList: false)
      }
    }
  }

  private mutating func walk(_ elements: [Element], inList: Bool) {
    for element in elements {
      switch element.name {
      case "h":
        block(element) { .heading(element["outline-level"].flatMap { Int($0) } ?? 1, $0) }
      case "p":
        let level = styles.level(of: element["style-name"])
        block(element) { text in
          level.map { .heading($0, text) } ?? (inList ? .item(text) : .paragraph(text))
        }
      case "list", "list-item", "list-header", "numbered-paragraph": walk(element.children, inList: true)
      case let name where OpenDocumentReader.holders.contains(name): walk(element.children, inList: inList)
      case "table": table(element)
      // The deleted text itself is kept apart there; the body only holds marks.
      case "tracked-changes":
        let deleted = element.children.filter { $0.children.contains { $0.name == "deletion" } }
        aside.deletions += deleted.count
        aside.unseen += deleted.map(WordReader.everything)
      default: continue
      }
    }
  }

  /// What a document does by itself, wherever it is: scripts and events, data asked of others, parts that are elsewhere.
  private mutating func active(_ element: Element) {
    switch element.name {
    case "event-listener", "script", "dde-connection-decl", "dde-connection": aside.macros += 1
    case "section-source", "plugin", "applet", "floating-frame": aside.externals += 1
    case "image", "object", "object-ole", "fill-image", "background-image":
      if OpenDocumentReader.isElsewhere(element["href"]) { aside.externals += 1 }
    default: break
    }
    for child in element.children { active(child) }
  }

  /// The boxes to tick of its forms, by name: whether each is ticked.
  private var ticks: [String: Bool] = [:]

  private mutating func collectBoxes(_ element: Element) {
    if element.name == "checkbox", let id = element["id"] {
      let state = element["current-state"] ?? element["state"]
      ticks[id] = state == "checked"
    }
    for child in element.children { collectBoxes(child) }
  }

  /// Whether a reference leads out of the container: an address, another machine’s folder, a file of this one.
  private static func isElsewhere(_ reference: String?) -> Bool {
    guard let reference = reference?.lowercased() else { return false }
    return reference.contains("://") || reference.hasPrefix("\\\\") || reference.hasPrefix("//")
      || reference.hasPrefix("file:") || reference.hasPrefix("../")
  }

  /// What holds paragraphs, and is none itself.
  private static let holders: Set = [
    "section", "index-body", "frame", "text-box", "custom-shape", "rect", "ellipse", "circle", "polygon",
    "path", "g", "a",
  ]

  /// A paragraph, then what is anchored in it.
  private mutating func block(_ element: Element, _ make: (String) -> OfficeText.Block) {
    let outer = boxes
    boxes = []
    add(make(text(of: element).oneLine))
    for box in boxes { walk([box], inList: false) }
    boxes = outer
  }

  private mutating func add(_ block: OfficeText.Block) {
    if !block.text.isEmpty { blocks.append(block) }
  }

  private mutating func table(_ element: Element) {
    for child in element.children {
      switch child.name {
      case "table-header-rows", "table-rows", "table-row-group": table(child)
      case "table-row":
        var cells: [String] = []
        for cell in child.children where ["table-cell", "covered-table-cell"].contains(cell.name) {
          if cell.name == "covered-table-cell" {
            // Another cell lies over it: it is no column, and nobody sees what it holds.
            if !cell.children.isEmpty { aside.unread.insert("une cellule de tableau recouverte") }
            continue
          }
          var inner = self
          inner.blocks = []
          inner.walk(cell.children, inList: false)
          aside = inner.aside
          cells.append(inner.blocks.map(\.text).joined(separator: " ").oneLine)
        }
        if cells.contains(where: { !$0.isEmpty }) { blocks.append(.row(cells)) }
      default: continue
      }
    }
  }

  private mutating func text(of element: Element) -> String {
    if element.children.isEmpty { return element.text }
    var text = ""
    for child in element.children {
      switch child.name {
      case "": text += child.text
      case "s", "tab", "line-break": text += " "
      case "annotation":
        aside.comments += 1
        aside.unseen.append(WordReader.everything(in: child))
      case "note":
        let body = child.children.filter { $0.name == "note-body" }.map { self.text(of: $0) }.joined()
        text += " (note : \(body.oneLine))"
      case "hidden-text", "hidden-paragraph": aside.unseen.append(WordReader.everything(in: child))
      case "object", "object-ole": aside.unread.insert("un objet incorporé")
      case let name where OpenDocumentReader.holders.contains(name) && name != "a":
        boxes.append(child)
      case "control": if let isTicked = ticks[child["control"] ?? ""] { text += isTicked ? "☒ " : "☐ " }
      // What a document asks to fill, and nobody has.
      case "placeholder": continue
      case "annotation-end", "change", "change-start", "change-end", "bookmark": continue
      default: text += self.text(of: child)
      }
    }
    return text
  }
}
