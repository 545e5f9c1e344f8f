/// Small matters of French writing.
package enum French {
  package static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre",
    "décembre",
  ]

  /// Thousands apart, by a narrow no-break space: `1 607`.
  package static func number(_ value: Int) -> String {
    let digits = Array(String(abs(value)))
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "\u{202F}" }
      text.append(digit)
    }
    return text
  }

  /// `1 dossier`, `0 dossier`, `2 dossiers`.
  package static func count(_ number: Int, _ one: String, many: String) -> String {
    "\(self.number(number)) \(abs(number) < 2 ? one : many)"
  }

  /// The same text with the spaces of French punctuation made unbreakable, so that no line begins with a colon.
  package static func spaced(_ text: String) -> String {
    var text = text
    return text.withUTF8 { unsafe spaced($0) } ?? text
  }

  /// Nil when there is nothing to change.
  private static func spaced(_ utf8: UnsafeBufferPointer<UInt8>) -> String? {
    var spaced: [UInt8] = []
    var copied = 0
    var index = 0
    while index < utf8.count {
      defer { index += 1 }
      guard unsafe utf8[index] == 0x20, let space = unsafe unbreakable(utf8, at: index) else { continue }
      if spaced.isEmpty { spaced.reserveCapacity(utf8.count + 32) }
      unsafe spaced.append(contentsOf: utf8[copied..<index])
      spaced.append(contentsOf: space)
      copied = index + 1
    }
    if copied == 0 { return nil }
    unsafe spaced.append(contentsOf: utf8[copied...])
    return String(decoding: spaced, as: UTF8.self)
  }

  /// The no-break space that stands for a space before `: ; ! ? »` or after `«`, in UTF-8.
  private static func unbreakable(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> [UInt8]? {
    let (wide, narrow): ([UInt8], [UInt8]) = ([0xC2, 0xA0], [0xE2, 0x80, 0xAF])
    if unsafe index >= 2 && utf8[index - 1] == 0xAB && utf8[index - 2] == 0xC2 { return wide }
    guard index + 1 < utf8.count else { return nil }
    switch unsafe utf8[index + 1] {
    case UInt8(ascii: ":"): return wide
    case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): return narrow
    case 0xC2: return unsafe index + 2 < utf8.count && utf8[index + 2] == 0xBB ? wide : nil
    default: return nil
    }
  }

  /// `à Lyon`, `au Creusot`, `aux Lilas`.
  package static func at(_ town: String) -> String {
    if town.hasPrefix("Le ") { return "au " + town.dropFirst(3) }
    return town.hasPrefix("Les ") ? "aux " + town.dropFirst(4) : "à " + town
  }

  /// `a, b et c`.
  package static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " et " + last
  }
}
