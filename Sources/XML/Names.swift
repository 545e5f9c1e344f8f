internal import CLibXML2

/// What is let through of namespaces, attributes and encodings.
enum Names {
  private static let xinclude = ["http://www.w3.org/2001/XInclude", "http://www.w3.org/2003/XInclude"]
  private static let instance = "http://www.w3.org/2001/XMLSchema-instance"

  /// XInclude is never carried out; a document that asks for it is told so.
  static func check(namespace: UnsafePointer<xmlChar>?, line: Int) throws(Refusal) {
    guard let namespace, namespace[0] == UInt8(ascii: "h") else { return }
    if xinclude.contains(String(cString: namespace)) {
      throw Refusal(
        Diagnostic(
          code: .xmlXinclude,
          "le document demande l’inclusion d’un autre fichier (XInclude), qui est refusée",
          advice: "recopier dans ce fichier le contenu voulu", line: line))
    }
  }

  /// The attributes of a start tag: five pointers each (name, prefix, namespace, begin and end of the value).
  static func attributes(
    _ raw: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int, limits: Limits, line: Int,
    isForeign: Bool
  ) throws(Refusal) -> [Element.Attribute] {
    guard count > 0, let raw else { return [] }
    if count > limits.attributes {
      throw Refusal(
        Diagnostic(
          code: .xmlAttributes, "plus de \(limits.attributes) attributs sur un élément", line: line))
    }
    var attributes: [Element.Attribute] = []
    attributes.reserveCapacity(count)
    for index in 0..<count {
      guard let name = raw[index * 5], let begin = raw[index * 5 + 3], let end = raw[index * 5 + 4] else {
        continue
      }
      if !isForeign, let uri = raw[index * 5 + 2], String(cString: uri) == instance {
        throw Refusal(
          Diagnostic(
            code: .xmlInstance,
            "l’attribut xsi:\(String(cString: name)) est refusé : le schéma est celui de l’outil",
            advice: "supprimer cet attribut", line: line))
      }
      let value = UnsafeBufferPointer(start: begin, count: end - begin)
      if value.count > limits.attributeBytes {
        throw Refusal(
          Diagnostic(
            code: .xmlAttribute, "un attribut dépasse \(limits.attributeBytes >> 10) Kio", line: line))
      }
      attributes.append(.init(String(cString: name), String(decoding: value, as: UTF8.self)))
    }
    return attributes
  }
}

/// The encodings read: those that a French office produces and that leave no doubt.
enum Encodings {
  private static let known: Set<String> = [
    "UTF-8", "UTF8", "US-ASCII", "ASCII", "ISO-8859-1", "ISO-8859-15", "UTF-16", "UTF-16LE", "UTF-16BE",
  ]

  /// Looks at the bytes before any parser does: a declared encoding must be known, and a NUL can only be half
  /// of a UTF-16 character.
  static func check(_ bytes: [UInt8]) throws(Refusal) {
    let isWide =
      bytes.prefix(2) == [0xFE, 0xFF] || bytes.prefix(2) == [0xFF, 0xFE] || bytes.prefix(4).contains(0)
    if !isWide, let place = bytes.firstIndex(of: 0) {
      throw Refusal(
        Diagnostic(
          code: .xmlCharacter, "le document contient un caractère nul",
          advice: "enregistrer le fichier en UTF-8",
          line: bytes[..<place].count { $0 == 0x0A } + 1))
    }
    if bytes.starts(with: usual) { return }
    guard let declared = declared(in: bytes.prefix(400).filter { $0 != 0 }),
      !known.contains(declared.uppercased())
    else { return }
    throw Refusal(
      Diagnostic(
        code: .xmlEncoding, "l’encodage « \(declared.prefix(30)) » n’est pas lu",
        advice: "enregistrer le fichier en UTF-8", line: 1))
  }

  /// What our own writer puts first, and most tools too.
  private static let usual = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"".utf8)

  private static func declared(in head: [UInt8]) -> String? {
    let text = String(decoding: head, as: UTF8.self)
    guard text.contains("<?xml"), let end = text.firstRange(of: "?>")?.lowerBound,
      let name = text[..<end].firstRange(of: "encoding")?.upperBound
    else { return nil }
    let parts = text[name..<end].split { $0 == "\"" || $0 == "'" }
    return parts.count > 1 ? String(parts[1]) : nil
  }
}
