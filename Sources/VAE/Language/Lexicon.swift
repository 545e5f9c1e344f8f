import XML

/// The expressions of a certification, stemmed once and searched by their first word.
struct Lexicon: Sendable {
  struct Pattern: Sendable {
    /// Apart from every other pattern of the lexicon.
    let id: Int
    let stems: [String]
    /// The capacity's rank, or nil for an expression of another trade.
    let capacity: Int?
    let points: Int
  }

  static let decisivePoints = 3
  static let usualPoints = 1

  let codes: [String]
  private let byFirst: [String: [Pattern]]

  init(_ certification: Certification) {
    let stemmer = Stemmer()
    let capacities = certification.blocs.flatMap(\.capacities)
    codes = capacities.map(\.code)
    var patterns: [Pattern] = []
    var known: Set<[String]> = []
    func add(_ text: String, _ capacity: Int?, _ points: Int) {
      let stems = Tokenizer.tokens(text, stemmer).map(\.stem)
      // Singular and plural, or the official wording, may say an expression again: it counts once.
      if !stems.isEmpty, known.insert([String(capacity ?? -1)] + stems).inserted {
        patterns.append(Pattern(id: patterns.count, stems: stems, capacity: capacity, points: points))
      }
    }
    for (rank, capacity) in capacities.enumerated() {
      for term in capacity.terms {
        add(term.text, rank, term.weight == .decisive ? Lexicon.decisivePoints : Lexicon.usualPoints)
      }
    }
    for (rank, words) in Lexicon.ownWords(capacities, stemmer).enumerated() {
      for word in words { add(word, rank, Lexicon.usualPoints) }
    }
    for text in certification.offTopics { add(text, nil, 0) }
    var byFirst: [String: [Pattern]] = [:]
    for pattern in patterns { byFirst[pattern.stems[0], default: []].append(pattern) }
    // The longest expression wins where several start at one word.
    self.byFirst = byFirst.mapValues {
      $0.sorted { ($1.stems.count, $1.points) < ($0.stems.count, $0.points) }
    }
  }

  /// The words of the official wording that belong to one capacity only.
  private static func ownWords(_ capacities: [Capacity], _ stemmer: Stemmer) -> [[String]] {
    let words = capacities.map {
      Set(Tokenizer.tokens($0.label, stemmer).map(\.stem).filter { $0.utf8.count > 4 })
    }
    var uses: [String: Int] = [:]
    for set in words { for word in set { uses[word, default: 0] += 1 } }
    return words.map { set in set.filter { uses[$0] == 1 }.sorted() }
  }

  /// Every expression found in a run of words, with the position after its last word.
  func matches(_ tokens: ArraySlice<Token>) -> [(pattern: Pattern, start: Int, end: Int)] {
    var found: [(Pattern, Int, Int)] = []
    for index in tokens.indices {
      guard let candidates = byFirst[tokens[index].stem] else { continue }
      for pattern in candidates where fits(pattern, tokens, index) {
        found.append((pattern, tokens[index].start, tokens[index + pattern.stems.count - 1].end))
      }
    }
    return found
  }

  private func fits(_ pattern: Pattern, _ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    guard index + pattern.stems.count <= tokens.endIndex else { return false }
    for offset in 1..<max(1, pattern.stems.count) where tokens[index + offset].stem != pattern.stems[offset] {
      return false
    }
    return true
  }
}
