import Artefacts

/// Reads a text and proposes capacities, each with its probability, the sentences that carry it and the words that
/// weighed. It would rather say nothing than guess.
package struct Suggester: Sendable {
  /// A capacity proposed for a text, and why.
  package struct Proposal: Sendable {
    /// The rank of the capacity in the certification.
    package let capacity: Int
    let probability: Double
    package let passages: [Passage]
  }

  let model: Model
  private let readers: ReaderPool

  init(model: Model, vocabulary: Vocabulary) {
    self.model = model
    readers = ReaderPool(model, vocabulary)
  }

  /// How far below “none” a capacity may stand and still be proposed first.
  private static let lead = 0.2
  private static let least = -0.6
  /// What a second or a third capacity must reach, and how near the first.
  private static let leastOther = -0.4
  private static let mostBehind = 1.0
  private static let mostProposed = 3
  /// From so many sentences a text is read two sentences at a time: it tells several things.
  private static let longText = 5
  private static let leastLead = 0.30
  private static let leadPerWindow = 0.02
  private static let passagesShown = 3

  /// The proposals for a text, the most probable first.
  package func proposals(for paragraphs: [String]) -> [Proposal] {
    let text = ReadText(paragraphs)
    if text.sentences.isEmpty { return [] }
    let reader = readers.take()
    defer { readers.give(reader) }
    let isLong = text.sentences.count >= Suggester.longText
    let windows = isLong ? (0..<(text.sentences.count - 1)).map { $0..<($0 + 2) } : [text.sentences.indices]
    let sentences = reader.words(of: text.sentences.map(\.tokens))
    var tallies: [Int: Tally] = [:]
    for window in windows {
      let reading = Reading(text.tokens(of: window), sentences[window], model: model, reader: reader)
      for (rank, lead) in isLong ? first(reading.scores) : several(reading.scores) {
        var tally = tallies[rank] ?? Tally()
        tally.lead += lead
        tally.score = max(tally.score, reading.scores[rank])
        tally.hits += reading.hits(for: rank, window, text: text)
        tallies[rank] = tally
      }
    }
    let least = isLong ? Suggester.leastLead + Suggester.leadPerWindow * Double(windows.count) : -.infinity
    return tallies.filter { $0.value.lead >= least }.map { rank, tally in
      Proposal(
        capacity: rank, probability: model.probability(tally.score),
        passages: tally.best(Suggester.passagesShown).map { text.passage($0) })
    }.sorted { ($1.probability, $0.capacity) < ($0.probability, $1.capacity) }
  }

  /// What one window of a long text adds: its first capacity, by how much it leads.
  private func first(_ scores: [Double]) -> [(Int, Double)] {
    let none = scores[model.codes.count]
    guard let best = ranked(scores).first else { return [] }
    let lead = scores[best] - max(none, Suggester.least)
    return lead > 0 ? [(best, lead)] : []
  }

  /// The capacities of a short text.
  func several(_ scores: [Double]) -> [(Int, Double)] {
    let none = scores[model.codes.count]
    let ranks = ranked(scores)
    guard let best = ranks.first, scores[best] >= none - Suggester.lead, scores[best] >= Suggester.least
    else { return [] }
    let others = ranks.dropFirst().prefix(Suggester.mostProposed - 1).filter {
      scores[$0] >= Suggester.leastOther && scores[$0] >= scores[best] - Suggester.mostBehind
        && scores[$0] >= none - 0.3
    }
    return ([best] + others).map { ($0, scores[$0]) }
  }

  private func ranked(_ scores: [Double]) -> [Int] {
    model.codes.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  }

  private struct Tally {
    var lead = 0.0
    var score = -Double.infinity
    var hits: [SupportingSentence] = []

    /// A sentence that weighs much less than the best one explains nothing.
    private static let leastPart = 0.35

    /// The sentences that weigh most, each once, in the order of the text.
    func best(_ count: Int) -> [SupportingSentence] {
      var kept: [SupportingSentence] = []
      let least = (hits.map(\.weight).max() ?? 0) * Tally.leastPart
      for hit in hits.sorted(by: { ($1.weight, $0.sentence) < ($0.weight, $1.sentence) })
      where kept.count < count && hit.weight >= least
        && !kept.contains(where: { $0.sentence == hit.sentence })
      {
        kept.append(hit)
      }
      return kept.sorted { $0.sentence < $1.sentence }
    }
  }
}

/// A sentence that speaks for a capacity, and the words of it that do.
struct SupportingSentence {
  let sentence: Int
  let weight: Double
  let words: [Range<Int>]
}

/// One window of a text, scored, with what each of its words adds.
struct Reading {
  let scores: [Double]
  private let entries: [Model.Entry]
  private let tokens: [Token]
  private let model: Model

  init(
    _ tokens: [Token], _ sentences: ArraySlice<FeatureReader.Words>, model: Model, reader: FeatureReader
  ) {
    self.model = model
    self.tokens = tokens
    entries = reader.vector(sentences)
    scores = model.scores(entries)
  }

  /// Words that weigh less than this are not shown.
  private static let leastWord = 0.04
  private static let wordsShown = 6

  /// The sentences of the window that speak for a capacity.
  func hits(for rank: Int, _ window: Range<Int>, text: ReadText) -> [SupportingSentence] {
    var parts = [Double](repeating: 0, count: tokens.count)
    for entry in entries {
      let part = model.part(entry, rank) / Double(entry.tokens.count)
      for token in entry.tokens { parts[token] += part }
    }
    var start = 0
    var hits: [SupportingSentence] = []
    for sentence in window {
      let end = start + text.sentences[sentence].tokens.count
      let own = (start..<end).sorted { (parts[$1], $0) < (parts[$0], $1) }
      let words = own.prefix(Reading.wordsShown).filter { parts[$0] >= Reading.leastWord }.sorted()
      let weight = (start..<end).reduce(0) { $0 + parts[$1] }
      if weight > 0, !words.isEmpty {
        hits.append(SupportingSentence(sentence: sentence, weight: weight, words: joined(words)))
      }
      start = end
    }
    // A text whose words all weigh little still has a sentence to show.
    if hits.isEmpty, let only = window.first {
      return [SupportingSentence(sentence: only, weight: 0, words: [])]
    }
    return hits
  }

  /// Words that touch are one expression.
  private func joined(_ words: [Int]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var last = -3
    for word in words {
      // « variables de paie »: a small word between two that weigh is part of the expression.
      if word <= last + 2, let range = ranges.last {
        ranges[ranges.count - 1] = range.lowerBound..<tokens[word].end
      } else {
        ranges.append(tokens[word].start..<tokens[word].end)
      }
      last = word
    }
    return ranges
  }
}
