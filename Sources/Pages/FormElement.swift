import Schemas

/// An element of a schema, as a page to fill holds it. Every name, label and limit of its fields is that of the XSD.
struct FormElement {
  private let part: Structure.Part
  private let kind: Structure.Kind

  /// A name of the schema that fills a field: an attribute, or a child that holds text.
  struct Leaf {
    let part: Structure.Part
    /// How the script finds where the field goes: `data-attribute` or `data-child`.
    let binding: (String, String)

    var label: String { part.label }
    var text: Structure.Text? { Structure.all.texts[part.type] }

    /// The same for a field that stands once on the page and goes into several elements: the page’s own script puts it
    /// there.
    var shared: Leaf { Leaf(part: part, binding: ("data-shared", part.name)) }

    /// The attributes of the field: where it goes, and the most characters. A browser would cut at `maxlength` without
    /// a word, so the page checks when it saves.
    var attributes: [(String, String)] {
      [binding] + (text?.most.map { [("data-most", String($0))] } ?? [])
    }
  }

  /// The root of a document.
  static func root(_ name: String) -> FormElement {
    FormElement(Structure.all.roots[name], name: name)
  }

  private init(_ part: Structure.Part?, name: String) {
    guard let part, let kind = Structure.all.kinds[part.type] else {
      preconditionFailure("no element \(name) in the schema")
    }
    (self.part, self.kind) = (part, kind)
  }

  var name: String { part.name }
  var label: String { part.label }

  /// A child that holds others.
  func element(_ name: String) -> FormElement {
    FormElement(kind.children.first { $0.name == name }, name: "\(self.name)/\(name)")
  }

  func attribute(_ name: String) -> Leaf {
    leaf(kind.attributes, name, binding: "data-attribute")
  }

  /// A child that holds text.
  func child(_ name: String) -> Leaf {
    leaf(kind.children, name, binding: "data-child")
  }

  /// The attributes of the HTML element that stands for one such element of the document.
  /// - Parameter own: the attributes that tell it from its likes. No code, digest or identifier of the schemas holds a
  ///   space.
  func bound(_ own: KeyValuePairs<String, String> = [:]) -> [(String, String)] { bound(own.map { $0 }) }

  /// The same for the root of a document, which says its version too.
  func rootBound(_ own: KeyValuePairs<String, String>) -> [(String, String)] {
    bound(own.map { $0 } + [("version", String(Schemas.version))])
  }

  private func bound(_ own: [(key: String, value: String)]) -> [(String, String)] {
    // Between two words of a value the space does not break: the others part the pairs.
    let spelled = own.map { "\(attribute($0.key).part.name)=\($0.value.replacing(" ", with: "\u{A0}"))" }
      .joined(separator: " ")
    return [("data-element", name)] + (spelled.isEmpty ? [] : [("data-own", spelled)])
  }

  private func leaf(_ parts: [Structure.Part], _ name: String, binding: String) -> Leaf {
    guard let part = parts.first(where: { $0.name == name }) else {
      preconditionFailure("no \(name) in \(self.name) in the schema")
    }
    return Leaf(part: part, binding: (binding, name))
  }

  /// What the script must know of the schema to write and read a document of this root.
  var structure: JSON {
    let kinds = Structure.all.kinds(under: part).sorted { $0.key < $1.key }
    return .object([
      ("root", .text(name)), ("namespace", .text(Schemas.namespace)), ("type", .text(part.type)),
      ("kinds", .object(kinds.map { ($0.key, FormElement.json($0.value)) })),
    ])
  }

  private static func json(_ kind: Structure.Kind) -> JSON {
    func list(_ parts: [Structure.Part]) -> JSON {
      .list(
        parts.map { part in
          .object([
            ("name", .text(part.name)), ("type", .text(part.type)), ("required", .flag(part.isRequired)),
            ("many", .flag(part.isMany)), ("line", .flag(Structure.all.texts[part.type]?.isLine ?? true)),
          ])
        })
    }
    return .object([("attributes", list(kind.attributes)), ("children", list(kind.children))])
  }
}
