/// Turns the words of a text into the rows of a model. What is known of a word is kept: a session says the same
/// words over and over. Not to be shared between threads.
final class FeatureReader {
  /// The words of a sentence, each with the token it comes from and its rank among those known.
  struct Words {
    fileprivate let words: [(word: String, token: Int)]
    fileprivate let ranks: [Int32]
    let tokens: Int
  }

  private let model: Model
  private let vocabulary: Vocabulary
  private var facts: WordFacts
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
    facts = WordFacts(model, vocabulary)
    marks = [Int32](repeating: 0, count: model.keys.count)
    pairRows = [Int32](repeating: -2, count: vocabulary.themes.count * vocabulary.themes.count)
    themeRows = vocabulary.themes.map { model.row(of: Features.key("k", $0)) }
  }

  /// The sentences of one text, to be read together by `vector`.
  func words(of sentences: [ArraySlice<Token>]) -> [Words] {
    if facts.count > FeatureReader.most { facts = WordFacts(model, vocabulary) }
    return sentences.map { tokens in
      let words = vocabulary.words(of: tokens)
      return Words(
        words: words.map { ($0.word, $0.token - tokens.startIndex) },
        ranks: words.map { facts.rank(of: $0.word) },
        tokens: tokens.count)
    }
  }

  /// The known features of some sentences, brought to the same length (`Model.vector`).
  func vector(_ sentences: ArraySlice<Words>) -> [Model.Entry] {
    stamp &+= 1
    var gathering = Gathering(model, marks, stamp: stamp)
    marks = []
    var words: [(word: String, token: Int)] = []
    var ranks: [Int32] = []
    var start = 0
    for sentence in sentences {
      for word in sentence.words { words.append((word.word, word.token + start)) }
      ranks += sentence.ranks
      start += sentence.tokens
    }
    single(words, ranks, gathering: &gathering)
    themes(words, ranks, gathering: &gathering)
    marks = gathering.marks
    return gathering.entries
  }

  /// Words, pairs of words, runs of letters.
  private func single(
    _ words: [(word: String, token: Int)], _ ranks: [Int32], gathering: inout Gathering
  ) {
    let facts = facts
    var previous: Int?
    for index in ranks.indices {
      let (rank, token) = (Int(ranks[index]), words[index].token)
      if facts.rows[rank] >= 0 { gathering.add(facts.rows[rank], 0, tokens: token..<(token + 1)) }
      if !facts.isEmpty[rank] {
        if let previous {
          let from = words[previous].token
          let key = Features.key(facts.pairs[Int(ranks[previous])], facts.stems[rank])
          if let row = model.row(of: key) {
            gathering.add(row, 0, tokens: min(from, token)..<(max(from, token) + 1))
          }
        }
        previous = index
      }
      for letter in facts.letters(of: rank) {
        gathering.add(facts.letters[letter], 1, tokens: token..<(token + 1))
      }
    }
  }

  private func themes(
    _ words: [(word: String, token: Int)], _ ranks: [Int32], gathering: inout Gathering
  ) {
    let facts = facts
    let found = vocabulary.themes(in: words) { facts.reach[Int(ranks[$0])] }
    func span(_ places: Range<Int>) -> Range<Int> {
      words[places.lowerBound].token..<(words[places.upperBound - 1].token + 1)
    }
    for (rank, (theme, places)) in found.enumerated() {
      if let row = themeRows[theme] { gathering.add(row, 2, tokens: span(places)) }
      for (other, others) in found[(rank + 1)...] {
        if let row = pair(theme, other) { gathering.add(row, 2, tokens: span(others)) }
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

  /// Entries, their blocks brought to the same length at the end.
  private struct Gathering {
    private let model: Model
    private var found: [(row: Int32, block: Int, tokens: Range<Int>)] = []
    private var norms = [Double](repeating: 0, count: Features.blocks)

    private(set) var marks: [Int32]
    private let stamp: Int32

    init(_ model: Model, _ marks: consuming [Int32], stamp: Int32) {
      self.model = model
      self.marks = marks
      self.stamp = stamp
      found.reserveCapacity(512)
    }

    /// Counts a feature once.
    mutating func add(_ row: Int32, _ block: Int, tokens: Range<Int>) {
      if marks[Int(row)] == stamp { return }
      marks[Int(row)] = stamp
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
