internal import CLibXML2

/// What libxml2 says, put in French: its own words follow, for whoever knows them.
enum Messages {
  static func malformed(_ error: xmlError, atEnd: Bool, path: String) -> Diagnostic {
    let text = error.message.map { trimmed(String(cString: $0)) } ?? ""
    let known = explain(UInt32(error.code))
    let truncated = explain(XML_ERR_DOCUMENT_END.rawValue)
    let (code, message, advice) = known.0 == .xmlMalformed && atEnd ? truncated : known
    return Diagnostic(
      code: code, "\(message) — libxml2 : \(text)", advice: advice, line: Int(error.line),
      path: path == "/" ? nil : path)
  }

  private static func explain(_ code: UInt32) -> (DiagnosticCode, String, String) {
    switch xmlParserErrors(code) {
    case XML_ERR_DOCUMENT_EMPTY:
      (.xmlEmpty, "le document ne contient aucun élément", "vérifier que c’est bien un fichier XML")
    case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_ENCODING, XML_I18N_CONV_FAILED, XML_ERR_INVALID_HEX_CHARREF,
      XML_ERR_INVALID_DEC_CHARREF, XML_ERR_INVALID_CHARREF:
      (
        .xmlCharacter, "un caractère n’est pas permis ou n’est pas dans l’encodage déclaré",
        "enregistrer le fichier en UTF-8"
      )
    case XML_ERR_UNSUPPORTED_ENCODING, XML_ERR_UNKNOWN_ENCODING:
      (.xmlEncoding, "l’encodage déclaré n’est pas lu", "enregistrer le fichier en UTF-8")
    case XML_ERR_TAG_NOT_FINISHED, XML_ERR_DOCUMENT_END, XML_ERR_GT_REQUIRED:
      (
        .xmlTruncated, "le document s’arrête ou se poursuit là où il ne devrait pas",
        "vérifier que le fichier est entier et n’a qu’un élément racine"
      )
    case XML_ERR_TAG_NAME_MISMATCH:
      (
        .xmlTag, "une balise fermante ne correspond pas à la balise ouverte",
        "fermer chaque élément par sa balise"
      )
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY, XML_ERR_ENTITY_LOOP:
      (
        .xmlEntity, "une entité n’est pas permise",
        "écrire le caractère lui-même ; seules &amp; &lt; &gt; &quot; &apos; sont permises"
      )
    case XML_ERR_NO_MEMORY:
      (
        .xmlMemory, "le document tient plus de noms ou de texte qu’il n’en est lu",
        "vérifier que c’est le bon fichier"
      )
    default:
      (.xmlMalformed, "le document n’est pas du XML bien formé", "corriger le fichier à la ligne dite")
    }
  }

  static func invalid(code: Int32, text: String, line: Int, path: String) -> Diagnostic {
    let subject = element(in: text).map { name in
      attribute(in: text).map { "attribut « \($0) » de l’élément « \(name) »" } ?? "élément « \(name) »"
    }
    let (stable, message, advice) = explain(validity: UInt32(code))
    let nearest = stable == .schemaCode ? nearestOfList(in: text) : nil
    return Diagnostic(
      code: stable, (subject.map { $0 + " : " } ?? "") + "\(message) — libxml2 : \(shorten(text))",
      advice: nearest.map { "écrire « \($0) » si c’est ce qui est voulu" } ?? advice, line: line, path: path)
  }

  private static func explain(validity code: UInt32) -> (DiagnosticCode, String, String) {
    switch xmlParserErrors(code) {
    case XML_SCHEMAV_ELEMENT_CONTENT:
      (.schemaContent, "élément inattendu, mal placé ou manquant", "suivre l’ordre et les noms du schéma")
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
      (
        .schemaText, "du texte se trouve là où seuls des éléments sont permis",
        "mettre ce texte dans l’élément prévu, ou le supprimer"
      )
    case XML_SCHEMAV_CVC_ELT_1:
      (
        .schemaRoot, "ce n’est pas un document d’acquis",
        "vérifier l’élément racine et xmlns=\"urn:acquis:1\""
      )
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
      (.schemaAttributeMissing, "un attribut obligatoire manque", "l’ajouter")
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
      (.schemaAttributeUnknown, "cet attribut n’est pas permis ici", "le supprimer ou corriger son nom")
    case XML_SCHEMAV_CVC_ENUMERATION_VALID:
      (.schemaCode, "cette valeur n’est pas dans la liste permise", "choisir une valeur de la liste")
    case XML_SCHEMAV_CVC_IDC, XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, XML_SCHEMAV_CVC_PATTERN_VALID,
      XML_SCHEMAV_CVC_LENGTH_VALID, XML_SCHEMAV_CVC_MINLENGTH_VALID, XML_SCHEMAV_CVC_MAXLENGTH_VALID,
      XML_SCHEMAV_CVC_MININCLUSIVE_VALID, XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID:
      (
        .schemaValue, "la valeur n’a pas la forme attendue",
        "corriger la valeur (date AAAA-MM-JJ, nombre, code…)"
      )
    default:
      (.schemaInvalid, "le document ne suit pas le schéma", "corriger le fichier à la ligne dite")
    }
  }

  /// The element that a libxml2 message is about: `Element '{ns}name': …`.
  static func element(in text: String) -> String? { quoted(after: "Element '", in: text) }
  private static func attribute(in text: String) -> String? { quoted(after: "attribute '", in: text) }

  private static func quoted(after marker: String, in text: String) -> String? {
    guard let start = text.firstRange(of: marker)?.upperBound else { return nil }
    let rest = text[start...]
    guard let end = rest.firstIndex(of: "'") else { return nil }
    let name = rest[..<end]
    return String(name.lastIndex(of: "}").map { name[name.index(after: $0)...] } ?? name)
  }

  /// The value of a closed list that is nearest to the one found: `The value 'x' is not an element of the set {'a', 'b'}.`
  private static func nearestOfList(in text: String) -> String? {
    guard let value = quoted(after: "The value '", in: text), let set = text.firstRange(of: "the set {")
    else {
      return nil
    }
    let list = text[set.upperBound...].split(separator: "'").filter { $0 != ", " && !$0.hasPrefix("}") }
    let near = list.map { (String($0), EditDistance.between(Array(value.utf8), Array($0.utf8))) }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }
    guard let near, near.1 <= max(2, value.utf8.count / 3) else { return nil }
    return near.0
  }

  /// The message without its subject, its namespaces, and anything that would run over a few lines.
  private static func shorten(_ text: String) -> String {
    let tail = text.firstRange(of: "': ").map { text[$0.upperBound...] } ?? text[...]
    return String(trimmed(String(tail)).replacing("{urn:acquis:1}", with: "").prefix(300))
  }

  private static func trimmed(_ text: String) -> String {
    text.replacing("\n", with: " ").trimmingSuffix()
  }
}

extension String {
  fileprivate func trimmingSuffix() -> String {
    var copy = self
    while copy.last == " " { copy.removeLast() }
    return copy
  }
}
