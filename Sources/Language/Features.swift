/// What is looked at in a text: words and pairs of words, runs of four letters (which survive a typing error),
/// themes and pairs of themes. Presence only.
struct Features {
  /// One feature, and the tokens that it comes from.
  struct Feature {
    let key: UInt64
    let block: Int
    let tokens: Range<Int>
  }

  static let blocks = 3
  private(set) var all: [Feature] = []
  private var seen: Set<UInt64> = []

  init(_ tokens: ArraySlice<Token>, _ vocabulary: Vocabulary, stemmer: Stemmer) {
    let words = vocabulary.words(of: tokens)
    let stems = words.map { $0.word == "#" ? "#" : stemmer.stem($0.word) }
    var previous: Int?
    for (index, (word, token)) in words.enumerated() {
      add("u", stems[index], block: 0, tokens: token..<(token + 1))
      if !Features.empty.contains(word) {
        if let previous {
          let from = words[previous].token
          add("b", stems[previous], stems[index], block: 0, tokens: min(from, token)..<(max(from, token) + 1))
        }
        previous = index
      }
      letters(word, token)
    }
    let themes = vocabulary.themes(in: words) { vocabulary.reach(of: words[$0].word) }
    func span(_ places: Range<Int>) -> Range<Int> {
      words[places.lowerBound].token..<(words[places.upperBound - 1].token + 1)
    }
    for (rank, (theme, places)) in themes.enumerated() {
      add("k", vocabulary.themes[theme], block: 2, tokens: span(places))
      for (other, others) in themes[(rank + 1)...] {
        // The pair is carried by its second word: the first already speaks for itself.
        add("p", vocabulary.themes[theme], vocabulary.themes[other], block: 2, tokens: span(others))
      }
    }
  }

  private mutating func letters(_ word: String, _ token: Int) {
    for key in Features.letterKeys(word) { insert(key, block: 1, tokens: token..<(token + 1)) }
  }

  /// Runs of four letters, the ends of the word being letters too.
  static func letterKeys(_ word: String) -> [UInt64] {
    let bytes = [UInt8(ascii: "<")] + Array(word.utf8) + [UInt8(ascii: ">")]
    if bytes.count < 5 { return [] }
    return (0...(bytes.count - 4)).map { start in
      bytes[start..<(start + 4)].reduce(Features.start("c"), Features.next)
    }
  }

  private mutating func add(_ kind: Character, _ parts: String..., block: Int, tokens: Range<Int>) {
    insert(Features.key(kind, parts), block: block, tokens: tokens)
  }

  static func key(_ kind: Character, _ parts: String...) -> UInt64 { key(kind, parts) }

  private static func key(_ kind: Character, _ parts: [String]) -> UInt64 { parts.reduce(start(kind), key) }

  /// The key that goes on with one more part.
  static func key(_ key: UInt64, _ part: String) -> UInt64 { next(part.utf8.reduce(key, next), 0) }

  private mutating func insert(_ key: UInt64, block: Int, tokens: Range<Int>) {
    if seen.insert(key).inserted { all.append(Feature(key: key, block: block, tokens: tokens)) }
  }

  /// FNV-1a, 64 bits.
  private static func start(_ kind: Character) -> UInt64 {
    next(0xcbf2_9ce4_8422_2325, kind.asciiValue ?? 0)
  }

  private static func next(_ key: UInt64, _ byte: UInt8) -> UInt64 { (key ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// Words that join others and say nothing of a capacity; pairs step over them.
  static let empty: Set<String> = [
    "le", "la", "les", "un", "une", "des", "de", "du", "d", "l", "a", "au", "aux", "et", "en", "que", "qu",
    "qui", "ce", "cette", "ces", "se", "s", "y", "il", "elle", "on",
  ]
}
