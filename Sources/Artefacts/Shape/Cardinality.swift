import XML

/// How often a field occurs: once, at most once, or any number of times.
package protocol Cardinality: SendableMetatype {
  associatedtype One
  init(_ values: [One], of name: String, in element: Element) throws(Refusal)
  var all: [One] { get }
}

/// A field that occurs exactly once.
package protocol ExactlyOnce: Cardinality where One == Self {}

extension ExactlyOnce {
  package init(_ values: [Self], of name: String, in element: Element) throws(Refusal) {
    guard let value = values.first else {
      throw Refusal(
        Diagnostic(
          code: .valueMissing, "\(name) manque dans \(element.name)", advice: "l’ajouter",
          line: element.line))
    }
    self = value
  }
  package var all: [Self] { [self] }
}

extension Optional: Cardinality {
  package init(_ values: [Wrapped], of name: String, in element: Element) { self = values.first }
  package var all: [Wrapped] { map { [$0] } ?? [] }
}

extension Array: Cardinality {
  package init(_ values: [Element], of name: String, in element: XML.Element) { self = values }
  package var all: [Element] { self }
}
