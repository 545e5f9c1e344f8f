import XML

/// How a struct is written as an element: its fields said once, for both directions.
///
/// Because reading and writing come from the same list, `Self(xml: x.xml) == x` holds by construction.
package struct Shape<Whole: Sendable>: Sendable {
  package let name: String
  /// What each field is, in the order of writing.
  package let outline: [FieldOutline]
  /// Where each field stands in the struct, in the same order.
  package let places: [Int?]
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
    var outline: [FieldOutline] = []
    var places: [Int?] = []
    for field in repeat each fields {
      outline.append(field.outline)
      places.append(field.place)
    }
    (self.outline, self.places) = (outline, places)
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
