import XML

/// The declared activities against the capacities: what the experience in direct link seems to reach, and what
/// not. Information for the candidate, delivered with the notice; never a ground of refusal.
enum GapAnalysis {
  static func reach(_ request: Request, _ certification: Certification) -> [Reach] {
    let proposer = Proposer(lexicon: LexiconCache.lexicon(of: certification))
    let lines = request.experiences.filter(\.related).flatMap { $0.activities }
    // A line of a form is short: one decisive expression is already a sign.
    let proposals = proposer.proposals(for: lines, least: Lexicon.decisivePoints)
    return proposer.lexicon.codes.enumerated().map { rank, code in
      let proposal = proposals[rank]
      var words: [String] = []
      for word in proposal?.passages.flatMap(\.words) ?? [] where !words.contains(word) { words.append(word) }
      return Reach(
        capacity: code, level: proposal.map { CoverageLevel($0.strength) } ?? .nothing, words: words)
    }
  }
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
