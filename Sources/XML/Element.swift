/// An XML element as a value: what reading gives and what writing takes.
///
/// It holds either text or child elements, never both: no artefact has mixed content. Two elements are
/// equal when they would be written with the same bytes; the line is only where one was read.
public struct Element: Sendable {
  /// One attribute; the order of attributes is the order of writing.
  public struct Attribute: Sendable, Hashable {
    /// The local name.
    public var name: String
    /// The value, entities resolved.
    public var value: String

    /// An attribute.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The local name.
  public var name: String
  /// The attributes, in order.
  public var attributes: [Attribute]
  /// The child elements, in order.
  public var children: [Element]
  /// The text, exactly as written; empty where there are children.
  public var text: String
  /// The line of the start tag in the file it was read from, from 1; 0 for an element made here.
  public var line: Int

  /// An element made here.
  public init(
    _ name: String, attributes: [Attribute] = [], children: [Element] = [], text: String = "", line: Int = 0
  ) {
    self.name = name
    self.attributes = attributes
    self.children = children
    self.text = text
    self.line = line
  }

  /// The value of an attribute, or nil.
  public subscript(name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }

  /// The first child of that name, or nil.
  public func first(_ name: String) -> Element? {
    children.first { $0.name == name }
  }
}

extension Element: Hashable {
  /// Equal when they would be written with the same bytes.
  public static func == (a: Element, b: Element) -> Bool {
    a.name == b.name && a.attributes == b.attributes && a.text == b.text && a.children == b.children
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(attributes)
    hasher.combine(text)
    hasher.combine(children)
  }
}
