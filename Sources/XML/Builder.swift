internal import CLibXML2

/// Turns the events of a parse into an `Element`, minding the limits.
///
/// The stack of open elements is also what a message names as the place of a problem.
final class Builder: ParseEvents {
  private struct Open {
    var element: Element
    var textStart: Int
  }

  let limits: Limits
  private(set) var root: Element?
  private var open: [Open] = []
  private var text: [UInt8] = []
  private var count = 0
  /// A validator speaks of a missing child after the end tag: the last closed element is still its place.
  private var lastClosed: Element?

  /// Whether text may stand between elements: it is kept, each run as a child without a name.
  let keepsMixed: Bool

  init(limits: Limits, keepsMixed: Bool = false) {
    self.limits = limits
    self.keepsMixed = keepsMixed
    open.reserveCapacity(limits.depth)
  }

  let isDone = false

  func start(
    _ name: UnsafePointer<xmlChar>, attributes: () throws(Refusal) -> [Element.Attribute], line: Int
  ) throws(Refusal) {
    try start(String(cString: name), attributes: try attributes(), line: line)
  }

  /// Opens an element. Its attributes are given by the caller.
  func start(_ name: String, attributes: [Element.Attribute], line: Int) throws(Refusal) {
    count += 1
    if open.count >= limits.depth {
      throw refusal(.xmlDepth, "plus de \(limits.depth) éléments imbriqués", line: line)
    }
    if count > limits.elements {
      throw refusal(.xmlElements, "plus de \(limits.elements) éléments", line: line)
    }
    lastClosed = nil
    if keepsMixed {
      keepText()
    } else if let parent = open.last, parent.element.children.isEmpty {
      try dropBlank(of: parent, line)
    }
    open.append(
      Open(element: Element(name, attributes: attributes, line: line), textStart: text.count))
  }

  /// Adds text to the element now open.
  func append(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) throws(Refusal) {
    guard let current = open.last else { return }
    if text.count - current.textStart + bytes.count > limits.textBytes {
      throw refusal(.xmlText, "plus de \(limits.textBytes >> 10) Kio de texte dans un élément", line: line)
    }
    text.append(contentsOf: bytes)
  }

  func end(line: Int) throws(Refusal) { _ = try close(line: line) }

  /// Closes the element now open, and gives it.
  func close(line: Int) throws(Refusal) -> Element? {
    if keepsMixed, open.last?.element.children.isEmpty == false { keepText() }
    guard var closed = open.popLast() else { return nil }
    if closed.element.children.isEmpty {
      closed.element.text = String(decoding: text[closed.textStart...], as: UTF8.self)
      text.removeLast(text.count - closed.textStart)
    } else {
      try dropBlank(of: closed, line)
    }
    lastClosed = closed.element
    if open.isEmpty {
      root = closed.element
    } else {
      open[open.count - 1].element.children.append(closed.element)
    }
    return closed.element
  }

  /// Keeps what was read since the last tag as a child of the open element.
  private func keepText() {
    guard let current = open.last, text.count > current.textStart else { return }
    let run = String(decoding: text[current.textStart...], as: UTF8.self)
    text.removeLast(text.count - current.textStart)
    open[open.count - 1].element.children.append(Element("", text: run))
  }

  /// White space between elements is layout; anything else there is mixed content, which no artefact has.
  private func dropBlank(of parent: Open, _ line: Int) throws(Refusal) {
    let blank = text[parent.textStart...].allSatisfy(\.isBlank)
    text.removeLast(text.count - parent.textStart)
    if !blank { throw refusal(.xmlMixed, "du texte se trouve entre des éléments", line: line) }
  }

  /// The place now read: `/request/experiences/experience[2]`, with `@id` or `@code` where there is one.
  func path(naming element: String?) -> String {
    var steps = open.map { step($0.element) }
    if let closed = lastClosed, element == nil || closed.name == element { steps.append(step(closed)) }
    return "/" + steps.joined(separator: "/")
  }

  private func step(_ element: Element) -> String {
    for key in ["id", "code", "capacity"] {
      if let value = element[key] { return "\(element.name)[@\(key)='\(value.prefix(40))']" }
    }
    return element.name
  }

  func refusal(_ code: DiagnosticCode, _ message: String, line: Int) -> Refusal {
    Refusal(
      Diagnostic(
        code: code, message, advice: "ce fichier ne vient sans doute pas d’un outil de saisie : le refaire",
        line: line, path: path(naming: nil)))
  }
}
