/// An abbreviation of the trade and what it stands for.
package struct Abbreviation: Shaped {
  package var short: String
  package var words: String

  package static let shape = Shape(
    "abbreviation", Self.init,
    .attribute("short", \.short),
    .content(\.words))

  package init(short: String, words: String) {
    (self.short, self.words) = (short, words)
  }
}

/// Words that say the same thing in this trade: an act, an object, a product.
package struct Theme: Shaped {
  package var name: String
  package var words: [String]

  package static let shape = Shape(
    "theme", Self.init,
    .attribute("name", \.name),
    .text("word", \.words))

  package init(name: String, words: [String]) {
    (self.name, self.words) = (name, words)
  }
}

/// A text that shows some capacities, the main one first; or none, when it only resembles.
package struct Example: Shaped {
  package var codes: String?
  package var text: String

  package static let shape = Shape(
    "example", Self.init,
    .attribute("capacities", \.codes),
    .content(\.text))

  package var capacities: [String] { (codes ?? "").split(separator: " ").map(String.init) }

  package init(codes: String? = nil, text: String) {
    (self.codes, self.text) = (codes, text)
  }
}
