import XML

/// What the XSDs say of elements and attributes: their order, their French names, what is required and how long a text
/// may be. A page to fill takes all of it from here, so that a form and its schema cannot differ.
public struct Structure: Sendable {
  /// An attribute, or a child element, where it stands.
  public struct Part: Sendable {
    /// The local name.
    public let name: String
    /// The name of its type; empty when the type is written in place.
    public let type: String
    /// Its name in French.
    public let label: String
    /// Whether it must be there.
    public let isRequired: Bool
    /// Whether there may be several.
    public let isMany: Bool
  }

  /// A complex type: what an element of that type holds, in order.
  public struct Kind: Sendable {
    /// The attributes.
    public let attributes: [Part]
    /// The child elements.
    public let children: [Part]
  }

  /// A simple type: what a text may be.
  public struct Text: Sendable {
    /// The most characters.
    public let most: Int?
    /// The first and the last day.
    public let range: ClosedRange<String>?
    /// Whether it is one line: white space counts for one space.
    public let isLine: Bool
    /// The values it may take, with their names in French; empty when it is free.
    public let values: [(value: String, label: String)]
  }

  /// The elements that a document may start with.
  public let roots: [String: Part]
  /// The complex types, by name.
  public let kinds: [String: Kind]
  /// The simple types, by name.
  public let texts: [String: Text]

  /// What all the XSDs say.
  public static let all = Structure(Schemas.files.compactMap { try? Element(trusted: $0.bytes) })

  private init(_ schemas: [Element]) {
    let tops = schemas.flatMap(\.children)
    let elements = Dictionary(
      tops.filter { $0.name == "element" }.compactMap { each in each["name"].map { ($0, each) } },
      uniquingKeysWith: { first, _ in first })
    roots = elements.mapValues { Part($0, isRequired: true, roots: [:]) }
    var kinds: [String: Kind] = [:]
    var texts: [String: Text] = [:]
    for top in tops {
      guard let name = top["name"] else { continue }
      if top.name == "complexType" { kinds[name] = Kind(top, roots: elements) }
      if top.name == "simpleType", let restriction = top.first("restriction") {
        texts[name] = Text(restriction)
      }
    }
    (self.kinds, self.texts) = (kinds, texts)
  }

  /// The complex types that a document of that root may hold, by name.
  public func kinds(under root: Part) -> [String: Kind] {
    var found: [String: Kind] = [:]
    var next = [root.type]
    while let name = next.popLast() {
      guard found[name] == nil, let kind = kinds[name] else { continue }
      found[name] = kind
      next += kind.children.map(\.type)
    }
    return found
  }
}

extension Structure.Part {
  /// - Parameter roots: the elements that another may refer to.
  fileprivate init(_ element: Element, isRequired: Bool, roots: [String: Element]) {
    name = element["name"] ?? element["ref"] ?? ""
    type = element["type"] ?? element["ref"].flatMap { roots[$0]?["type"] } ?? ""
    label = element.first("annotation")?.first("documentation")?.text ?? ""
    self.isRequired = isRequired
    isMany = element["maxOccurs"] == "unbounded"
  }
}

extension Structure.Kind {
  fileprivate init(_ type: Element, roots: [String: Element]) {
    let holder = type.first("simpleContent")?.first("extension") ?? type
    attributes = holder.children.filter { $0.name == "attribute" }.map {
      .init($0, isRequired: $0["use"] == "required", roots: roots)
    }
    children = (type.first("sequence")?.children ?? []).filter { $0.name == "element" }.map {
      .init($0, isRequired: $0["minOccurs"] != "0", roots: roots)
    }
  }
}

extension Structure.Text {
  fileprivate init(_ restriction: Element) {
    let first = restriction.first("minInclusive")?["value"]
    let last = restriction.first("maxInclusive")?["value"]
    most = restriction.first("maxLength")?["value"].flatMap { Int($0) }
    range = restriction["base"] == "xs:date" ? first.flatMap { from in last.map { from...$0 } } : nil
    isLine = restriction["base"] != "xs:string"
    values = restriction.children.filter { $0.name == "enumeration" }.compactMap { each in
      each["value"].map { ($0, each.first("annotation")?.first("documentation")?.text ?? $0) }
    }
  }
}
