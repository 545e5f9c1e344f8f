import XML

/// The blocks of `word/document.xml` (ECMA-376, WordprocessingML), as a reader sees them.
struct WordReader {
  private(set) var blocks: [OfficeText.Block] = []
  private(set) var aside = OfficeText.Aside()
  private let styles: WordStyles
  private var numbering: WordNumbering
  /// Footnotes and endnotes, by their number.
  private var notes: [String: String] = [:]
  /// The text boxes of the paragraph being read: blocks of their own, after it.
  private var boxes: [Element] = []

  init(styles: Element?, numbering: Element? = nil, notes: [Element] = []) {
    self.styles = WordStyles(styles)
    self.numbering = WordNumbering(numbering)
    for note in notes.flatMap(\.children) {
      guard let id = note["id"], note["type"] == nil else { continue }
      let paragraphs = note.children.map { text(of: $0).oneLine }.filter { !$0.isEmpty }
      self.notes[note.name + id] = paragraphs.joined(separator: " ")
    }
  }

  mutating func read(_ document: Element) {
    for body in document.children where body.name == "body" { walk(body.children) }
  }

  /// What holds blocks, and is none itself.
  private static let holders: Set = ["sdtContent", "ins", "moveTo", "customXml", "smartTag"]

  private mutating func walk(_ elements: [Element]) {
    for element in elements {
      switch element.name {
      case "p", "oMathPara": paragraph(element)
      case "tbl": table(element)
      case "sdt": if !WordReader.isPrompt(element) { walk(element.children) }
      case "del", "moveFrom": deleted(element)
      case "altChunk": aside.unread.insert("un texte importé d’un autre fichier")
      case "subDoc": aside.unread.insert("un sous-document")
      case "AlternateContent": walk(WordReader.chosen(element))
      case let name where WordReader.holders.contains(name): walk(element.children)
      default: continue
      }
    }
  }

  /// A control that still shows what it asks for: nobody has filled it.
  private static func isPrompt(_ control: Element) -> Bool {
    control.first("sdtPr")?.first("showingPlcHdr").map { $0["val"] != "false" && $0["val"] != "0" } ?? false
  }

  /// Of the ways to show one thing, the first; the last, for older readers, when it alone holds anything.
  private static func chosen(_ element: Element) -> [Element] {
    let choice = element.children.filter { $0.name == "Choice" }.flatMap(\.children)
    return choice.isEmpty ? element.children.filter { $0.name == "Fallback" }.flatMap(\.children) : choice
  }

  private mutating func paragraph(_ element: Element) {
    let outer = boxes
    boxes = []
    let own = text(of: element).oneLine
    let properties = element.first("pPr")
    let style = properties?.first("pStyle")?["val"]
    let number = WordStyles.number(properties) ?? style.flatMap { styles.numbers[$0] }
    let label = own.isEmpty ? "" : number.map { numbering.next($0.list, $0.level) } ?? ""
    let text = label.isEmpty ? own : "\(label) \(own)".oneLine
    if !text.isEmpty {
      let isList = properties?.first("numPr") != nil
      if let level = WordStyles.outline(properties) ?? style.flatMap({ styles.levels[$0] }) {
        blocks.append(.heading(level, text))
      } else {
        blocks.append(isList ? .item(text) : .paragraph(text))
      }
    }
    for box in boxes { walk(box.children) }
    boxes = outer
  }

  private mutating func table(_ element: Element) {
    for row in WordReader.opened(element.children) where row.name == "tr" {
      if row.first("trPr")?.first("del") != nil {
        deleted(row)
        continue
      }
      var cells: [String] = []
      for cell in WordReader.opened(row.children) where cell.name == "tc" {
        var inner = self
        inner.blocks = []
        inner.walk(cell.children)
        (aside, numbering) = (inner.aside, inner.numbering)
        cells.append(inner.blocks.map(\.text).joined(separator: " ").oneLine)
      }
      if cells.contains(where: { !$0.isEmpty }) { blocks.append(.row(cells)) }
    }
  }

