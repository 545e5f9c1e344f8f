import XML

/// The blocks of `word/document.xml` (ECMA-376, WordprocessingML).
struct WordReader {
  private(set) var blocks: [OfficeText.Block] = []
  private(set) var deletions = 0
  private(set) var comments = 0
  /// Fields that fetch or run something when they are brought up to date.
  private(set) var dynamicFields = 0
  /// Footnotes and endnotes, by their number.
  private var notes: [String: String] = [:]
  /// Heading level by style identifier: the identifiers follow Scalar’s language, their names do not.
  private let levels: [String: Int]

  init(styles: Element?, notes: [Element] = []) {
    var levels: [String: Int] = [:]
    for style in styles?.children ?? [] where style.name == "style" {
      guard let id = style["styleId"] else { continue }
      let name = style.first("name")?["val"]?.lowercased() ?? ""
      let outline = style.first("pPr")?.first("outlineLvl")?["val"].flatMap { Int($0) }
      if name == "title" {
        levels[id] = 0
      } else if let last = name.split(separator: " ").last, let level = Int(last),
        name.hasPrefix("heading") || name.hasPrefix("titre")
      {
        levels[id] = level
      } else if let outline, outline < 9 {
        levels[id] = outline + 1
      }
    }
    self.levels = levels
    for note in notes.flatMap(\.children) {
      guard let id = note["id"], note["type"] == nil else { continue }
      self.notes[note.name + id] = text(of: note).oneLine
    }
  }

  mutating func read(_ document: Element) {
    for body in document.children where body.name == "body" { walk(body.children) }
  }

  private mutating func walk(_ elements: [Element]) {
    for element in elements {
      switch element.name {
      case "p": paragraph(element)
      case "tbl": table(element)
      case "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag": walk(element.children)
      case "del", "moveFrom": deletions += 1
      default: continue
      }
    }
  }

  private mutating func paragraph(_ element: Element) {
    let text = text(of: element).oneLine
    if text.isEmpty { return }
    let properties = element.first("pPr")
    if let style = properties?.first("pStyle")?["val"], let level = levels[style] {
      blocks.append(.heading(level, text))
    } else if properties?.first("numPr") != nil {
      blocks.append(.item(text))
    } else {
      blocks.append(.paragraph(text))
    }
  }

  private mutating func table(_ element: Element) {
    for row in WordReader.opened(element.children) where row.name == "tr" {
      if row.first("trPr")?.first("del") != nil {
        deletions += 1
        continue
      }
      var cells: [String] = []
      for cell in WordReader.opened(row.children) where cell.name == "tc" {
        var inner = self
        inner.blocks = []
        inner.walk(cell.children)
        (deletions, comments, dynamicFields) = (inner.deletions, inner.comments, inner.dynamicFields)
        cells.append(inner.blocks.map(\.text).joined(separator: " ").oneLine)
      }
      if cells.contains(where: { !$0.isEmpty }) { blocks.append(.row(cells)) }
    }
  }

  /// Content controls and revisions taken away, what they hold left.
  private static func opened(_ elements: [Element]) -> [Element] {
    elements.flatMap { element in
      ["sdt", "sdtContent", "ins", "customXml"].contains(element.name) ? opened(element.children) : [element]
    }
  }

  /// The text of a paragraph as it would be once every tracked change is accepted.
  private mutating func text(of element: Element) -> String {
    var text = ""
    for child in element.children {
      switch child.name {
      case "t": text += child.text
      case "tab": text += " "
      case "br", "cr": text += " "
      case "noBreakHyphen": text += "-"
      case "del", "moveFrom": deletions += 1
      case "commentReference": comments += 1
      case "footnoteReference", "endnoteReference":
        let kind = child.name == "footnoteReference" ? "footnote" : "endnote"
        if let note = notes[kind + (child["id"] ?? "")] { text += " (note : \(note))" }
      case "instrText":
        if child.text.contains("DDE") || child.text.contains("INCLUDE") { dynamicFields += 1 }
      case "pPr", "rPr", "delText", "fldData", "Fallback": continue
      default: text += self.text(of: child)
      }
    }
    return text
  }
}
