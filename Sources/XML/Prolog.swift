/// What stands before the root of a document, looked at before any parser: a DOCTYPE is refused there, for what it declares
/// is expanded as it is read.
enum Prolog {
  enum Found { case clear, doctype, unfinished }

  /// Steps over the mark, white space, instructions and comments. A character of UTF-16 is looked at by its low byte.
  static func scan(_ bytes: ArraySlice<UInt8>) -> Found {
    var rest = bytes
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    if rest.starts(with: [0xFF, 0xFE]) || rest.starts(with: [0xFE, 0xFF]) || rest.prefix(4).contains(0) {
      rest = rest.filter { $0 != 0 && $0 < 0xFE }[...]
    }
    while true {
      rest = rest.drop(while: \.isBlank)
      if rest.count < doctype.count { return .unfinished }
      if rest.starts(with: doctype) { return .doctype }
      let end: [UInt8]
      if rest.starts(with: Array("<?".utf8)) {
        end = Array("?>".utf8)
      } else if rest.starts(with: Array("<!--".utf8)) {
        end = Array("-->".utf8)
        rest = rest.dropFirst(4)
      } else {
        return .clear
      }
      guard let place = rest.firstRange(of: end)?.upperBound else { return .unfinished }
      rest = rest[place...]
    }
  }

  /// The refusal of a DOCTYPE, with its line.
  static func refused(in bytes: ArraySlice<UInt8>) -> Diagnostic {
    let plain = bytes.prefix(1 << 20).filter { $0 != 0 }
    let place = plain.firstRange(of: doctype)?.lowerBound ?? 0
    return refusal(line: plain[..<place].count { $0 == 0x0A } + 1)
  }

  static func refusal(line: Int) -> Diagnostic {
    Diagnostic(
      code: .xmlDoctype, "le document contient une déclaration DOCTYPE, qui est refusée",
      advice: "supprimer la ligne <!DOCTYPE …> et les entités qu’elle déclare", line: line)
  }

  private static let doctype = Array("<!DOCTYPE".utf8)
}

extension UInt8 {
  /// Whether it is white space of XML.
  var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
