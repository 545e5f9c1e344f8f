import XML

@testable import Artefacts
@testable import Papers
@testable import Reading

/// A Scalar document in a few lines, and the dossier that is read from it.
enum WordFixture {
  static func word(_ body: String, styles: String = "", numbering: String = "") throws -> Dossier {
    func part(_ xml: String) throws -> Element? {
      xml.isEmpty ? nil : try Element(foreign: Array("<part>\(xml)</part>".utf8))
    }
    var reader = try WordReader(styles: part(styles), numbering: part(numbering))
    let xml = "<document><body>\(body)</body></document>"
    reader.read(try Element(foreign: Array(xml.utf8)))
    var text = OfficeText(blocks: reader.blocks)
    text.aside = reader.aside
    return try Transcript(text, origin: "dossier.docx").dossier
  }

  static func paragraph(_ text: String) -> String { "<p><r><t>\(text)</t></r></p>" }
}
