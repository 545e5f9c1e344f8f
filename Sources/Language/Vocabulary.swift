import Artefacts

/// The words of a trade, as a certification teaches them: abbreviations written out, and themes.
struct Vocabulary: Sendable {
  private var abbreviations: [String: [String]] = [:]
  private var exact: [String: [Int]] = [:]
  /// Beginnings of words, by their spelling.
  private var beginnings: [String: [Int]] = [:]
  private var expressions: [String: [(words: [String], theme: Int)]] = [:]
  let themes: [String]

  init(_ certification: Certification) {
    themes = certification.themes.map(\.name)
    for each in certification.abbreviations {
      abbreviations[each.short] = each.words.split(separator: " ").map(String.init)
    }
    for (theme, each) in certification.themes.enumerated() {
      for text in each.words {
        let words = text.split(separator: " ").map(String.init)
        if words.count > 1 {
          expressions[words[0], default: []].append((words, theme))
        } else if let word = words.first, word.hasSuffix("*") {
          beginnings[String(word.dropLast()), default: []].append(theme)
        } else if let word = words.first {
          exact[word, default: []].append(theme)
        }
      }
    }
  }

  /// The words with abbreviations written out, each with the token it comes from; a number is `#`.
  func words(of tokens: ArraySlice<Token>) -> [(word: String, token: Int)] {
    var words: [(String, Int)] = []
    words.reserveCapacity(tokens.count + 8)
    for index in tokens.indices {
      let word = tokens[index].word
      if let first = word.utf8.first, (0x30...0x39).contains(first) {
        words.append(("#", index))
      } else if let full = abbreviations[word] {
        for each in full { words.append((each, index)) }
      } else {
        words.append((word, index))
      }
    }
    return words
  }

  /// What a word says by itself, and the expressions that it begins.
  struct Reach: Sendable {
    let themes: [Int]
    let expressions: [(words: [String], theme: Int)]
  }

  /// Nil for a word that touches no theme and begins no expression: most of them.
  func reach(of word: String) -> Reach? {
    let reach = Reach(themes: themes(of: word), expressions: expressions[word] ?? [])
    return reach.themes.isEmpty && reach.expressions.isEmpty ? nil : reach
  }

  /// The themes that the words touch, each with the words that do, in the order of the themes.
  /// - Parameter reach: of the word at a place; nil when it has none.
  func themes(
    in words: [(word: String, token: Int)], reach: (Int) -> Reach?
  ) -> [(theme: Int, places: Range<Int>)] {
    var found = [Range<Int>?](repeating: nil, count: themes.count)
    for index in words.indices {
      guard let reach = reach(index) else { continue }
      for theme in reach.themes where found[theme] == nil { found[theme] = index..<(index + 1) }
      for (expression, theme) in reach.expressions
      where found[theme] == nil && fits(expression, words, index: index) {
        found[theme] = index..<(index + expression.count)
      }
    }
    return found.enumerated().compactMap { theme, places in places.map { (theme, $0) } }
  }

  /// The themes of a word on its own.
  private func themes(of word: String) -> [Int] {
    var found = exact[word] ?? []
    var end = word.startIndex
    while end < word.endIndex {
      end = word.index(after: end)
      if let own = beginnings[String(word[..<end])] { found += own }
    }
    return found
  }

  private func fits(_ expression: [String], _ words: [(word: String, token: Int)], index: Int) -> Bool {
    guard index + expression.count <= words.count else { return false }
    for (offset, part) in expression.enumerated() {
      let word = words[index + offset].word
      if part.hasSuffix("*") ? !word.hasPrefix(part.dropLast()) : word != part { return false }
    }
    return true
  }
}
