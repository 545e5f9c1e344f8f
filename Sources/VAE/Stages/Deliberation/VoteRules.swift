import XML

/// The three acts of the jury in their order, and the vote.
enum VoteRules {
  private static let fiche = "fiche RNCP 28236"

  static func findings(_ decision: Decision, _ session: Session) -> [Finding] {
    [conformity(decision.conformity), examined(decision), vote(decision, session)]
  }

  private static func conformity(_ conformity: Conformity) -> Finding {
    conformity.compliant
      ? Finding(
        "jury.conformity", .satisfied, "L’organisation des évaluations est jugée conforme.", source: fiche)
      : Finding(
        "jury.conformity", .notSatisfied, "Le jury juge l’organisation des évaluations non conforme.",
        figures: conformity.remark.map { [("remarque", $0)] } ?? [], source: fiche,
        remedy: "Régulariser l’évaluation avant toute décision.")
  }

  private static func examined(_ decision: Decision) -> Finding {
    decision.summaryExamined
      ? Finding("jury.summary", .satisfied, "Le récapitulatif des évaluations a été examiné.", source: fiche)
      : Finding(
        "jury.summary", .notSatisfied, "Le récapitulatif des évaluations n’a pas été examiné.", source: fiche,
        remedy: "L’examiner, puis délibérer.")
  }

  private static func vote(_ decision: Decision, _ session: Session) -> Finding {
    let vote = decision.vote
    let voting = JuryRules.seated(decision, session).count(where: \.voting)
    let cast = vote.votesFor + vote.against + vote.abstain
    let figures = [
      ("pour", String(vote.votesFor)), ("contre", String(vote.against)),
      ("abstentions", String(vote.abstain)),
      ("voix présentes", String(voting)),
    ]
    func wrong(_ message: String, _ remedy: String) -> Finding {
      Finding("jury.vote", .notSatisfied, message, figures: figures, source: fiche, remedy: remedy)
    }
    if cast != voting {
      return wrong("Le compte des voix n’est pas celui des membres présents.", "Corriger le vote.")
    }
    let tie = vote.votesFor == vote.against
    if tie && !vote.castingVote && decision.result != .adjourned {
      return wrong(
        "Partage des voix sans voix prépondérante notée.", "Noter le vote du président (castingVote).")
    }
    if !tie && vote.castingVote {
      return wrong("La voix prépondérante est notée sans partage des voix.", "Retirer castingVote.")
    }
    if !tie && vote.votesFor < vote.against && decision.result != .adjourned {
      return wrong("La décision n’a pas la majorité des voix.", "Corriger le résultat ou le vote.")
    }
    return Finding(
      "jury.vote", .satisfied,
      tie ? "La voix du président a départagé." : "La décision a la majorité des voix.",
      figures: figures, source: fiche)
  }
}

/// What the jury ruled: every capacity, a reason for each refusal, and a result that follows from the rulings.
enum RulingRules {
  private static let fiche = "fiche RNCP 28236"

  static func findings(
    _ decision: Decision, _ interview: Interview, _ certification: Certification, _ request: Request,
    _ blocs: [BlocResult]
  ) -> [Finding] {
    let after = decision.date >= interview.date && interview.status == .held
    let order = Finding(
      "jury.order", after ? .satisfied : .notSatisfied,
      after ? "La délibération suit l’entretien." : "La délibération ne suit pas un entretien tenu.",
      figures: [("entretien", interview.date.label), ("délibération", decision.date.label)], source: fiche,
      remedy: after ? nil : "Tenir l’entretien avant la délibération.")
    if decision.result == .adjourned { return [order] }
    return [order, complete(decision, certification), reasons(decision), result(decision, blocs, request)]
  }

  private static func complete(_ decision: Decision, _ certification: Certification) -> Finding {
    let expected = certification.blocs.flatMap { $0.capacities.map(\.code) }
    let ruled = decision.rulings.filter { $0.outcome != .notAssessed }.map(\.code)
    let missing = expected.filter { !ruled.contains($0) }
    if missing.isEmpty && ruled.count == expected.count {
      return Finding("jury.rulings", .satisfied, "Le jury s’est prononcé sur chaque capacité.", source: fiche)
    }
    return Finding(
      "jury.rulings", .notSatisfied,
      missing.isEmpty
        ? "Une capacité est inconnue ou jugée deux fois."
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

  private static func result(_ decision: Decision, _ blocs: [BlocResult], _ request: Request) -> Finding {
    let expected = RollUp.result(of: blocs)
    let figures = blocs.map { ("bloc \($0.code)", "\($0.capacities) capacités sur \($0.total)") }
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
