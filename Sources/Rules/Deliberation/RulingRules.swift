import Artefacts

/// What the jury ruled: every capacity, a reason for each refusal, and a result that follows from the rulings.
struct RulingRules {
  private let decision: Decision
  private let certification: Certification
  private let regimes: Regimes
  private let fiche: String

  init(_ decision: Decision, certification: Certification, regimes: Regimes) {
    (self.decision, self.certification, self.regimes) = (decision, certification, regimes)
    fiche = certification.fiche()
  }

  func findings(_ interview: Interview, held: HeldPieces, blocs: [BlocResult]) -> [Finding] {
    [
      order(after: interview), evaluation(interview), complete(held), reasons, departure(from: interview),
      result(blocs, open: held.open),
    ]
  }

  /// The jury examines the summary and does not re-mark: where it departs from the panel, it says why itself (domain
  /// reference 5.1).
  private func departure(from interview: Interview) -> Finding {
    let rule = Rule.juryDeparture
    let apart = decision.rulings.filter { ruling in
      let panel = interview.assessments.first { $0.capacity == ruling.code }?.outcome ?? .notAssessed
      return ruling.outcome != .notAssessed && ruling.outcome != panel
    }
    if apart.isEmpty {
      return rule.satisfied("Le jury suit le récapitulatif des évaluations.", source: fiche)
    }
    let codes = French.list(apart.map(\.code))
    let silent = apart.filter { !French.says($0.reason) }.map(\.code)
    if !silent.isEmpty {
      return rule.notSatisfied(
        "Le jury s’écarte du récapitulatif des évaluations sans en dire le motif : \(French.list(silent)).",
        source: fiche, remedy: "Écrire le motif du jury pour chaque capacité, ou suivre le récapitulatif.")
    }
    return rule.satisfied(
      "Le jury s’écarte du récapitulatif des évaluations, et dit pourquoi : \(codes).",
      figures: apart.map { ($0.code, $0.reason ?? "") }, source: fiche)
  }

  /// A decision on admissibility does not change what the request aims at; a certification read from an export is
  /// checked by a person before anything is awarded.
  func aim(_ admissibility: Admissibility) -> [Finding] {
    let isRight = admissibility.findings.first { $0.rule == Rule.requestTarget }?.result == .satisfied
    let target =
      isRight
      ? Rule.juryTarget.satisfied("Le jury se prononce sur la certification demandée.")
      : Rule.juryTarget.notSatisfied(
        "La demande ne vise pas clairement la certification de la session.",
        remedy: "Corriger la rubrique 2 de la demande.")
    let unchecked = certification.capacities.filter { $0.toCheck == true }.map(\.code)
    if unchecked.isEmpty { return [target] }
    return [
      target,
      Rule.juryCertification.notSatisfied(
        "Ces capacités viennent d’un export, et personne ne les a vérifiées : \(French.list(unchecked)).",
        remedy: "Les relire dans la certification de la session, puis ôter la marque « à vérifier »."),
    ]
  }

  private func order(after interview: Interview) -> Finding {
    let after = decision.date >= interview.date && interview.status == .held
    return Rule.juryOrder.finding(
      after ? .satisfied : .notSatisfied,
      after ? "La délibération suit l’entretien." : "La délibération ne suit pas un entretien tenu.",
      figures: [("entretien", interview.date.label), ("délibération", decision.date.label)], source: fiche,
      remedy: after ? nil : "Tenir l’entretien avant la délibération.")
  }

  /// The jury checks that the evaluation was organised as the rules require: what the tool found against it must
  /// be mended, and what it left to a person is left to the jury.
  private func evaluation(_ interview: Interview) -> Finding {
    let rule = Rule.juryInterview
    let broken = interview.findings.filter { $0.result == .notSatisfied }
    let open = interview.findings.filter { $0.result == .toDecide }
    if let first = broken.first {
      return rule.notSatisfied(
        "L’entretien ne respecte pas une règle : \(first.message)",
        figures: [("règles en cause", French.list(broken.map(\.rule.rawValue)))], source: fiche,
        remedy: "Régulariser l’entretien, puis délibérer.")
    }
    if let first = open.first {
      return rule.toDecide(
        "Un point de l’entretien reste à trancher : \(first.message)",
        figures: [("points en cause", French.list(open.map(\.rule.rawValue)))], source: fiche,
        remedy: "Le jury dit ce qu’il tranche (settled).")
    }
    return rule.satisfied("L’entretien respecte les règles contrôlées.", source: fiche)
  }

  private func complete(_ held: HeldPieces) -> Finding {
    let expected = held.expected
    let ruled = decision.rulings.filter { $0.outcome != .notAssessed }.map(\.code)
    let missing = expected.filter { !ruled.contains($0) }
    if !missing.isEmpty && held.open.isSuperset(of: missing) && ruled.count == expected.count - missing.count
    {
      return Rule.juryRulings.toDecide(
        "Le jury ne s’est pas prononcé sur \(French.list(missing)), dont la conservation reste à établir.",
        source: fiche, remedy: SessionRubric.set("heldCapacityMonths", "heldBlocMonths"))
    }
    if missing.isEmpty && ruled.count == expected.count {
      return Rule.juryRulings.satisfied("Le jury s’est prononcé sur chaque capacité visée.", source: fiche)
    }
    return Rule.juryRulings.notSatisfied(
      missing.isEmpty
        ? "Une capacité est inconnue, non visée, ou jugée deux fois."
        : "Le jury ne s’est pas prononcé sur \(French.list(missing)).", source: fiche,
      remedy: "Compléter la décision.")
  }

  private var reasons: Finding {
    let source = regimes.branchRule(.reasons, on: decision.date)?.source
    let silent = decision.rulings.filter { $0.outcome == .notAcquired && !French.says($0.reason) }.map(\.code)
    return silent.isEmpty
      ? Rule.juryReason.satisfied("Chaque « non acquis » a un motif.", source: source)
      : Rule.juryReason.notSatisfied(
        "« Non acquis » sans motif : \(French.list(silent)).", source: source,
        remedy: "Écrire le motif : il est notifié au candidat.")
  }

  /// - Parameter open: capacities on whose retention the texts part: the result may turn on them.
  private func result(_ blocs: [BlocResult], open: Set<String>) -> Finding {
    let expected = RollUp.result(of: blocs)
    let figures = blocs.map { ("bloc \($0.code)", "capacités acquises : \($0.capacities) sur \($0.total)") }
    if expected != decision.result && !open.isEmpty {
      return Rule.juryResult.toDecide(
        "Le résultat prononcé (\(decision.result.label)) tient à ce qui est conservé de sessions antérieures.",
        figures: figures, source: fiche,
        remedy: SessionRubric.set("heldCapacityMonths", "heldBlocMonths"))
    }
    return expected == decision.result
      ? Rule.juryResult.satisfied(
        "Le résultat découle des capacités et des blocs.", figures: figures, source: fiche)
      : Rule.juryResult.notSatisfied(
        "Le résultat prononcé (\(decision.result.label)) n’est pas celui des capacités (\(expected.label)).",
        figures: figures, source: fiche, remedy: "Corriger le résultat ou les capacités.")
  }
}
