/// Turns the words of a text into the rows of a model. What is known of a word (its own row, its letters, its
/// themes) is kept: a session says the same words over and over. Not to be shared between threads.
final class FeatureReader {
  fileprivate final class Facts {
    /// The key of a pair that the word begins, and the word as the second of a pair.
    let pair: UInt64
    let stem: String
    /// The row of the word, and those of its runs of letters.
    let word: Int32?
    let letters: [Int32]
    let reach: Vocabulary.Reach
    let isEmpty: Bool

    init(_ word: String, _ stem: String, _ model: Model, _ vocabulary: Vocabulary) {
      self.stem = stem
      pair = Features.key("b", stem)
      self.word = model.row(of: Features.key("u", stem))
      letters = Features.letterKeys(word).compactMap(model.row)
      reach = vocabulary.reach(of: word)
      isEmpty = Features.empty.contains(word)
    }
  }

  /// The words of a sentence, each with the token it comes from and what is known of it.
  struct Words {
    fileprivate let words: [(word: String, token: Int)]
    fileprivate let facts: [Facts]
    let tokens: Int
  }

  private let model: Model
  private let vocabulary: Vocabulary
  private let stemmer = Stemmer()
  private var facts: [String: Facts] = [:]
  private let themeRows: [Int32?]
  /// By the two themes: minus one where there is no such row, minus two where nobody has looked.
  private var pairRows: [Int32]
  /// The last text that touched a row, so that a feature counts once.
  private var marks: [Int32]
  private var stamp: Int32 = 0

  /// A bound on what is kept, far over the words of a trade.
  private static let most = 100_000

  init(_ model: Model, _ vocabulary: Vocabulary) {
    (self.model, self.vocabulary) = (model, vocabulary)
    marks = [Int32](repeating: 0, count: model.keys.count)
    pairRows = [Int32](repeating: -2, count: vocabulary.themes.count * vocabulary.themes.count)
    themeRows = vocabulary.themes.map { model.row(of: Features.key("k", $0)) }
  }

  func words(of tokens: ArraySlice<Token>) -> Words {
    if facts.count > FeatureReader.most { facts.removeAll(keepingCapacity: true) }
    let words = vocabulary.words(of: tokens)
    return Words(
      words: words.map { ($0.word, $0.token - tokens.startIndex) }, facts: words.map { facts(of: $0.word) },
      tokens: tokens.count)
  }

  /// The known features of some sentences, brought to the same length (`Model.vector`).
  func vector(_ sentences: ArraySlice<Words>) -> [Model.Entry] {
    stamp &+= 1
    var words: [(word: String, token: Int)] = []
    var known: [Facts] = []
    var tokens = 0
    for sentence in sentences {
      words += sentence.words.lazy.map { ($0.word, $0.token + tokens) }
      known += sentence.facts
      tokens += sentence.tokens
    }
    var gathering = Gathering(model)
    var previous: Int?
    for (index, fact) in known.enumerated() {
      let token = words[index].token
      if let row = fact.word { add(row, 0, token..<(token + 1), &gathering) }
      if !fact.isEmpty {
        if let previous, let row = model.row(of: Features.key(known[previous].pair, fact.stem)) {
          let from = words[previous].token
          add(row, 0, min(from, token)..<(max(from, token) + 1), &gathering)
        }
        previous = index
      }
      for row in fact.letters { add(row, 1, token..<(token + 1), &gathering) }
    }
    themes(words, known, &gathering)
    return gathering.entries
  }

  private func themes(_ words: [(word: String, token: Int)], _ known: [Facts], _ gathering: inout Gathering) {
    let found = vocabulary.themes(in: words) { known[$0].reach }
    func span(_ places: Range<Int>) -> Range<Int> {
      words[places.lowerBound].token..<(words[places.upperBound - 1].token + 1)
    }
    for (rank, (theme, places)) in found.enumerated() {
      if let row = themeRows[theme] { add(row, 2, span(places), &gathering) }
      for (other, others) in found[(rank + 1)...] {
        if let row = pair(theme, other) { add(row, 2, span(others), &gathering) }
      }
    }
  }

  private func pair(_ one: Int, _ other: Int) -> Int32? {
    let place = one * vocabulary.themes.count + other
    if pairRows[place] == -2 {
      pairRows[place] =
        model.row(of: Features.key("p", vocabulary.themes[one], vocabulary.themes[other])) ?? -1
    }
    return pairRows[place] < 0 ? nil : pairRows[place]
  }

  private func facts(of word: String) -> Facts {
    if let fact = facts[word] { return fact }
    let fact = Facts(word, word == "#" ? "#" : stemmer.stem(word), model, vocabulary)
    facts[word] = fact
    return fact
  }

  private func add(_ row: Int32, _ block: Int, _ tokens: Range<Int>, _ gathering: inout Gathering) {
    if marks[Int(row)] == stamp { return }
    marks[Int(row)] = stamp
    gathering.add(row, block, tokens)
  }

  /// Entries, their blocks brought to the same length at the end.
  private struct Gathering {
    private let model: Model
    private var found: [(row: Int32, block: Int, tokens: Range<Int>)] = []
    private var norms = [Double](repeating: 0, count: Features.blocks)

    init(_ model: Model) {
      self.model = model
      found.reserveCapacity(256)
    }

    mutating func add(_ row: Int32, _ block: Int, _ tokens: Range<Int>) {
      let value = model.value(of: Int(row))
      norms[block] += value * value
      found.append((row, block, tokens))
    }

    var entries: [Model.Entry] {
      let scales = zip(Model.blockWeights, norms).map { $0 / $1.squareRoot() }
      return found.map {
        Model.Entry(
          row: Int($0.row), value: model.value(of: Int($0.row)) * scales[$0.block], tokens: $0.tokens)
      }
    }
  }
}
