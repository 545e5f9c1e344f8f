import Artefacts
import Files
import Glibc
import XML

/// The parts of an office document that are read, and what else lies in its container.
struct OfficeContainer {
  let parts: [String: [UInt8]]
  private(set) var aside = OfficeText.Aside()

  /// - Throws: `Refusal` when the container is damaged or swells beyond reason.
  init(_ descriptor: Int32) throws(Refusal) {
    if let other = OfficeContainer.otherFormat(descriptor) {
      throw Refusal(
        Diagnostic(
          code: .officeKind, "ce document est \(other)",
          advice:
            "l’ouvrir dans Word ou LibreOffice, et l’enregistrer au format .docx ou .odt, sans mot de passe"))
    }
    var aside = OfficeText.Aside()
    parts = try Archive.parts(descriptor) { entry in
      let name = entry.name.lowercased()
      if name.hasSuffix("vbaproject.bin") || name.hasPrefix("basic/") || name.hasPrefix("scripts/") {
        aside.macros += 1
      }
      if name.hasPrefix("word/embeddings/") || name.hasPrefix("word/activex/") || name.hasPrefix("object ") {
        aside.embedded += 1
      }
      if name.hasPrefix("word/header") || name.hasPrefix("word/footer") { aside.margins += 1 }
      return entry.isFile && OfficeContainer.isRead(name)
    }
    self.aside = aside
    for name in parts.keys.sorted() where OfficeContainer.isUnseen(name.lowercased()) {
      guard let bytes = parts[name], let root = try? Element(foreign: bytes) else { continue }
      self.aside.unseen.append(WordReader.everything(in: root))
    }
    for name in parts.keys.sorted() where name.hasSuffix(".rels") {
      guard let bytes = parts[name] else { continue }
      self.aside.externals += try Element(foreign: bytes).children.count(where: OfficeContainer.isFetched)
    }
  }

  /// A document that is no container, by its first bytes.
  private static func otherFormat(_ descriptor: Int32) -> String? {
    var bytes = [UInt8](repeating: 0, count: 8)
    guard unsafe pread(descriptor, &bytes, 8, 0) == 8 else { return nil }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return "un document Word ancien (.doc), ou protégé par un mot de passe"
    }
    if bytes.starts(with: Array("{\\rtf".utf8)) { return "un texte enrichi (RTF)" }
    return bytes.starts(with: Array("%PDF-".utf8)) ? "un PDF" : nil
  }

  /// The main part of a Scalar file: the relations of the package name it (ECMA-376, part 2).
  var document: [UInt8]? {
    if let usual = parts["word/document.xml"] { return usual }
    let root = parts["_rels/.rels"].flatMap { try? Element(foreign: $0) }
    let main = root?.children.first { $0["Type"]?.hasSuffix("/officeDocument") == true }
    let target = main?["Target"].map { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 }
    return target.flatMap { parts[$0] }
  }

  private static func isRead(_ name: String) -> Bool {
    name == "content.xml" || name.hasSuffix(".rels")
      || (name.hasPrefix("word/") && name.hasSuffix(".xml") && !name.dropFirst(5).contains("/")
        && !name.hasPrefix("word/theme"))
      || isUnseen(name)
  }

  /// A part whose text no reader sees in the body of the document.
  private static func isUnseen(_ name: String) -> Bool {
    let folders = [
      "word/header", "word/footer", "word/comments", "word/diagrams/data", "docprops/", "xl/sharedstrings",
      "xl/worksheets/", "xl/comments",
    ]
    return name.hasSuffix(".xml")
      && (folders.contains { name.hasPrefix($0) } || ["styles.xml", "meta.xml"].contains(name))
  }

  /// A link that would fetch something when the document is opened: images and templates, not what a reader clicks.
  private static func isFetched(_ relation: Element) -> Bool {
    relation["TargetMode"] == "External" && relation["Type"]?.hasSuffix("/hyperlink") != true
  }
}
