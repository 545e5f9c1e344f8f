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

  /// `a, b et c`.
  package static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " et " + last
  }
}
