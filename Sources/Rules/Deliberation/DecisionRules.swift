import Artefacts

/// What holds for every decision, whatever its result: whose it is, when, and whether it says one thing only.
enum DecisionRules {
  static func findings(
    _ decision: Decision, request: Request, interview: Interview, blocs: [BlocResult], jury: JuryRules,
    session: Session
  ) -> [Finding] {
    var findings = [
      Ownership.finding(
        Rule.juryRequest, number: decision.number, candidate: decision.candidate, of: request,
        document: "La décision"),
      day(decision, session),
    ]
    if !decision.result.isRuling {
      findings.append(jury.membership(for: request).known)
      findings += [unruled(decision), absence(decision, interview)].compactMap { $0 }
    }
    if let revocation = revocation(decision, blocs: blocs, session: session) { findings.append(revocation) }
    return findings
  }

  private static func day(_ decision: Decision, _ session: Session) -> Finding {
    let rule = Rule.juryDay
    let days = session.calendar.juries.map(\.date)
    if decision.date > session.asOf {
      return rule.notSatisfied(
        "La décision est datée après le jour d’appréciation de la session.",
        figures: [("décision", decision.date.label), ("appréciation", session.asOf.label)],
        remedy: "Corriger la date de la décision, ou la date d’appréciation de la session.")
    }
    if days.isEmpty { return rule.notEvaluated("La session ne fixe pas de jour de jury.") }
    return days.contains(decision.date) || decision.result == .revoked
      ? rule.satisfied(
        decision.result == .revoked
          ? "La décision est révoquée : son jour ne compte plus."
          : "La décision est d’un jour de jury de la session.")
      : rule.toDecide(
        "La décision n’est pas d’un jour de jury de la session.",
        figures: [("décision", decision.date.label), ("jours de jury", French.list(days.map(\.label)))],
        remedy: "Corriger la date, ou le calendrier de la session.")
  }

  /// An absence or an adjournment rules on nothing.
  private static func unruled(_ decision: Decision) -> Finding? {
    if decision.result == .revoked { return nil }
    let ruled = decision.rulings.filter { $0.outcome != .notAssessed }.map(\.code)
    return ruled.isEmpty
      ? Rule.juryUnruled.satisfied("Aucune capacité n’est jugée.")
      : Rule.juryUnruled.notSatisfied(
        "Le résultat est « \(decision.result.label) », et pourtant \(French.list(ruled)) sont jugées.",
        remedy: "Ôter ces capacités, ou corriger le résultat.")
  }

  private static func absence(_ decision: Decision, _ interview: Interview) -> Finding? {
    guard [.absent, .excused].contains(decision.result), interview.status == .held else { return nil }
    return Rule.juryAbsence.toDecide(
      "Le candidat est dit absent ou excusé, alors que son entretien a été tenu.",
      remedy: "Vérifier le résultat ; le jury peut délibérer sans le candidat.")
  }

  /// A result is taken back with a reason and the result that it was; what was ruled stays. A later decision keeps the
  /// revocation of the one before it.
  private static func revocation(
    _ decision: Decision, blocs: [BlocResult], session: Session
  ) -> Finding? {
    let rule = Rule.juryRevocation
    guard let revocation = decision.revocation, let previous = revocation.previous else {
      if decision.result != .revoked && decision.revocation == nil { return nil }
      return rule.notSatisfied(
        "La décision est dite révoquée, sans dire par qui, pourquoi, ou quel résultat l’est.",
        remedy: "Compléter revocation : auteur, date, motif et résultat révoqué.")
    }
    let figures = [
      ("résultat révoqué", previous.label), ("par", revocation.by), ("le", revocation.date.label),
    ]
    func wrong(_ message: String, _ remedy: String) -> Finding {
      rule.notSatisfied(message, figures: figures, remedy: remedy)
    }
    if revocation.date > session.asOf {
      return wrong(
        "La révocation est datée après le jour d’appréciation de la session.",
        "Corriger sa date, ou la date d’appréciation de la session.")
    }
    if decision.result == .revoked {
      let ruled = decision.rulings.contains { $0.outcome != .notAssessed }
      if revocation.date < decision.date {
        return wrong("La révocation précède la décision qu’elle révoque.", "Corriger l’une des deux dates.")
      }
      if previous == .revoked || previous.isRuling != ruled || ruled && previous != RollUp.result(of: blocs) {
        return wrong(
          "Le résultat dit révoqué n’est pas celui des capacités jugées.",
          "Corriger previous ou les capacités.")
      }
    } else if revocation.date > decision.date {
      return wrong(
        "La révocation de la décision précédente suit la nouvelle décision.",
        "Si c’est cette décision qui est révoquée, son résultat est « revoked » ; sinon corriger la date.")
    }
    return rule.satisfied(
      "\(decision.result == .revoked ? "La décision" : "Une décision précédente") est révoquée : \(revocation.reason)",
      figures: figures)
  }
}
