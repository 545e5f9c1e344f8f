import XML

/// What a reader answers with: elements and bytes one after another, and a word when all is said.
package enum Frame: Sendable {
  case element(Element)
  case bytes([UInt8])
  case end

  /// The longest one, in bytes.
  package static let longest = 8 << 20
  /// A letter for what it is, and its length.
  static let headLength = 5

  private var sign: UInt8 {
    switch self {
    case .element: UInt8(ascii: "E")
    case .bytes: UInt8(ascii: "B")
    case .end: UInt8(ascii: ".")
    }
  }

  /// Its bytes, as they go over the pipe.
  package var encoded: [UInt8] {
    let body: [UInt8] =
      switch self {
      case .element(let element): element.document(namespace: nil)
      case .bytes(let bytes): bytes
      case .end: []
      }
    return [sign] + (0..<4).map { UInt8(truncatingIfNeeded: body.count >> (8 * $0)) } + body
  }

  /// The number of bytes that follow a head; nil when none of ours begins so.
  static func length(_ head: [UInt8]) -> Int? {
    let length = head.dropFirst().enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }
    return (0...longest).contains(length) ? length : nil
  }

  /// Nil when it is none.
  init?(_ head: [UInt8], _ body: [UInt8]) {
    switch head.first {
    case UInt8(ascii: "E"):
      guard let element = try? Element(trusted: body, limits: .foreign) else { return nil }
      self = .element(element)
    case UInt8(ascii: "B"): self = .bytes(body)
    case UInt8(ascii: "."): self = .end
    default: return nil
    }
  }
}
