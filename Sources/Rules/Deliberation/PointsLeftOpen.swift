import Artefacts

/// What the tool leaves to people, the jury settles in words of its own (`settled`), apart from its remark on
/// conformity. Two points it cannot: they are parameters of the centre, without which nothing can be counted.
enum PointsLeftOpen {
  /// Says which points the jury has settled; nothing when it says nothing.
  static func findings(_ findings: [Finding], _ settled: String?) -> [Finding] {
    let open = findings.filter { $0.result == .toDecide && $0.rule.role != .parameter }
    if open.isEmpty || !French.says(settled) { return [] }
    return [
      Rule.jurySettled.satisfied(
        "Le jury a tranché ce qui restait à décider.",
        figures: [("points", French.list(open.map(\.rule.rawValue))), ("le jury", settled ?? "")])
    ]
  }

  /// Whether the decision breaks no rule, and leaves nothing open.
  static func isSound(_ findings: [Finding]) -> Bool {
    let isSettled = findings.contains { $0.rule == Rule.jurySettled }
    return findings.allSatisfy {
      switch $0.result {
      case .satisfied, .notEvaluated: true
      case .toDecide: isSettled && $0.rule.role != .parameter
      case .notSatisfied: false
      }
    }
  }
}
