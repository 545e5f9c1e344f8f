import XML

@testable import Artefacts
@testable import Reading

/// A Scalar document in a few lines, and the dossier that is read from it.
enum WordFixture {
  static func word(_ body: String) throws -> Dossier {
    var reader = WordReader(styles: nil)
    let xml = "<document><body>\(body)</body></document>"
    reader.read(try Element(foreign: Array(xml.utf8)))
    var text = OfficeText(blocks: reader.blocks)
    text.aside.deletions = reader.deletions
    return try Transcript(text, origin: "dossier.docx").dossier
  }

  static func paragraph(_ text: String) -> String { "<p><r><t>\(text)</t></r></p>" }
}
