import Artefacts
import XML

extension FormField {
  /// What was typed in an XFA form, which its page may not show: its `datasets` packet.
  package static func all(of bytes: [UInt8]) -> [FormField] {
    guard !bytes.isEmpty, let data = try? Element(foreign: bytes) else { return [] }
    return Array(fields(of: data, below: "").prefix(mostFields))
  }

  private static let mostFields = 500

  private static func fields(of element: Element, below path: String) -> [FormField] {
    let text = element.text.collapsed
    if !text.isEmpty && !path.isEmpty {
      return [FormField(name: String(path.prefix(300)), value: String(text.prefix(500)))]
    }
    return element.children.filter { !$0.name.isEmpty }.flatMap { child in
      fields(of: child, below: path.isEmpty ? child.name : path + "." + child.name)
    }
  }
}
