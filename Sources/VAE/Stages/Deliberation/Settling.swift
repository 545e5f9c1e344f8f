import XML

/// What the tool leaves to people, the jury settles in words of its own (`settled`), apart from its remark on
/// conformity. Two points it cannot: they are parameters of the centre, without which nothing can be counted.
enum Settling {
  private static let parameters: Set<String> = ["jury.quorum", "jury.held"]

  /// Says which points the jury has settled; nothing when it says nothing.
  static func findings(_ findings: [Finding], _ settled: String?) -> [Finding] {
    let open = findings.filter { $0.result == .toDecide && !parameters.contains($0.rule) }
    if open.isEmpty || !French.says(settled) { return [] }
    return [
      Finding(
        "jury.settled", .satisfied, "Le jury a tranché ce qui restait à décider.",
        figures: [("points", French.list(open.map(\.rule))), ("le jury", settled ?? "")])
    ]
  }

  /// Whether the decision breaks no rule, and leaves nothing open.
  static func isSound(_ findings: [Finding]) -> Bool {
    let isSettled = findings.contains { $0.rule == "jury.settled" }
    return findings.allSatisfy {
      switch $0.result {
      case .satisfied, .notEvaluated: true
      case .toDecide: isSettled && !parameters.contains($0.rule)
      case .notSatisfied: false
      }
    }
  }
}
