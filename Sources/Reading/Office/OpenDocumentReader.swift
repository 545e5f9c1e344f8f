import XML

/// The blocks of `content.xml` (OASIS OpenDocument 1.3).
struct OpenDocumentReader {
  private(set) var blocks: [OfficeText.Block] = []
  private(set) var deletions = 0
  private(set) var comments = 0
  /// Pictures that would be fetched when the document is opened.
  private(set) var externals = 0

  mutating func read(_ document: Element) {
    for body in document.children where body.name == "body" {
      for text in body.children where text.name == "text" { walk(text.children, inList: false) }
    }
  }

  private mutating func walk(_ elements: [Element], inList: Bool) {
    for element in elements {
      switch element.name {
      case "h":
        add(.heading(element["outline-level"].flatMap { Int($0) } ?? 1, text(of: element).oneLine))
      case "p":
        let text = text(of: element).oneLine
        let isTitle = element["style-name"] == "Title"
        add(isTitle ? .heading(0, text) : inList ? .item(text) : .paragraph(text))
      case "list", "list-item", "list-header": walk(element.children, inList: true)
      case "section", "index-body", "frame", "text-box": walk(element.children, inList: inList)
      case "table": table(element)
      // The deleted text itself is kept apart there; the body only holds marks.
      case "tracked-changes":
        deletions += element.children.count { $0.children.contains { $0.name == "deletion" } }
      default: continue
      }
    }
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
        for cell in child.children where cell.name == "table-cell" {
          var inner = self
          inner.blocks = []
          inner.walk(cell.children, inList: false)
          (deletions, comments, externals) = (inner.deletions, inner.comments, inner.externals)
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
      case "annotation": comments += 1
      case "note":
        let body = child.children.filter { $0.name == "note-body" }.map { self.text(of: $0) }.joined()
        text += " (note : \(body.oneLine))"
      case "image":
        if child["href"]?.contains("://") == true { externals += 1 }
      case "annotation-end", "change", "change-start", "change-end", "bookmark": continue
      default: text += self.text(of: child)
      }
    }
    return text
  }
}
