import XML

/// What the jury ruled: every capacity, a reason for each refusal, and a result that follows from the rulings.
enum RulingRules {
  private static let fiche = "fiche RNCP 28236"

  static func findings(
    _ decision: Decision, _ interview: Interview, _ expected: [String], _ blocs: [BlocResult]
  ) -> [Finding] {
    [
      order(decision, interview), evaluation(interview),
      complete(decision, expected), reasons(decision), result(decision, blocs),
    ]
  }

  /// A decision on admissibility does not change what the request aims at; a certification read from an export is
  /// checked by a person before anything is awarded.
  static func aim(_ admissibility: Admissibility, _ certification: Certification) -> [Finding] {
    let isRight = admissibility.findings.first { $0.rule == "request.target" }?.result == .satisfied
    let target =
      isRight
      ? Finding("jury.target", .satisfied, "Le jury se prononce sur la certification demandée.")
      : Finding(
        "jury.target", .notSatisfied, "La demande ne vise pas clairement la certification de la session.",
        remedy: "Corriger la rubrique 2 de la demande.")
    let unchecked = certification.blocs.flatMap(\.capacities).filter { $0.toCheck == true }.map(\.code)
    if unchecked.isEmpty { return [target] }
    return [
      target,
      Finding(
        "jury.certification", .notSatisfied,
        "Ces capacités viennent d’un export, et personne ne les a vérifiées : \(French.list(unchecked)).",
        remedy: "Les relire dans certification.xml, puis ôter toCheck."),
    ]
  }

  private static func order(_ decision: Decision, _ interview: Interview) -> Finding {
    let after = decision.date >= interview.date && interview.status == .held
    return Finding(
      "jury.order", after ? .satisfied : .notSatisfied,
      after ? "La délibération suit l’entretien." : "La délibération ne suit pas un entretien tenu.",
      figures: [("entretien", interview.date.label), ("délibération", decision.date.label)], source: fiche,
      remedy: after ? nil : "Tenir l’entretien avant la délibération.")
  }

  /// The jury checks that the evaluation was organised as the rules require: what the tool found against it must
  /// be mended, and what it left to a person is left to the jury.
  private static func evaluation(_ interview: Interview) -> Finding {
    let rule = "jury.interview"
    let broken = interview.findings.filter { $0.result == .notSatisfied }
    let open = interview.findings.filter { $0.result == .toDecide }
    if let first = broken.first {
      return Finding(
        rule, .notSatisfied, "L’entretien ne respecte pas une règle : \(first.message)",
        figures: [("règles en cause", French.list(broken.map(\.rule)))], source: fiche,
        remedy: "Régulariser l’entretien, puis délibérer.")
    }
    if let first = open.first {
      return Finding(
        rule, .toDecide, "Un point de l’entretien reste à trancher : \(first.message)",
        figures: [("points en cause", French.list(open.map(\.rule)))], source: fiche,
        remedy: "Le jury dit ce qu’il tranche (settled).")
    }
    return Finding(rule, .satisfied, "L’entretien respecte les règles contrôlées.", source: fiche)
  }

  private static func complete(_ decision: Decision, _ expected: [String]) -> Finding {
    let ruled = decision.rulings.filter { $0.outcome != .notAssessed }.map(\.code)
    let missing = expected.filter { !ruled.contains($0) }
    if missing.isEmpty && ruled.count == expected.count {
      return Finding(
        "jury.rulings", .satisfied, "Le jury s’est prononcé sur chaque capacité visée.", source: fiche)
    }
    return Finding(
      "jury.rulings", .notSatisfied,
      missing.isEmpty
        ? "Une capacité est inconnue, non visée, ou jugée deux fois."
        : "Le jury ne s’est pas prononcé sur \(French.list(missing)).",
      source: fiche, remedy: "Compléter la décision.")
  }

  private static func reasons(_ decision: Decision) -> Finding {
    let source = "accord du 8 novembre 2019, art. 55.3"
    let silent = decision.rulings.filter { $0.outcome == .notAcquired && !French.says($0.reason) }.map(\.code)
    return silent.isEmpty
      ? Finding("jury.reason", .satisfied, "Chaque « non acquis » a un motif.", source: source)
      : Finding(
        "jury.reason", .notSatisfied, "« Non acquis » sans motif : \(French.list(silent)).", source: source,
        remedy: "Écrire le motif : il est notifié au candidat.")
  }

  private static func result(_ decision: Decision, _ blocs: [BlocResult]) -> Finding {
    let expected = RollUp.result(of: blocs)
    let figures = blocs.map { ("bloc \($0.code)", "capacités acquises : \($0.capacities) sur \($0.total)") }
    return expected == decision.result
      ? Finding(
        "jury.result", .satisfied, "Le résultat découle des capacités et des blocs.", figures: figures,
        source: fiche)
      : Finding(
        "jury.result", .notSatisfied,
        "Le résultat prononcé (\(decision.result.label)) n’est pas celui des capacités (\(expected.label)).",
        figures: figures,
        source: fiche, remedy: "Corriger le résultat ou les capacités.")
  }
}