  /// Content controls and revisions taken away, what they hold left.
  private static func opened(_ elements: [Element]) -> [Element] {
    elements.flatMap { element in
      holders.contains(element.name) || (element.name == "sdt" && !isPrompt(element))
        ? opened(element.children) : [element]
    }
  }

  private mutating func deleted(_ element: Element) {
    aside.deletions += 1
    aside.unseen.append(WordReader.everything(in: element))
  }

  /// All the text of an element, whatever it is.
  static func everything(in element: Element) -> String {
    ([element.text] + element.children.map(everything)).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The text of a paragraph as it would be once every tracked change is accepted.
  private mutating func text(of element: Element) -> String {
    var text = ""
    for child in element.children {
      switch child.name {
      case "t": text += child.text
      case "tab", "br", "cr": text += " "
      case "noBreakHyphen": text += "-"
      case "sym": text += WordFields.symbol(child)
      case "fldChar": text += WordFields.shown(child)
      case "del", "moveFrom": deleted(child)
      case "commentReference": aside.comments += 1
      case "footnoteReference", "endnoteReference":
        let kind = child.name == "footnoteReference" ? "footnote" : "endnote"
        if let note = notes[kind + (child["id"] ?? "")] { text += " (note : \(note))" }
      case "instrText":
        if child.text.contains("DDE") || child.text.contains("INCLUDE") { aside.macros += 1 }
      case "txbxContent": boxes.append(child)
      case "AlternateContent": for each in WordReader.chosen(child) { text += self.text(of: wrapped(each)) }
      case "relIds": aside.unread.insert("un diagramme")
      case "chart": aside.unread.insert("un graphique")
      case "sdt":
        if !WordReader.isPrompt(child) {
          let inner = self.text(of: child)
          text += WordFields.isTicked(child) ? inner.replacing("☐", with: "☒") : inner
        }
      case "r" where WordReader.isHidden(child): aside.unseen.append(WordReader.everything(in: child))
      case "pPr", "rPr", "sdtPr", "delText", "fldData": continue
      default: text += self.text(of: child)
      }
    }
    return text
  }

  private func wrapped(_ element: Element) -> Element { Element("r", children: [element]) }

  private static func isHidden(_ run: Element) -> Bool {
    run.first("rPr")?.first("vanish").map { $0["val"] != "false" && $0["val"] != "0" } ?? false
  }
}

/// What a form of Word shows where its text holds none.
enum WordFields {
  /// A box, ticked or not; the line chosen in a list.
  static func shown(_ field: Element) -> String {
    guard let data = field.first("ffData") else { return "" }
    if let box = data.first("checkBox") {
      let state = box.first("checked") ?? box.first("default")
      return state.map { $0["val"] != "0" && $0["val"] != "false" } ?? false ? "☒ " : "☐ "
    }
    guard let list = data.first("ddList") else { return "" }
    let lines = list.children.filter { $0.name == "listEntry" }.map { $0["val"] ?? "" }
    let chosen = (list.first("result") ?? list.first("default"))?["val"].flatMap { Int($0) } ?? 0
    return lines.indices.contains(chosen) ? lines[chosen] : ""
  }

  /// Whether a control is a box that says it is ticked, whatever sign it shows.
  static func isTicked(_ control: Element) -> Bool {
    let checked = control.first("sdtPr")?.first("checkbox")?.first("checked")
    return checked.map { $0["val"] == "1" || $0["val"] == "true" } ?? false
  }

  /// Boxes and ticks of the fonts of signs.
  static func symbol(_ sign: Element) -> String {
    guard sign["font"]?.lowercased().hasPrefix("wingdings") == true,
      let code = sign["char"].flatMap({ UInt32($0, radix: 16) })
    else { return "" }
    let isSecond = sign["font"]?.hasSuffix("2") == true
    switch (code & 0xFF, isSecond) {
    case (0xFE, false), (0xFD, false), (0x78, false), (0x54, true), (0x53, true): return "☒"
    case (0xFC, false), (0x52, true), (0x50, true): return "☑"
    case (0xA8, false), (0x6F, false), (0x71, false), (0xA3, true), (0x2A, true): return "☐"
    default: return ""
    }
  }
}
