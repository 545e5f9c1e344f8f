extension Element {
  /// The document whose root is this element: UTF-8, two spaces an indent, LF, attributes as given.
  ///
  /// The spelling is ours, so that the bytes do not follow the version of libxml2. A character that XML
  /// cannot hold becomes U+FFFD.
  /// - Parameter namespace: the default namespace declared on the root; nil where names carry a prefix.
  public func document(namespace: String?) -> [UInt8] {
    var writer = Writer()
    writer.bytes.reserveCapacity(4096)
    writer.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    writer.element(self, indent: 0, namespace: namespace)
    return writer.bytes
  }
}

/// Appends XML to a buffer of bytes.
public struct Writer {
  /// What was written so far.
  public var bytes: [UInt8] = []

  /// An empty buffer.
  public init() {}

  /// Writes markup as it is.
  public mutating func raw(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }

  mutating func element(_ element: Element, indent: Int, namespace: String? = nil) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    bytes.append(UInt8(ascii: "<"))
    raw(element.name)
    if let namespace { attribute("xmlns", namespace) }
    for each in element.attributes { attribute(each.name, each.value) }
    if !element.children.isEmpty {
      raw(">\n")
      for child in element.children { self.element(child, indent: indent + 2) }
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    } else if !element.text.isEmpty {
      bytes.append(UInt8(ascii: ">"))
      escaped(element.text, in: .text)
    } else {
      raw("/>\n")
      return
    }
    raw("</")
    raw(element.name)
    raw(">\n")
  }

  /// Writes ` name="value"`.
  public mutating func attribute(_ name: String, _ value: String) {
    bytes.append(UInt8(ascii: " "))
    raw(name)
    raw("=\"")
    escaped(value, in: .attribute)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Where text stands: white space that a parser would normalise is escaped there.
  public enum Place: Sendable {
    /// Between tags.
    case text
    /// Between quotation marks.
    case attribute
  }

  /// Writes text with every character that markup would take escaped.
  public mutating func escaped(_ text: String, in place: Place) {
    var text = text
    text.withUTF8 { (utf8: UnsafeBufferPointer<UInt8>) in
      var plain = utf8.startIndex
      var index = plain
      while index < utf8.endIndex {
        let (width, spelling) = Writer.escape(utf8, at: index, in: place)
        if let spelling {
          bytes.append(contentsOf: utf8[plain..<index])
          raw(spelling)
          plain = index + width
        }
        index += width
      }
      bytes.append(contentsOf: utf8[plain...])
    }
  }

  /// How many bytes to step over at `index`, and what to write in their stead, if anything.
  @inline(__always)
  private static func escape(
    _ utf8: UnsafeBufferPointer<UInt8>, at index: Int, in place: Place
  ) -> (width: Int, spelling: String?) {
    let byte = utf8[index]
    if byte > 0x3E && byte != 0xEF { return (1, nil) }
    switch byte {
    case UInt8(ascii: "&"): return (1, "&amp;")
    case UInt8(ascii: "<"): return (1, "&lt;")
    case UInt8(ascii: ">"): return (1, "&gt;")
    case UInt8(ascii: "\"") where place == .attribute: return (1, "&quot;")
    case 0x0D: return (1, "&#13;")
    case 0x0A where place == .attribute: return (1, "&#10;")
    case 0x09 where place == .attribute: return (1, "&#9;")
    case 0x0A, 0x09: return (1, nil)
    case 0..<0x20: return (1, "\u{FFFD}")
    case 0xEF where index + 2 < utf8.count && utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE:
      return (3, "\u{FFFD}")  // U+FFFE and U+FFFF
    default: return (1, nil)
    }
  }
}
