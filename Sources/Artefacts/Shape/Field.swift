import XML

/// One field of a shape: how it is read from the element and added to it.
package struct Field<Whole, Part>: Sendable {
  let outline: FieldOutline
  /// The place of the stored property in the struct, in bytes; nil when it is none.
  let place: Int?
  let read: @Sendable (Element) throws(Refusal) -> Part
  let write: @Sendable (Whole, inout Element) -> Void

  fileprivate init(
    _ outline: FieldOutline, at path: PartialKeyPath<Whole>,
    read: @escaping @Sendable (Element) throws(Refusal) -> Part,
    write: @escaping @Sendable (Whole, inout Element) -> Void
  ) {
    (self.outline, self.read, self.write) = (outline, read, write)
    place = MemoryLayout<Whole>.offset(of: path)
  }
}

/// What a field is in the document, for whoever walks the documents of a path.
package enum FieldOutline: Sendable {
  case attribute(String, any Scalar.Type)
  case text(String, any Scalar.Type)
  /// The element’s own text.
  case content(any Scalar.Type)
  case child(any Shaped.Type)
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
    Field(.attribute(name, Part.One.self), at: path) { (element) throws(Refusal) in
      guard let text = element[name] else { return try Part([], of: name, in: element) }
      return try Part([element.scalar(text[keyPath: spelling], of: name)], of: name, in: element)
    } write: { whole, element in
      for value in whole[keyPath: path].all { element.attributes.append(.init(name, value.spelling)) }
    }
  }

  private static func text(
    _ name: String, _ path: any KeyPath<Whole, Part> & Sendable,
    spelling: any KeyPath<String, String> & Sendable
  ) -> Self {
    Field(.text(name, Part.One.self), at: path) { (element) throws(Refusal) in
      var values: [Part.One] = []
      for child in element.children where child.name == name {
        values.append(try child.scalar(child.text[keyPath: spelling], of: name))
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
    Field(.content(Part.self), at: path) { (element) throws(Refusal) in
      try element.scalar(element.text.collapsed, of: element.name)
    } write: { whole, element in
      element.text = whole[keyPath: path].spelling
    }
  }
}

extension Field where Part: Cardinality, Part.One: Shaped {
  /// A child element with a shape of its own: required, optional or repeated.
  package static func child(_ path: any KeyPath<Whole, Part> & Sendable) -> Self {
    Field(.child(Part.One.self), at: path) { (element) throws(Refusal) in
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
  fileprivate func scalar<W: Scalar>(_ spelling: String, of name: String) throws(Refusal) -> W {
    if let value = W(spelling: spelling) { return value }
    throw Refusal(
      Diagnostic(
        code: .valueUnread, "« \(spelling.prefix(60)) » n’est pas une valeur lisible pour \(name)",
        advice: "corriger la valeur", line: line))
  }
}
