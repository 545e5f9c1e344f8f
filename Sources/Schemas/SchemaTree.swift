import XML

/// What a document may hold, as its schema says it: each element and attribute, what it is called in French, and the form of
/// its value.
public struct SchemaTree: Sendable {
  /// The name of the element or the attribute.
  public let name: String
  /// Whether it is an attribute, and no element.
  public let isAttribute: Bool
  /// The French term, from the documentation of the schema.
  public let label: String
  /// The form of the text that it holds; nil when it holds elements alone.
  public let form: TextForm?
  /// Whether it must be there once what holds it is.
  public let isRequired: Bool
  /// Whether it may be there several times.
  public let repeats: Bool
  /// Its attributes, then its elements, in the order of the schema.
  public let parts: [SchemaTree]

  /// The document of a name; one that holds nothing when no schema declares it.
  public static func document(_ name: String) -> SchemaTree {
    SchemaTree(declared[name] ?? Element("element", attributes: [.init("name", name)]), depth: 0)
  }

  /// The part at the end of a path of names, attributes after `@`: `person/birth/@date`.
  public func part(_ path: some StringProtocol) -> SchemaTree? {
    var node = self
    for step in path.split(separator: "/") {
      let isAttribute = step.hasPrefix("@")
      let name = isAttribute ? step.dropFirst() : step
      guard let next = node.parts.first(where: { $0.name == name && $0.isAttribute == isAttribute }) else {
        return nil
      }
      node = next
    }
    return node
  }

  /// What people know it under: the label as far as its first stop or comma, without the number of a rubric.
  public var title: String {
    let whole = label.hasPrefix("Rubrique") ? label.split(separator: ": ").dropFirst().joined() : label
    let brief =
      whole.split(whereSeparator: { ";,".contains($0) }).first.map {
        String($0.reversed().drop { $0 == " " || $0 == "\u{A0}" }.reversed())
      } ?? whole
    return brief.prefix(1).uppercased() + brief.dropFirst()
  }

  private init(_ declaration: Element, depth: Int) {
    name = declaration["name"] ?? ""
    isAttribute = declaration.name == "attribute"
    label = declaration.first("annotation")?.first("documentation")?.text ?? name
    isRequired = isAttribute ? declaration["use"] == "required" : declaration["minOccurs"] != "0"
    repeats = declaration["maxOccurs"].map { $0 != "1" } ?? false
    let type = declaration["type"] ?? ""
    let complex = declaration.first("complexType") ?? SchemaTree.types[type]
    if let complex, depth < 20 {
      let content = complex.first("simpleContent")?.first("extension")
      form = content?["base"].map { TextForm.of($0) }
      let attributes = (content ?? complex).children.filter { $0.name == "attribute" }
      let elements = complex.first("sequence")?.children.filter { $0.name == "element" } ?? []
      parts = (attributes + elements).map { SchemaTree($0, depth: depth + 1) }
    } else {
      parts = []
      let own = declaration.first("simpleType")
      form = if let own { TextForm(label: label, own) } else { TextForm.of(type) }
    }
  }

  private static let roots: [Element] = Schemas.files.compactMap { try? Element(trusted: $0.bytes) }
  private static let types = named("complexType")
  private static let declared = named("element")

  private static func named(_ kind: String) -> [String: Element] {
    var all: [String: Element] = [:]
    for declaration in roots.flatMap(\.children) where declaration.name == kind {
      if let name = declaration["name"] { all[name] = declaration }
    }
    return all
  }
}

/// The form of a text: a simple type of the schemas.
public struct TextForm: Sendable {
  /// The name of the type; empty when it has none of its own.
  public let name: String
  /// What it is, in French.
  public let label: String
  /// Its values, when it is a closed list.
  public let values: [String]
  private let facets: [(name: String, value: String)]

  /// The form of a name; any text when it is a type of XML Schema itself.
  static func of(_ name: String) -> TextForm {
    known[name] ?? TextForm(name: name, label: "", values: [], facets: [])
  }

  private static let known: [String: TextForm] = {
    var known: [String: TextForm] = [:]
    for file in Schemas.files {
      for type in (try? Element(trusted: file.bytes))?.children ?? [] where type.name == "simpleType" {
        let label = type.first("annotation")?.first("documentation")?.text ?? ""
        if let name = type["name"] { known[name] = TextForm(label: label, type) }
      }
    }
    return known
  }()

  fileprivate init(label: String, _ type: Element) {
    let restriction = type.first("restriction")
    let facets = restriction?.children ?? []
    self.init(
      name: type["name"] ?? "", label: label,
      values: facets.filter { $0.name == "enumeration" }.compactMap { $0["value"] },
      facets: facets.compactMap { facet in facet["value"].map { (facet.name, $0) } })
  }

  private init(name: String, label: String, values: [String], facets: [(name: String, value: String)]) {
    (self.name, self.label, self.values, self.facets) = (name, label, values, facets)
  }

  /// Whether a text has this form, as far as patterns, lengths and lists say: the schema has the last word.
  public func holds(_ text: String) -> Bool {
    if !values.isEmpty { return values.contains(text) }
    return facets.allSatisfy { facet in
      switch facet.name {
      case "pattern": (try? Regex(facet.value).wholeMatch(in: text)) != nil
      case "length": text.unicodeScalars.count == Int(facet.value)
      case "minLength": text.unicodeScalars.count >= Int(facet.value) ?? 0
      case "maxLength": text.unicodeScalars.count <= Int(facet.value) ?? .max
      case "minInclusive": TextForm.isOrdered(facet.value, text)
      case "maxInclusive": TextForm.isOrdered(text, facet.value)
      default: true
      }
    }
  }

  /// Numbers by their value, days by their spelling.
  private static func isOrdered(_ one: String, _ other: String) -> Bool {
    if let first = Int(one) { return Int(other).map { first <= $0 } ?? false }
    if let second = Int(other) { return Int(one).map { $0 <= second } ?? false }
    return one <= other
  }
}
