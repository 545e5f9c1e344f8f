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
  package static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(self.number(number)) \(abs(number) < 2 ? one : many)"
  }

  /// The same text with the spaces of French punctuation made unbreakable, so that no line begins with a colon.
  package static func spaced(_ text: String) -> String {
    var needs = false
    var last: UInt8 = 0
    for byte in text.utf8 {
      // A space before one of : ; ! ? or a closing guillemet, or after an opening one.
      if last == 0x20, byte == 0x3A || byte == 0x3B || byte == 0x21 || byte == 0x3F || byte == 0xC2 {
        needs = true
      }
      if byte == 0x20 && last == 0xAB { needs = true }
      last = byte
    }
    if !needs { return text }
    var spaced = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if previous == " " {
        switch scalar {
        case ";", "!", "?": spaced.append("\u{202F}")
        case ":", "»": spaced.append("\u{A0}")
        default: spaced.append(" ")
        }
      }
      if scalar == " " && spaced.last == "«" {
        spaced.append("\u{A0}")
        previous = nil
        continue
      }
      if scalar != " " { spaced.append(scalar) }
      previous = scalar
    }
    if previous == " " { spaced.append(" ") }
    return String(spaced)
  }

  /// `a, b et c`.
  package static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " et " + last
  }
}
