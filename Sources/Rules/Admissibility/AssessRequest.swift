import Artefacts
import XML

/// Examines the request under the law of the day its path began. The rules explain; a recorded decision or the
/// silence of the certifier prevails, and both are kept.
package func assessRequest(
  _ request: Request, _ certification: Certification, _ regimes: Regimes, _ session: Session,
  _ register: CentreRegister?
) throws(Refusal) -> Admissibility? {
  let begun = request.reception.initiatedOn
  let regime = regimes.regime(ofPathBegunOn: begun, onPortal: session.parameters.onNationalPortal)
  let count = ExperienceCount.count(request.experiences, until: request.reception.receivedOn, regime: regime)
  var clock = AdmissibilityClock.clock(request, session, regime: regime)
  let rules =
    [regimeFinding(regime, begun)]
    + RegistrationRules.findings(request, certification, clock: clock, regime: regime, asOf: session.asOf)
    + [LimitRules.finding(request, regime, register: register, session: session)]
    + CompletenessRules.findings(request, certification, regime, asOf: session.asOf)
    + ExperienceRules.findings(request, count, regime: regime)
    + [
      BranchRules.finding(request, count, regimes: regimes, parameters: session.parameters),
      AdmissibilityClock.answer(request, clock, asOf: session.asOf, regime: regime)
        .waived(for: request.number, by: session.waivers),
    ]
  let conclusion = Conclusion(rules, silenceIsSettled: regime?[.silence].settled == true)
  let (outcome, basis) = conclusion.outcome(request.reception.decision, clock)
  clock.accept(
    outcome, basis, decision: request.reception.decision, months: session.parameters.admissibilityMonths)
  return Admissibility(
    outcome: outcome, completeness: conclusion.isComplete ? .complete : .incomplete, basis: basis,
    identity: request.identity,
    regime: regime.map {
      RegimeChoice(
        name: $0.name, initiatedOn: begun, reason: "Parcours engagé le \(begun.label) : \($0.name.label).")
    },
    hours: count, clock: clock, decision: request.reception.decision,
    reach: GapAnalysis.reach(request, certification),
    activities: GapAnalysis.activities(request, certification),
    findings: rules + [AdmissibilityClock.validity(clock, session)]
      + [conclusion.override(request.reception.decision)].compactMap { $0 })
}

private func regimeFinding(_ regime: Regime?, _ begun: Day) -> Finding {
  guard let regime else {
    return Rule.regime.toDecide(
      "Le régime n’est pas établi : date hors du tableau, ou présence sur le portail national non dite.",
      figures: [("parcours engagé le", begun.label)],
      remedy:
        "Vérifier la date d’engagement dans la demande, et \(SessionRubric.parameter("onNationalPortal")) dans la session."
    )
  }
  return Rule.regime.satisfied(
    "Régime \(regime.name.rawValue) : \(regime.name.label).", figures: [("parcours engagé le", begun.label)],
    source: regime.source)
}
