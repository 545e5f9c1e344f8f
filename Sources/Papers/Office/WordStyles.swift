import XML

/// What `word/styles.xml` says of paragraphs: which are headings, and which are numbered.
struct WordStyles {
  /// The level of a heading; 0 is the title of the document.
  private(set) var levels: [String: Int] = [:]
  /// The numbering of a style, by its identifier: list and level.
  private(set) var numbers: [String: (list: String, level: Int)] = [:]

  /// The identifiers of styles follow Word’s language, their names do not.
  init(_ styles: Element?) {
    let all = (styles?.children ?? []).filter { $0.name == "style" && $0["styleId"] != nil }
    let byId = Dictionary(all.map { ($0["styleId"] ?? "", $0) }) { first, _ in first }
    for id in byId.keys {
      // A style is what the one it is based on is, unless it says otherwise.
      var (style, depth) = (byId[id], 0)
      while let one = style, depth < 20 {
        if levels[id] == nil { levels[id] = WordStyles.level(one) }
        if numbers[id] == nil { numbers[id] = WordStyles.number(one.first("pPr")) }
        style = one.first("basedOn")?["val"].flatMap { byId[$0] }
        depth += 1
      }
    }
  }

  private static func level(_ style: Element) -> Int? {
    let name = style.first("name")?["val"]?.lowercased() ?? ""
    if ["title", "titre"].contains(name) { return 0 }
    if let last = name.split(separator: " ").last, let level = Int(last),
      name.hasPrefix("heading") || name.hasPrefix("titre")
    {
      return level
    }
    return outline(style.first("pPr"))
  }

  /// The level that a paragraph or a style states by itself.
  static func outline(_ properties: Element?) -> Int? {
    properties?.first("outlineLvl")?["val"].flatMap { Int($0) }.flatMap { $0 < 9 ? $0 + 1 : nil }
  }

  /// The list and the level that a paragraph or a style states by itself.
  static func number(_ properties: Element?) -> (list: String, level: Int)? {
    guard let number = properties?.first("numPr"), let list = number.first("numId")?["val"], list != "0"
    else { return nil }
    return (list, number.first("ilvl")?["val"].flatMap { Int($0) } ?? 0)
  }
}

/// The automatic numbers of `word/numbering.xml`, counted as the paragraphs come.
struct WordNumbering {
  private struct Level {
    let start: Int
    let text: String
  }

  /// The levels of each list.
  private var levels: [String: [Int: Level]] = [:]
  private var counts: [String: [Int: Int]] = [:]

  init(_ numbering: Element?) {
    var abstract: [String: [Int: Level]] = [:]
    for each in numbering?.children ?? [] where each.name == "abstractNum" {
      for level in each.children where level.name == "lvl" {
        guard let rank = level["ilvl"].flatMap({ Int($0) }) else { continue }
        abstract[each["abstractNumId"] ?? "", default: [:]][rank] = Level(
          start: level.first("start")?["val"].flatMap { Int($0) } ?? 1,
          text: level.first("lvlText")?["val"] ?? "")
      }
    }
    for each in numbering?.children ?? [] where each.name == "num" {
      guard let id = each["numId"], let base = each.first("abstractNumId")?["val"] else { continue }
      levels[id] = abstract[base]
    }
  }

  /// What stands before the next paragraph of a list: `Situation 2 :`; empty when it is a figure or a bullet alone, which is no
  /// word of the candidate’s.
  mutating func next(_ list: String, _ level: Int) -> String {
    guard let own = levels[list]?[level] else { return "" }
    counts[list, default: [:]][level] = (counts[list]?[level] ?? own.start - 1) + 1
    for deeper in level + 1..<10 { counts[list]?[deeper] = nil }
    var text = own.text
    for rank in 0...level {
      text = text.replacing(
        "%\(rank + 1)", with: String(counts[list]?[rank] ?? levels[list]?[rank]?.start ?? 1))
    }
    return text.count(where: \.isLetter) > 2 ? text : ""
  }
}
