import Artefacts

/// The three acts of the jury in their order, and the vote.
enum VoteRules {
  /// - Parameters:
  ///   - voting: the votes present.
  ///   - source: the fiche.
  static func findings(_ decision: Decision, voting: Int, source: String) -> [Finding] {
    [
      conformity(decision.conformity, source: source), examined(decision, source: source),
      vote(decision.vote, voting: voting, source: source),
    ]
  }

  private static func conformity(_ conformity: Conformity, source fiche: String) -> Finding {
    conformity.compliant
      ? Rule.juryConformity.satisfied("L’organisation des évaluations est jugée conforme.", source: fiche)
      : Rule.juryConformity.notSatisfied(
        "Le jury juge l’organisation des évaluations non conforme.",
        figures: conformity.remark.map { [("remarque", $0)] } ?? [], source: fiche,
        remedy: "Régulariser l’évaluation avant toute décision.")
  }

  private static func examined(_ decision: Decision, source fiche: String) -> Finding {
    decision.summaryExamined
      ? Rule.jurySummary.satisfied("Le récapitulatif des évaluations a été examiné.", source: fiche)
      : Rule.jurySummary.notSatisfied(
        "Le récapitulatif des évaluations n’a pas été examiné.", source: fiche,
        remedy: "L’examiner, puis délibérer.")
  }

  private static func vote(_ vote: Vote, voting: Int, source fiche: String) -> Finding {
    let figures = [
      ("pour", String(vote.votesFor)), ("contre", String(vote.against)),
      ("abstentions", String(vote.abstain)),
      ("voix présentes", String(voting)),
    ]
    func wrong(_ message: String, _ remedy: String) -> Finding {
      Rule.juryVote.notSatisfied(message, figures: figures, source: fiche, remedy: remedy)
    }
    switch vote.outcome(voices: voting) {
    case .empty, .miscounted:
      return wrong("Le compte des voix n’est pas celui des membres présents.", "Corriger le vote.")
    case .nobody, .unsupported:
      return wrong("Aucune voix ne porte la décision.", "Corriger le vote, ou ajourner.")
    case .tied:
      return wrong(
        "Partage des voix sans voix prépondérante notée.", "Noter le vote du président (castingVote).")
    case .needlessCasting:
      return wrong("La voix prépondérante est notée sans partage des voix.", "Retirer castingVote.")
    case .minority:
      return wrong("La décision n’a pas la majorité des voix.", "Corriger le résultat ou le vote.")
    case .belowHalf:
      return Rule.juryVote.toDecide(
        "La décision n’a pas la moitié des voix présentes : des membres s’abstiennent.", figures: figures,
        source: fiche,
        remedy: "Aucune source ne dit comment comptent les abstentions : le jury le tranche (settled).")
    case .settledByChair:
      return Rule.juryVote.satisfied("La voix du président a départagé.", figures: figures, source: fiche)
    case .majority:
      return Rule.juryVote.satisfied(
        "La décision a la majorité des voix.", figures: figures, source: fiche)
    }
  }
}
