/// A rule written as a table, which the tool and the pages to fill both read: the first row whose conditions all hold
/// gives the outcome. A condition weighs whole figures, adds them up, and compares the sum with zero.
package struct RuleTable<
  Figure: RawRepresentable & Hashable & Sendable, Outcome: RawRepresentable & Sendable
>:
  Sendable
where Figure.RawValue == String, Outcome.RawValue == String {
  /// How the sum of a condition compares with zero.
  package enum Comparison: String, Sendable {
    case zero
    case notZero = "not-zero"
    case negative
  }

  /// One condition of a row.
  package struct Condition: Sendable {
    /// What each figure weighs in the sum; those not named weigh nothing.
    package let weights: [Figure: Int]
    package let comparison: Comparison

    package init(_ weights: [Figure: Int], is comparison: Comparison) {
      (self.weights, self.comparison) = (weights, comparison)
    }
  }

  /// An outcome and the conditions that lead to it.
  package struct Row: Sendable {
    package let outcome: Outcome
    package let conditions: [Condition]

    package init(_ outcome: Outcome, when conditions: Condition...) {
      (self.outcome, self.conditions) = (outcome, conditions)
    }
  }

  package let rows: [Row]
  /// The outcome when no row holds.
  package let otherwise: Outcome

  package init(_ rows: [Row], otherwise: Outcome) {
    (self.rows, self.otherwise) = (rows, otherwise)
  }

  /// - Parameter figures: each figure that the table weighs; one that is missing is zero.
  package func outcome(of figures: [Figure: Int]) -> Outcome {
    rows.first { row in row.conditions.allSatisfy { $0.holds(for: figures) } }?.outcome ?? otherwise
  }
}

extension RuleTable.Condition {
  fileprivate func holds(for figures: [Figure: Int]) -> Bool {
    let sum = weights.reduce(0) { $0 + $1.value * figures[$1.key, default: 0] }
    return switch comparison {
    case .zero: sum == 0
    case .notZero: sum != 0
    case .negative: sum < 0
    }
  }
}
