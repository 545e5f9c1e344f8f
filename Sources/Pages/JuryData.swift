import Artefacts

/// What the script of the deliberation reads of the jury’s rules: the tables that the tool follows too, and the words of
/// this page for each outcome.
struct JuryData {
  /// The attribute that holds the result of a decision.
  let results: FormElement.Leaf

  /// The rules, then the words.
  var members: [(String, JSON)] {
    [
      ("vote", JuryData.json(JuryTables.vote)), ("rollUp", JuryData.json(JuryTables.rollUp)),
      ("results", .object(FormParts.values(of: results).map { ($0.0, .text($0.1)) })),
      ("rulings", .list(AwardResult.allCases.filter(\.isRuling).map { .text($0.rawValue) })),
      (
        "wrongVotes",
        .object(
          VoteOutcome.allCases.filter(\.isWrong).map {
            ($0.rawValue, .object([("field", .text($0.field)), ("text", .text($0.problem))]))
          })
      ),
    ]
  }

  /// A table as the script reads it.
  static func json<Figure, Outcome>(_ table: RuleTable<Figure, Outcome>) -> JSON {
    .object([
      (
        "rows",
        .list(
          table.rows.map { row in
            .object([
              ("outcome", .text(row.outcome.rawValue)), ("conditions", .list(row.conditions.map(json))),
            ])
          })
      ), ("otherwise", .text(table.otherwise.rawValue)),
    ])
  }

  private static func json<Figure, Outcome>(_ condition: RuleTable<Figure, Outcome>.Condition) -> JSON {
    let weights = condition.weights.map { ($0.key.rawValue, JSON.number($0.value)) }
    return .object([
      ("weights", .object(weights.sorted { $0.0 < $1.0 })), ("is", .text(condition.comparison.rawValue)),
    ])
  }
}

extension VoteOutcome {
  /// Which field the page goes to.
  fileprivate var field: String {
    self == .tied || self == .needlessCasting ? "casting" : "for"
  }

  /// What the page says of it after the candidate’s name; `{cast}` and `{voices}` stand for the counts.
  var problem: String {
    switch self {
    case .empty: "notez le vote."
    case .miscounted: "{cast} voix sont notées pour {voices} présentes."
    case .nobody: "aucune voix n’est présente."
    case .unsupported, .minority: "la décision n’a pas la majorité : notez celle que le jury a prise."
    case .tied: "en cas de partage, notez la voix du président."
    case .needlessCasting: "la voix prépondérante ne joue qu’en cas de partage."
    case .belowHalf, .settledByChair, .majority: ""
    }
  }
}
