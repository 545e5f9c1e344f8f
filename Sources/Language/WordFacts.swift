/// What is known of each word met: its own row, those of its runs of letters, what it reaches. By columns: a text is read
/// over and over, and nothing is counted in or out on the way.
struct WordFacts {
  private var ranks: [String: Int32] = [:]
  private(set) var stems: [String] = []
  /// The key of a pair that the word begins.
  private(set) var pairs: [UInt64] = []
  /// Minus one where the model has no such word.
  private(set) var rows: [Int32] = []
  /// The rows of letters of a word stand between its end of letters and that of the word before.
  private(set) var letters: [Int32] = []
  private(set) var lettersEnd: [Int] = []
  private(set) var reach: [Vocabulary.Reach?] = []
  private(set) var isEmpty: [Bool] = []

  private let model: Model
  private let vocabulary: Vocabulary
  private let stemmer = Stemmer()

  init(_ model: Model, _ vocabulary: Vocabulary) { (self.model, self.vocabulary) = (model, vocabulary) }

  var count: Int { stems.count }

  func letters(of rank: Int) -> Range<Int> { (rank == 0 ? 0 : lettersEnd[rank - 1])..<lettersEnd[rank] }

  /// The rank of a word, learnt the first time.
  mutating func rank(of word: String) -> Int32 {
    if let rank = ranks[word] { return rank }
    let rank = Int32(count)
    let stem = word == "#" ? "#" : stemmer.stem(word)
    ranks[word] = rank
    stems.append(stem)
    pairs.append(Features.key("b", stem))
    rows.append(model.row(of: Features.key("u", stem)) ?? -1)
    letters += Features.letterKeys(word).compactMap(model.row)
    lettersEnd.append(letters.count)
    reach.append(vocabulary.reach(of: word))
    isEmpty.append(Features.empty.contains(word))
    return rank
  }
}
