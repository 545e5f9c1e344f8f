import XML

/// What the jury ruled: every capacity, a reason for each refusal, and a result that follows from the rulings.
enum RulingRules {
  private static let fiche = "fiche RNCP 28236"

  static func findings(
    _ decision: Decision, _ interview: Interview, _ expected: [String], _ blocs: [BlocResult],
    _ session: Session
  ) -> [Finding] {
    [
      order(decision, interview), evaluation(decision, interview), day(decision, session.calendar),
      complete(decision, expected), reasons(decision), result(decision, blocs),
    ]
  }

  /// A decision on admissibility does not change what the request aims at.
  static func target(_ admissibility: Admissibility) -> Finding {
    let isRight = admissibility.findings.first { $0.rule == "request.target" }?.result == .satisfied
    return isRight
      ? Finding("jury.target", .satisfied, "Le jury se prononce sur la certification demandée.")
      : Finding(
        "jury.target", .notSatisfied, "La demande ne vise pas clairement la certification de la session.",
        remedy: "Corriger la rubrique 2 de la demande.")
  }

  /// A result is taken back with a reason and the result that it was; what was ruled stays.
  static func revocation(_ decision: Decision) -> Finding? {
    guard decision.result == .revoked else { return nil }
    guard let revocation = decision.revocation else {
      return Finding(
        "jury.revocation", .notSatisfied, "La décision est dite révoquée, sans dire par qui ni pourquoi.",
        remedy: "Ajouter revocation, avec son motif et le résultat révoqué.")
    }
    return Finding(
      "jury.revocation", .satisfied, "La décision est révoquée : \(revocation.reason)",
      figures: [
        ("résultat révoqué", revocation.previous.label), ("par", revocation.by),
        ("le", revocation.date.label),
      ])
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
  /// be mended, and what it left to a person must be answered in the jury’s own remark.
  private static func evaluation(_ decision: Decision, _ interview: Interview) -> Finding {
    let rule = "jury.interview"
    let broken = interview.findings.filter { $0.result == .notSatisfied }
    let open = interview.findings.filter { $0.result == .toDecide }
    if let first = broken.first {
      return Finding(
        rule, .notSatisfied, "L’entretien ne respecte pas une règle : \(first.message)",
        figures: [("règles en cause", French.list(broken.map(\.rule)))], source: fiche,
        remedy: "Régulariser l’entretien, puis délibérer.")
    }
    if let first = open.first, decision.conformity.remark == nil {
      return Finding(
        rule, .toDecide, "Un point de l’entretien reste à trancher : \(first.message)",
        figures: [("points en cause", French.list(open.map(\.rule)))], source: fiche,
        remedy: "Le jury le tranche par une remarque sur la conformité (conformity/remark).")
    }
    return Finding(
      rule, .satisfied,
      open.isEmpty
        ? "L’entretien respecte les règles contrôlées."
        : "Le jury a tranché ce que l’entretien laissait ouvert.",
      figures: decision.conformity.remark.map { [("remarque du jury", $0)] } ?? [], source: fiche)
  }

  private static func day(_ decision: Decision, _ calendar: Calendar) -> Finding {
    let rule = "jury.day"
    let days = calendar.juries.map(\.date)
    if days.isEmpty { return Finding(rule, .notEvaluated, "La session ne fixe pas de jour de jury.") }
    return days.contains(decision.date)
      ? Finding(rule, .satisfied, "La délibération a lieu un jour de jury de la session.")
      : Finding(
        rule, .toDecide, "La délibération n’a pas lieu un jour de jury de la session.",
        figures: [("délibération", decision.date.label), ("jours de jury", French.list(days.map(\.label)))],
        remedy: "Corriger la date, ou le calendrier de session.xml.")
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
    let silent = decision.rulings.filter { $0.outcome == .notAcquired && $0.reason == nil }.map(\.code)
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
