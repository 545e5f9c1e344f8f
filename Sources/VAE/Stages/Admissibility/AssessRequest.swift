import XML

/// Examines the request under the law of the day its path began. The rules explain; a recorded decision or the
/// silence of the certifier prevails, and both are kept.
func assessRequest(
  _ request: Request, _ certification: Certification, _ regimes: Regimes, _ session: Session
) throws(Refusal) -> Admissibility? {
  let begun = request.reception.initiatedOn
  let regime = regimes.regime(ofPathBegunOn: begun, onPortal: session.parameters.onNationalPortal)
  let count = ExperienceCount.count(request.experiences, until: request.reception.receivedOn, regime)
  let clock = AdmissibilityClock.clock(request, session, regime)
  let findings =
    [regimeFinding(regime, begun)] + RegisterRules.findings(request, certification, clock, asOf: session.asOf)
    + Completeness.findings(request, asOf: session.asOf) + ExperienceRules.findings(request, count, regime)
    + AdmissibilityClock.findings(request, clock, session, regime)
  let (outcome, basis) = conclude(request, clock, findings, regime, certification)
  return Admissibility(
    outcome: outcome, basis: basis,
    regime: regime.map {
      RegimeChoice(
        name: $0.name, initiatedOn: begun, reason: "Parcours engagé le \(begun.label) : \($0.name.label).")
    },
    hours: count, clock: clock, decision: request.reception.decision, findings: findings)
}

private func regimeFinding(_ regime: Regime?, _ begun: Day) -> Finding {
  guard let regime else {
    return Finding(
      "regime", .toDecide,
      "Le régime n’est pas établi : date hors du tableau, ou présence sur le portail national non dite.",
      figures: [("parcours engagé le", begun.label)],
      remedy: "Vérifier initiatedOn dans la demande et onNationalPortal dans session.xml.")
  }
  return Finding(
    "regime", .satisfied, "Régime \(regime.name.rawValue) : \(regime.name.label).",
    figures: [("parcours engagé le", begun.label)], source: regime.source)
}

private func conclude(
  _ request: Request, _ clock: Clock, _ findings: [Finding], _ regime: Regime?, _ certification: Certification
) -> (AdmissibilityOutcome, OutcomeBasis) {
  func result(_ rule: String) -> FindingResult? { findings.first { $0.rule == rule }?.result }
  if let decision = request.reception.decision {
    return (decision.outcome == .favourable ? .receivable : .notReceivable, .decision)
  }
  if result("register.window") == .notSatisfied { return (.outsideRegister, .rules) }
  if clock.impliedOn != nil {
    let settled =
      result("register.acceptance") == .satisfied && result("request.dates") == .satisfied
      && regime?[.silence].settled == true
    return settled ? (.receivable, .silence) : (.toDecide, .silence)
  }
  let completeness = ["request.signature", "request.sworn", "request.proofs", "request.complete"]
  if completeness.contains(where: { result($0) == .notSatisfied }) { return (.incomplete, .rules) }
  let grounds = ["experience.duration", "experience.training", "experience.link"]
  if grounds.contains(where: { result($0) == .notSatisfied }) { return (.notReceivable, .rules) }
  if findings.contains(where: { $0.result == .toDecide && $0.rule != "clock.validity" }) {
    return (.toDecide, .rules)
  }
  return (.receivable, .rules)
}
