import XML

/// The schemas of every artefact, merged and compiled once.
///
/// They share one namespace, so including is concatenating: no file and no input callback is needed. Each XSD
/// is written as a file of its own, which `xmllint --schema` takes as it is.
public enum Schemas {
  /// The namespace of every artefact.
  public static let namespace = "urn:acquis:1"

  /// The version of the documents that this tool writes; those of an older one are read too. Without a word a document is
  /// of the first.
  public static let version = 2

  /// A document as it is written: its root says the namespace and the version.
  public static func document(_ root: Element) -> [UInt8] {
    versioned(root).document(namespace: namespace)
  }

  /// The same element, its version said.
  public static func versioned(_ root: Element) -> Element {
    var root = root
    root.attributes.append(.init("version", String(version)))
    return root
  }

  /// The file name and bytes of each XSD, those that others include first.
  public static let files: [(name: String, bytes: [UInt8])] = [
    ("types.xsd", PackageResources.types_xsd),
    ("rules.xsd", PackageResources.rules_xsd),
    ("codes.xsd", PackageResources.codes_xsd),
    ("common.xsd", PackageResources.common_xsd),
    ("sending.xsd", PackageResources.sending_xsd),
    ("feasibility.xsd", PackageResources.feasibility_xsd),
    ("session.xsd", PackageResources.session_xsd),
    ("certification.xsd", PackageResources.certification_xsd),
    ("regimes.xsd", PackageResources.regimes_xsd),
    ("request.xsd", PackageResources.request_xsd),
    ("dossier.xsd", PackageResources.dossier_xsd),
    ("review.xsd", PackageResources.review_xsd),
    ("record.xsd", PackageResources.record_xsd),
    ("decision.xsd", PackageResources.decision_xsd),
    ("decisions.xsd", PackageResources.decisions_xsd),
    ("ledger.xsd", PackageResources.ledger_xsd),
    ("admissibility.xsd", PackageResources.admissibility_xsd),
    ("register.xsd", PackageResources.register_xsd),
    ("inventory.xsd", PackageResources.inventory_xsd),
    ("memory.xsd", PackageResources.memory_xsd),
    ("intake.xsd", PackageResources.intake_xsd),
    ("mapping.xsd", PackageResources.mapping_xsd),
    ("guide.xsd", PackageResources.guide_xsd),
    ("interview.xsd", PackageResources.interview_xsd),
    ("deliberation.xsd", PackageResources.deliberation_xsd),
    ("exhibits.xsd", PackageResources.exhibits_xsd),
    ("deadlines.xsd", PackageResources.deadlines_xsd),
    ("report.xsd", PackageResources.report_xsd),
  ]

  /// The one compiled schema, or why it does not compile: a test compiles it, so a release always has it.
  public static let all: Result<Schema, Refusal> = Result { () throws(Refusal) in try Schema(xsd: merged) }

  /// Reads an artefact of any name.
  /// - Throws: `Refusal` when the bytes are not a valid document, or are one of a newer version.
  public static func read(_ bytes: [UInt8], file: String) throws(Refusal) -> Element {
    if let written = writtenVersion(bytes.prefix(4096)), written > version {
      throw Refusal(
        Diagnostic(
          code: .schemaVersion,
          "ce document est de la version \(written) ; l’outil installé lit les versions 1 à \(version)",
          advice: "installer une version plus récente de l’outil", file: file, line: 1))
    }
    return try all.get().read(bytes, file: file)
  }

  /// What the root says of its version, looked for before anything is read: a newer document may not follow our schema.
  private static func writtenVersion(_ head: ArraySlice<UInt8>) -> Int? {
    let text = String(decoding: head, as: UTF8.self)
    let root = text.split(separator: "<").first { $0.first?.isLetter == true }?.prefix { $0 != ">" } ?? ""
    guard let start = root.firstRange(of: " version=\"")?.upperBound else { return nil }
    return Int(root[start...].prefix { $0.isNumber })
  }

  /// Reads an artefact of the given name.
  /// - Throws: `Refusal` when the bytes are not a valid document, or are one of another name.
  public static func read(_ name: String, _ bytes: [UInt8], file: String) throws(Refusal) -> Element {
    let root = try read(bytes, file: file)
    if root.name == name { return root }
    throw Refusal(
      Diagnostic(
        code: .schemaKind, "ce fichier contient un document « \(root.name) », et non « \(name) »",
        advice: "renommer le fichier ou le remplacer par le bon", file: file, line: root.line,
        path: "/" + root.name))
  }

  private static var merged: [UInt8] {
    var text = """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:acquis:1" \
      targetNamespace="urn:acquis:1" elementFormDefault="qualified">

      """
    for file in files { text += body(of: String(decoding: file.bytes, as: UTF8.self)) }
    return Array((text + "</xs:schema>\n").utf8)
  }

  /// What stands between the tags of `xs:schema`, without the includes. Each tag has a line of its own.
  private static func body(of xsd: String) -> String {
    xsd.split(separator: "\n")
      .filter { line in
        !["<?xml ", "<xs:schema ", "</xs:schema>", "  <xs:include "].contains { line.hasPrefix($0) }
      }
      .joined(separator: "\n") + "\n"
  }
}
