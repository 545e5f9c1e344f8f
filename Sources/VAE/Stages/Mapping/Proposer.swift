import XML

/// What the lexicon finds in a situation: for each capacity an index and the sentences that carry it.
struct Proposer {
  struct Proposal {
    let strength: Strength
    let score: Int
    let passages: [Passage]
  }

  /// Points from which a proposal is strong, probable or weak. Points are counted once per expression, and
  /// without one decisive expression nothing is proposed: usual words alone are in every HR text.
  static let strong = 10
  static let probable = 6
  static let weak = 4
  static let passagesShown = 3

  let lexicon: Lexicon
  let stemmer = Stemmer()

  /// The proposals for a situation, by the rank of the capacity.
  func proposals(for situation: Situation) -> [Int: Proposal] {
    proposals(for: situation.sections.flatMap(\.paragraphs), least: Proposer.weak)
  }

  /// The proposals for paragraphs, from so many points.
  func proposals(for paragraphs: [String], least: Int) -> [Int: Proposal] {
    let texts = paragraphs.map { Array($0.unicodeScalars) }
    var tallies = [Tally](repeating: Tally(), count: lexicon.codes.count)
    var seen: Set<Int> = []
    for (index, paragraph) in paragraphs.enumerated() {
      let tokens = Tokenizer.tokens(paragraph, stemmer)
      for sentence in Tokenizer.sentences(texts[index], tokens: tokens) {
        let matches = lexicon.matches(sentence.tokens)
        // A sentence of another trade proves nothing, however it resembles.
        if matches.isEmpty || matches.contains(where: { $0.pattern.capacity == nil }) { continue }
        for match in matches where seen.insert(match.pattern.id).inserted {
          if let capacity = match.pattern.capacity { tallies[capacity].points += match.pattern.points }
        }
        for capacity in Set(matches.compactMap(\.pattern.capacity)) {
          let own = matches.filter { $0.pattern.capacity == capacity }
          guard own.contains(where: { $0.pattern.points == Lexicon.decisivePoints }) else { continue }
          tallies[capacity].hits.append(
            Hit(
              points: own.reduce(0) { $0 + $1.pattern.points }, paragraph: index,
              sentence: sentence.start..<sentence.end, words: own.map { $0.start..<$0.end }))
        }
      }
    }
    var proposals: [Int: Proposal] = [:]
    for (capacity, tally) in tallies.enumerated() where tally.points >= least && !tally.hits.isEmpty {
      proposals[capacity] = proposal(tally, texts)
    }
    return proposals
  }

  /// What is found for one capacity: its points, and the sentences with a decisive expression.
  private struct Tally {
    var points = 0
    var hits: [Hit] = []
  }

  private struct Hit {
    let points: Int
    let paragraph: Int
    let sentence: Range<Int>
    let words: [Range<Int>]
  }

  private func proposal(_ tally: Tally, _ texts: [[Unicode.Scalar]]) -> Proposal {
    let best = tally.hits.enumerated()
      .sorted { ($1.element.points, $0.offset) < ($0.element.points, $1.offset) }
      .prefix(Proposer.passagesShown).sorted { $0.offset < $1.offset }
      .map { passage($0.element, texts[$0.element.paragraph]) }
    let points = tally.points
    let strength: Strength =
      points >= Proposer.strong ? .strong : points >= Proposer.probable ? .probable : .weak
    return Proposal(strength: strength, score: points * 100 / (points + 5), passages: best)
  }

  private func passage(_ hit: Hit, _ text: [Unicode.Scalar]) -> Passage {
    func slice(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(text[range])) }
    var words: [String] = []
    for word in hit.words.map(slice) where !words.contains(word) { words.append(word) }
    return Passage(
      paragraph: hit.paragraph + 1, start: hit.sentence.lowerBound, length: hit.sentence.count,
      quote: slice(hit.sentence), words: words)
  }
}
