import XML

/// A form as an OpenDocument text (OASIS OpenDocument 1.3).
enum OpenDocumentForm {
  /// The parts of its container; its type comes first, as it is.
  static func parts(_ blocks: [FormBlock]) -> [Container.Part] {
    [
      ("mimetype", Array("application/vnd.oasis.opendocument.text".utf8), true),
      ("META-INF/manifest.xml", PackageResources.open_document_manifest_xml, false),
      ("meta.xml", PackageResources.open_document_meta_xml, false),
      ("styles.xml", PackageResources.open_document_styles_xml, false),
      ("content.xml", document(blocks), false),
    ]
  }

  private static func document(_ blocks: [FormBlock]) -> [UInt8] {
    let text = Element("office:text", children: blocks.map(drawn))
    let names = ["office", "style", "text", "table", "fo"].map { prefix in
      Element.Attribute(
        "xmlns:\(prefix)",
        prefix == "fo"
          ? "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
          : "urn:oasis:names:tc:opendocument:xmlns:\(prefix):1.0")
    }
    return Element(
      "office:document-content", attributes: names + [.init("office:version", "1.3")],
      children: [styles(of: blocks), Element("office:body", children: [text])]
    ).document(namespace: nil)
  }

  private static func drawn(_ block: FormBlock) -> Element {
    switch block {
    case .title(let text): paragraph(text, "Title")
    case .heading(let level, let text):
      Element(
        "text:h",
        attributes: [
          .init("text:style-name", "Heading_20_\(level)"), .init("text:outline-level", "\(level)"),
        ], text: text)
    case .prompt(let text): paragraph(text, "Consigne")
    case .field(let label, let value): paragraph("\(label) : \(value)", "Standard")
    case .box(let text): paragraph("☐ \(text)", "Case")
    case .room: paragraph("", "Standard")
    case .table(let widths, let rows): table(widths, rows)
    }
  }

  private static func paragraph(_ text: String, _ style: String) -> Element {
    Element("text:p", attributes: [.init("text:style-name", style)], text: text)
  }

  private static func table(_ widths: [Int], _ rows: [[String]]) -> Element {
    let columns = widths.map {
      Element("table:table-column", attributes: [.init("table:style-name", "Colonne\($0)")])
    }
    let lines = rows.enumerated().map { rank, cells in
      Element(
        "table:table-row",
        children: cells.map { text in
          Element(
            "table:table-cell", attributes: [.init("table:style-name", "Cellule")],
            children: [paragraph(text, rank == 0 ? "Table_20_Heading" : "Table_20_Contents")])
        })
    }
    let head = Element("table:table-header-rows", children: Array(lines.prefix(1)))
    return Element(
      "table:table", attributes: [.init("table:name", "Pièces"), .init("table:style-name", "Tableau")],
      children: columns + [head] + lines.dropFirst())
  }

  /// The styles that a table cannot share: its width, and those of its columns in hundredths.
  private static func styles(of blocks: [FormBlock]) -> Element {
    let widths = Set(
      blocks.flatMap { block -> [Int] in if case .table(let widths, _) = block { widths } else { [] } })
    let columns = widths.sorted().map { width in
      style(
        "Colonne\(width)", "table-column",
        [.init("style:column-width", "\(Double(width) * 0.17)cm")])
    }
    let whole = style("Tableau", "table", [.init("style:width", "17cm"), .init("table:align", "margins")])
    let cell = style(
      "Cellule", "table-cell", [.init("fo:border", "0.5pt solid #595959"), .init("fo:padding", "0.1cm")])
    return Element("office:automatic-styles", children: [whole] + columns + [cell])
  }

  private static func style(_ name: String, _ family: String, _ attributes: [Element.Attribute]) -> Element {
    Element(
      "style:style", attributes: [.init("style:name", name), .init("style:family", family)],
      children: [Element("style:\(family)-properties", attributes: attributes)])
  }
}
