import XML

/// What the findings lead to, and how a person’s word weighs on it.
struct Conclusion {
  private let findings: [Finding]
  private let silenceIsSettled: Bool
  private static let completeness = [
    "request.signature", "request.sworn", "request.proofs", "request.complete",
  ]
  private static let grounds = [
    "experience.duration", "experience.branch", "experience.training", "experience.link", "request.limits",
  ]
  /// Left to a person without holding up the examination itself.
  private static let aside = ["request.reminders"]

  init(_ findings: [Finding], silenceIsSettled: Bool) {
    self.findings = findings
    self.silenceIsSettled = silenceIsSettled
  }

  private func result(_ rule: String) -> FindingResult? { findings.first { $0.rule == rule }?.result }

  var isComplete: Bool { !Conclusion.completeness.contains { result($0) == .notSatisfied } }

  /// What the rules alone lead to.
  private var byRules: AdmissibilityOutcome {
    if result("register.window") == .notSatisfied { return .outsideRegister }
    if !isComplete { return .incomplete }
    if Conclusion.grounds.contains(where: { result($0) == .notSatisfied }) { return .notReceivable }
    let open = findings.contains { $0.result == .toDecide && !Conclusion.aside.contains($0.rule) }
    return open ? .toDecide : .receivable
  }

  /// A recorded decision prevails, then silence, then the rules.
  func outcome(_ decision: RequestDecision?, _ clock: Clock) -> (AdmissibilityOutcome, OutcomeBasis) {
    if let decision { return (decision.outcome == .favourable ? .receivable : .notReceivable, .decision) }
    guard let silent = clock.silentOn, byRules != .outsideRegister else { return (byRules, .rules) }
    // Past the delay of the law alone, the two texts differ: a person decides.
    let isSettled =
      silent == clock.dueByDecree && silenceIsSettled && result("register.acceptance") == .satisfied
      && result("request.dates") == .satisfied
    return (isSettled ? .receivable : .toDecide, .silence)
  }

  /// A decision against what the rules lead to stands, with its reason.
  func override(_ decision: RequestDecision?) -> Finding? {
    guard let decision else { return nil }
    let rule = "decision.reason"
    let figures = [("décision", decision.outcome.label), ("issue des règles", byRules.label)]
    let agrees = (decision.outcome == .favourable) == (byRules == .receivable)
    if agrees {
      return Finding(
        rule, .satisfied, "La décision du certificateur rejoint l’issue des règles.", figures: figures)
    }
    return decision.reason.map {
      Finding(
        rule, .satisfied, "La décision s’écarte de l’issue des règles ; son motif est noté : \($0)",
        figures: figures)
    }
      ?? Finding(
        rule, .toDecide, "La décision s’écarte de l’issue des règles sans motif noté.", figures: figures,
        remedy: "Noter le motif de la décision (reception/decision/reason).")
  }
}
