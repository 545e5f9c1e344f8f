import Artefacts
import Language

/// The declared activities against the capacities: what the experience in direct link seems to reach, and what
/// not. Information for the candidate, delivered with the notice; never a ground of refusal.
enum GapAnalysis {
  static func reach(_ request: Request, _ certification: Certification) -> [CapacityReach] {
    let suggester = Teaching.suggester(of: certification)
    // Each line of a form tells one thing: it is read on its own.
    let proposals = request.experiences.filter(\.related).flatMap(\.activities)
      .flatMap { suggester?.proposals(for: [$0]) ?? [] }
    return certification.capacities.enumerated().map { rank, capacity in
      let own = proposals.filter { $0.capacity == rank }
      var words: [String] = []
      for word in own.flatMap(\.passages).flatMap(\.words) where !words.contains(word) { words.append(word) }
      return CapacityReach(
        capacity: capacity.code, level: own.map { CoverageLevel($0.strength) }.max() ?? .nothing, words: words
      )
    }
  }
}

extension GapAnalysis {
  /// The declared activities against those of the fiche and the missions it gives as examples. The fiche gives no
  /// table from activities to capacities: only shared words are shown.
  static func activities(_ request: Request, _ certification: Certification) -> [ActivityReach] {
    let stemmer = Stemmer()
    func words(_ text: String) -> [(stem: String, word: String)] {
      let scalars = Array(text.unicodeScalars)
      return Tokenizer.tokens(text).map { token in
        (
          stemmer.stem(token.word),
          String(String.UnicodeScalarView(scalars[token.start..<token.end])).lowercased()
        )
      }.filter { $0.word.count >= shortestWord }
    }
    let lines = request.experiences.filter(\.related).flatMap(\.activities)
    let declared = Set(lines.flatMap(words).map(\.stem))
    return (certification.activities + certification.missions).map { activity in
      var found: [String] = []
      for (stem, word) in words(activity) where declared.contains(stem) && !found.contains(word) {
        found.append(word)
      }
      return ActivityReach(touched: !found.isEmpty, label: activity, words: found)
    }
  }

  /// Shorter words are articles and prepositions.
  private static let shortestWord = 6
}

extension CoverageLevel {
  init(_ strength: Strength) {
    switch strength {
    case .strong: self = .strong
    case .probable: self = .probable
    case .weak: self = .weak
    }
  }
}
