import Artefacts

/// What the findings lead to, and how a person’s word weighs on it.
struct Conclusion {
  private let findings: [Finding]
  private let silenceIsSettled: Bool

  init(_ findings: [Finding], silenceIsSettled: Bool) {
    self.findings = findings
    self.silenceIsSettled = silenceIsSettled
  }

  private func result(_ rule: Rule) -> FindingResult? { findings.first { $0.rule == rule }?.result }

  var isComplete: Bool { !isBroken(.completeness) }

  /// Whether a rule that weighs so is not satisfied.
  private func isBroken(_ role: Rule.Role) -> Bool {
    findings.contains { $0.rule.role == role && $0.result == .notSatisfied }
  }

  /// What the rules alone lead to.
  private var byRules: AdmissibilityOutcome {
    if result(.registerWindow) == .notSatisfied { return .outsideRegister }
    if !isComplete { return .incomplete }
    if isBroken(.ground) { return .notReceivable }
    let open = findings.contains { $0.result == .toDecide && $0.rule.role != .leftAside }
    return open ? .toDecide : .receivable
  }

  /// A refusal that comes once silence may have accepted: which of the two holds is a person’s to say (L6412-2).
  private func isLate(_ decision: RequestDecision) -> Bool {
    decision.outcome == .unfavourable && result(.clockAnswer) == .toDecide
  }

  /// A recorded decision prevails, then silence, then the rules.
  func outcome(_ decision: RequestDecision?, _ clock: Clock) -> (AdmissibilityOutcome, OutcomeBasis) {
    if let decision {
      if isLate(decision) { return (.toDecide, .decision) }
      return (decision.outcome == .favourable ? .receivable : .notReceivable, .decision)
    }
    guard let silent = clock.silentOn, byRules != .outsideRegister else { return (byRules, .rules) }
    // Past the delay of the law alone, the two texts differ: a person decides.
    let isSettled =
      silent == clock.dueByDecree && silenceIsSettled && result(.registerAcceptance) == .satisfied
      && result(.requestDates) == .satisfied
    return (isSettled ? .receivable : .toDecide, .silence)
  }

  /// A decision against what the rules lead to stands, with its reason.
  func override(_ decision: RequestDecision?) -> Finding? {
    guard let decision else { return nil }
    let rule = Rule.decisionReason
    let figures = [("décision", decision.outcome.label), ("issue des règles", byRules.label)]
    if isLate(decision) {
      return rule.toDecide(
        "Le refus vient quand le silence peut déjà valoir acceptation.", figures: figures,
        source: Rule.clockAnswer.source,
        remedy:
          "Revenir sur le refus, ou noter pourquoi il vaut : une dérogation à la règle clock.answer, dans la session."
      )
    }
    let agrees = (decision.outcome == .favourable) == (byRules == .receivable)
    if agrees {
      return rule.satisfied("La décision du certificateur rejoint l’issue des règles.", figures: figures)
    }
    return decision.reason.map {
      rule.satisfied(
        "La décision s’écarte de l’issue des règles ; son motif est noté : \($0)", figures: figures)
    }
      ?? rule.toDecide(
        "La décision s’écarte de l’issue des règles sans motif noté.", figures: figures,
        remedy: "Noter le motif de la décision (reception/decision/reason).")
  }
}
