import XML

/// How a struct is written as an element: its fields said once, for both directions.
///
/// Because reading and writing come from the same list, `Self(xml: x.xml) == x` holds by construction.
package struct Shape<Whole: Sendable>: Sendable {
  package let name: String
  fileprivate let read: @Sendable (Element) throws(Refusal) -> Whole
  fileprivate let write: @Sendable (Whole) -> Element

  /// - Parameters:
  ///   - make: the memberwise initialiser, its parts in the order of the fields.
  ///   - fields: in the order of writing, attributes first.
  package init<each Part>(
    _ name: String, _ make: @escaping @Sendable (repeat each Part) -> Whole,
    _ fields: repeat Field<Whole, each Part>
  ) {
    self.name = name
    read = { (element) throws(Refusal) in
      make(repeat try (each fields).read(element))
    }
    write = { whole in
      var element = Element(name)
      repeat (each fields).write(whole, &element)
      return element
    }
  }
}

/// A struct that has a shape.
package protocol Shaped: ExactlyOnce, Sendable, Hashable {
  static var shape: Shape<Self> { get }
}

extension Shaped {
  /// Reads the element. Children that the shape does not know (the provenance) are left aside: the schema
  /// has already refused what should not be there.
  package init(xml: Element) throws(Refusal) {
    self = try Self.shape.read(xml)
  }

  /// The element.
  package var xml: Element { Self.shape.write(self) }
}

/// A document of its own: one XSD, one file, one word in the schema, the file name and the code.
package protocol Artefact: Shaped, StageInput {}

extension Artefact {
  package static var name: String { shape.name }
}

/// One field of a shape: how it is read from the element and added to it.
package struct Field<Whole, Part>: Sendable {
  let read: @Sendable (Element) throws(Refusal) -> Part
  let write: @Sendable (Whole, inout Element) -> Void
}

extension Field where Part: Cardinality, Part.One: Scalar {
  /// An attribute: required, or absent when nil. White space around and inside is collapsed, as the schema does
  /// before it compares.
  package static func attribute(_ name: String, _ path: any KeyPath<Whole, Part> & Sendable) -> Self {
    attribute(name, path, spelling: \.collapsed)
  }

  /// An attribute taken as it is written: a file name may hold two spaces.
  package static func exact(_ name: String, _ path: any KeyPath<Whole, Part> & Sendable) -> Self {
    attribute(name, path, spelling: \.self)
  }

  /// A child element that holds a line of text: required, optional or repeated; white space is collapsed.
  package static func text(_ name: String, _ path: any KeyPath<Whole, Part> & Sendable) -> Self {
    text(name, path, spelling: \.collapsed)
  }

  /// A child element that holds text taken as it is written.
  package static func prose(_ name: String, _ path: any KeyPath<Whole, Part> & Sendable) -> Self {
    text(name, path, spelling: \.self)
  }

  private static func attribute(
    _ name: String, _ path: any KeyPath<Whole, Part> & Sendable,
    spelling: any KeyPath<String, String> & Sendable
  ) -> Self {
    Field { (element) throws(Refusal) in
      guard let text = element[name] else { return try Part([], of: name, in: element) }
      return try Part([element.word(text[keyPath: spelling], of: name)], of: name, in: element)
    } write: { whole, element in
      for value in whole[keyPath: path].all { element.attributes.append(.init(name, value.spelling)) }
    }
  }

  private static func text(
    _ name: String, _ path: any KeyPath<Whole, Part> & Sendable,
    spelling: any KeyPath<String, String> & Sendable
  ) -> Self {
    Field { (element) throws(Refusal) in
      var values: [Part.One] = []
      for child in element.children where child.name == name {
        values.append(try child.word(child.text[keyPath: spelling], of: name))
      }
      return try Part(values, of: name, in: element)
    } write: { whole, element in
      for value in whole[keyPath: path].all {
        element.children.append(Element(name, text: value.spelling))
      }
    }
  }
}

extension Field where Part: Scalar {
  /// The element's own text.
  package static func content(_ path: any KeyPath<Whole, Part> & Sendable) -> Self {
    Field { (element) throws(Refusal) in
      try element.word(element.text.collapsed, of: element.name)
    } write: { whole, element in
      element.text = whole[keyPath: path].spelling
    }
  }
}

extension Field where Part: Cardinality, Part.One: Shaped {
  /// A child element with a shape of its own: required, optional or repeated.
  package static func child(_ path: any KeyPath<Whole, Part> & Sendable) -> Self {
    Field { (element) throws(Refusal) in
      var values: [Part.One] = []
      let name = Part.One.shape.name
      for child in element.children where child.name == name { values.append(try Part.One(xml: child)) }
      return try Part(values, of: name, in: element)
    } write: { whole, element in
      for value in whole[keyPath: path].all { element.children.append(value.xml) }
    }
  }
}

extension Element {
  fileprivate func word<W: Scalar>(_ spelling: String, of name: String) throws(Refusal) -> W {
    if let value = W(spelling: spelling) { return value }
    throw Refusal(
      Diagnostic(
        code: "value.unread", "« \(spelling.prefix(60)) » n’est pas une valeur lisible pour \(name)",
        advice: "corriger la valeur", line: line))
  }
}
