/// What a vote amounts to.
package enum VoteOutcome: String, CaseIterable, Sendable {
  /// Nobody’s vote is noted, though there are votes present.
  case empty
  /// The votes noted are not the votes present.
  case miscounted
  /// No vote is present.
  case nobody
  /// No vote is for the decision.
  case unsupported
  /// A tie, without the chair’s vote.
  case tied
  /// The chair’s casting vote is noted without a tie.
  case needlessCasting = "needless-casting"
  /// More votes are against the decision than for it.
  case minority
  /// A majority of the votes cast, less than half of the votes present.
  case belowHalf = "below-half"
  /// A tie that the chair’s vote has settled.
  case settledByChair = "settled-by-chair"
  case majority
}

/// What the rule on votes weighs.
package enum VoteFigure: String, Sendable {
  case votesFor = "for"
  case against
  case abstain
  /// 1 when the chair’s casting vote is noted.
  case casting
  /// The votes present.
  case voices
}

/// What the roll-up weighs: capacities.
package enum RollUpFigure: String, Sendable {
  case acquired
  case total
}

/// The rules of the jury that the page of the deliberation applies too.
package enum JuryTables {
  /// Every vote present is cast, and the decision has the majority; the chair’s vote counts in a tie, and only there.
  package static let vote = RuleTable<VoteFigure, VoteOutcome>(
    [
      .init(.empty, when: .init(cast, is: .zero), .init([.voices: 1], is: .notZero)),
      .init(.miscounted, when: .init(cast.merging([.voices: -1]) { $1 }, is: .notZero)),
      .init(.nobody, when: .init([.voices: 1], is: .zero)),
      .init(.unsupported, when: .init([.votesFor: 1], is: .zero)),
      .init(.tied, when: .init(lead, is: .zero), .init([.casting: 1], is: .zero)),
      .init(.needlessCasting, when: .init(lead, is: .notZero), .init([.casting: 1], is: .notZero)),
      .init(.minority, when: .init(lead, is: .negative)),
      .init(.settledByChair, when: .init(lead, is: .zero)),
      .init(.belowHalf, when: .init([.votesFor: 2, .voices: -1], is: .negative)),
    ], otherwise: .majority)

  /// One acquired capacity is already a partial validation: the fiche keeps acquired components without limit.
  package static let rollUp = RuleTable<RollUpFigure, AwardResult>(
    [
      .init(.full, when: .init([.acquired: 1, .total: -1], is: .zero)),
      .init(.partial, when: .init([.acquired: 1], is: .notZero)),
    ], otherwise: .nothing)

  private static let cast: [VoteFigure: Int] = [.votesFor: 1, .against: 1, .abstain: 1]
  private static let lead: [VoteFigure: Int] = [.votesFor: 1, .against: -1]
}

extension Vote {
  /// - Parameter voices: the votes present.
  package func outcome(voices: Int) -> VoteOutcome {
    JuryTables.vote.outcome(of: [
      .votesFor: votesFor, .against: against, .abstain: abstain, .casting: castingVote ? 1 : 0,
      .voices: voices,
    ])
  }
}

extension VoteOutcome {
  /// Whether a decision cannot rest on such a vote.
  package var isWrong: Bool {
    switch self {
    case .empty, .miscounted, .nobody, .unsupported, .tied, .needlessCasting, .minority: true
    case .belowHalf, .settledByChair, .majority: false
    }
  }
}
