import XML

/// What the styles of an OpenDocument text say of its paragraphs: which are headings, by their own name, their level, or
/// the style that they come from.
struct OpenDocumentStyles {
  private var styles: [String: Element] = [:]

  /// - Parameter documents: `styles.xml` and `content.xml`, each of which holds styles.
  init(_ documents: [Element]) {
    for document in documents {
      for place in document.children where ["styles", "automatic-styles"].contains(place.name) {
        for style in place.children where style.name == "style" && style["family"] == "paragraph" {
          if let name = style["name"] { styles[name] = style }
        }
      }
    }
  }

  /// The level of a heading, 0 for the title of the document; nil when a style is that of no heading.
  func level(of name: String?) -> Int? {
    var (name, depth) = (name, 0)
    while let own = name, depth < 20 {
      let style = styles[own]
      if let level = OpenDocumentStyles.level(named: style?["display-name"] ?? own) { return level }
      if let level = style?["default-outline-level"].flatMap(Int.init), (1...10).contains(level) {
        return level
      }
      name = style?["parent-style-name"]
      depth += 1
    }
    return nil
  }

  /// `Heading 2`, `Titre 2`; a name inside the file spells its spaces `_20_`.
  private static func level(named name: String) -> Int? {
    let plain = name.replacing("_20_", with: " ").lowercased()
    if ["title", "titre", "titre principal"].contains(plain) { return 0 }
    guard let heading = plain.firstMatch(of: /^(?:heading|titre|überschrift) ?([1-9])$/) else { return nil }
    return Int(heading.1)
  }
}
