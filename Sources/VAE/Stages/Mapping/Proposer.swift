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
    var points: [Int: Int] = [:]
    var seen: [Int: Set<String>] = [:]
    var hits: [Int: [(points: Int, passage: Passage)]] = [:]
    for (rank, paragraph) in paragraphs.enumerated() {
      let tokens = Tokenizer.tokens(paragraph, stemmer)
      let scalars = Array(paragraph.unicodeScalars)
      for sentence in Tokenizer.sentences(scalars, tokens: tokens) {
        let matches = lexicon.matches(sentence.tokens)
        // A sentence of another trade proves nothing, however it resembles.
        if matches.contains(where: { $0.pattern.capacity == nil }) { continue }
        var words: [Int: [String]] = [:]
        var weight: [Int: Int] = [:]
        var decided: Set<Int> = []
        for match in matches {
          guard let capacity = match.pattern.capacity else { continue }
          weight[capacity, default: 0] += match.pattern.points
          if match.pattern.points == Lexicon.decisivePoints { decided.insert(capacity) }
          if seen[capacity, default: []].insert(match.pattern.text).inserted {
            points[capacity, default: 0] += match.pattern.points
          }
          let text = slice(scalars, match.start, match.end)
          if !words[capacity, default: []].contains(text) { words[capacity, default: []].append(text) }
        }
        for (capacity, words) in words where decided.contains(capacity) {
          let passage = Passage(
            paragraph: rank + 1, start: sentence.start, length: sentence.end - sentence.start,
            quote: slice(scalars, sentence.start, sentence.end), words: words)
          hits[capacity, default: []].append((weight[capacity] ?? 0, passage))
        }
      }
    }
    var proposals: [Int: Proposal] = [:]
    for (capacity, points) in points where points >= least {
      if let carriers = hits[capacity] { proposals[capacity] = proposal(points, carriers) }
    }
    return proposals
  }

  private func proposal(_ points: Int, _ hits: [(points: Int, passage: Passage)]) -> Proposal {
    let best = hits.enumerated().sorted { ($1.element.points, $0.offset) < ($0.element.points, $1.offset) }
      .prefix(Proposer.passagesShown).sorted { $0.offset < $1.offset }.map(\.element.passage)
    let strength: Strength =
      points >= Proposer.strong ? .strong : points >= Proposer.probable ? .probable : .weak
    return Proposal(strength: strength, score: points * 100 / (points + 5), passages: best)
  }

  private func slice(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> String {
    String(String.UnicodeScalarView(scalars[start..<end]))
  }
}
