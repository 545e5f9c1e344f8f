import XML

/// A form as a Word document (ECMA-376), its boxes ticked with a click.
enum WordForm {
  /// The parts of its container.
  static func parts(_ blocks: [FormBlock]) -> [Container.Part] {
    [
      ("[Content_Types].xml", PackageResources.word_types_xml, false),
      ("_rels/.rels", PackageResources.word_package_xml, false),
      ("docProps/core.xml", PackageResources.word_properties_xml, false),
      ("word/_rels/document.xml.rels", PackageResources.word_relations_xml, false),
      ("word/styles.xml", PackageResources.word_styles_xml, false),
      ("word/document.xml", document(blocks), false),
    ]
  }

  private static func document(_ blocks: [FormBlock]) -> [UInt8] {
    let page = Element(
      "w:sectPr",
      children: [
        element("w:pgSz", [("w:w", "11906"), ("w:h", "16838")]),
        element(
          "w:pgMar",
          [
            ("w:top", "1134"), ("w:right", "1134"), ("w:bottom", "1134"), ("w:left", "1134"),
            ("w:header", "567"), ("w:footer", "567"), ("w:gutter", "0"),
          ]),
      ])
    let body = Element("w:body", children: blocks.map(drawn) + [page])
    return element(
      "w:document",
      [
        ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("xmlns:w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
        ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"), ("mc:Ignorable", "w14"),
      ], [body]
    ).document(namespace: nil)
  }

  private static func drawn(_ block: FormBlock) -> Element {
    switch block {
    case .title(let text): paragraph([run(text)], "Title")
    case .heading(let level, let text): paragraph([run(text)], "Heading\(level)")
    case .prompt(let text): paragraph([run(text)], "Consigne")
    case .field(let label, let value): paragraph([run("\(label) : ", isBold: true), run(value)])
    case .box(let text): paragraph([box, run(" " + text)], "Case")
    case .room: paragraph([])
    case .table(let widths, let rows): table(widths, rows)
    }
  }

  private static func paragraph(_ runs: [Element], _ style: String? = nil) -> Element {
    let properties = style.map { Element("w:pPr", children: [element("w:pStyle", [("w:val", $0)])]) }
    return Element("w:p", children: [properties].compactMap { $0 } + runs)
  }

  private static func run(_ text: String, isBold: Bool = false) -> Element {
    let properties = isBold ? [Element("w:rPr", children: [Element("w:b")])] : []
    let words = Element("w:t", attributes: [.init("xml:space", "preserve")], text: text)
    return Element("w:r", children: properties + [words])
  }

  private static let box: Element = {
    let font = "MS Gothic"
    let states = Element(
      "w14:checkbox",
      children: [
        element("w14:checked", [("w14:val", "0")]),
        element("w14:checkedState", [("w14:val", "2612"), ("w14:font", font)]),
        element("w14:uncheckedState", [("w14:val", "2610"), ("w14:font", font)]),
      ])
    let fonts = element("w:rFonts", [("w:ascii", font), ("w:eastAsia", font), ("w:hAnsi", font)])
    let sign = Element(
      "w:r", children: [Element("w:rPr", children: [fonts]), Element("w:t", text: "☐")])
    return Element(
      "w:sdt",
      children: [
        Element("w:sdtPr", children: [states]), Element("w:sdtContent", children: [sign]),
      ])
  }()

  private static func table(_ widths: [Int], _ rows: [[String]]) -> Element {
    let twips = widths.map { $0 * 9638 / 100 }
    let grid = Element("w:tblGrid", children: twips.map { element("w:gridCol", [("w:w", "\($0)")]) })
    let properties = Element(
      "w:tblPr",
      children: [
        element("w:tblStyle", [("w:val", "Grille")]),
        element("w:tblW", [("w:w", "9638"), ("w:type", "dxa")]),
        element("w:tblLayout", [("w:type", "fixed")]), element("w:tblLook", [("w:firstRow", "1")]),
      ])
    let lines = rows.enumerated().map { rank, cells in
      let head = Element("w:trPr", children: [Element("w:tblHeader")])
      let drawn = zip(cells, twips).map { text, width in
        let size = element("w:tcW", [("w:w", "\(width)"), ("w:type", "dxa")])
        let line = paragraph(text.isEmpty ? [] : [run(text, isBold: rank == 0)])
        return Element("w:tc", children: [Element("w:tcPr", children: [size]), line])
      }
      return Element("w:tr", children: (rank == 0 ? [head] : []) + drawn)
    }
    return Element("w:tbl", children: [properties, grid] + lines)
  }

  private static func element(
    _ name: String, _ attributes: [(String, String)], _ children: [Element] = []
  ) -> Element {
    Element(name, attributes: attributes.map { .init($0, $1) }, children: children)
  }
}
