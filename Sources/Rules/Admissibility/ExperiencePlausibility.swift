import Artefacts

/// What the candidate says of a period that cannot be as said on the day the request was received.
extension ExperienceRules {
  /// Only what is acquired on that day counts; the rest is told.
  static func after(_ request: Request) -> Finding {
    let rule = Rule.experienceAfter
    let day = request.reception.receivedOn
    let late = request.experiences.filter { $0.start > day || ($0.end ?? day) > day }
    if late.isEmpty {
      return rule.satisfied("Aucune période ne se prolonge après la réception de la demande.")
    }
    return rule.notSatisfied(
      "Des périodes se prolongent après la réception de la demande : seul ce qui est acquis ce jour-là est compté.",
      figures: [("reçue le", day.label)]
        + late.map { ($0.position, "du \($0.start.label) au \($0.end?.label ?? "—")") },
      remedy: "Corriger les dates, ou demander le total d’heures à la date de la demande.")
  }

  /// Hours a week: above this, a person looks.
  private static let most = Hours(60)
  /// Above this, they are taken for those of a month (35 h a week make 151.67).
  private static let month = Hours(100)

  static func week(_ experiences: [Experience]) -> Finding {
    let rule = Rule.experienceWeek
    let heavy = experiences.filter { ($0.weeklyHours ?? Hours(0)) > most }
    if heavy.isEmpty { return rule.satisfied("Les heures par semaine restent plausibles.") }
    let isMonth = heavy.contains { ($0.weeklyHours ?? Hours(0)) >= month }
    return rule.toDecide(
      isMonth
        ? "Des heures par semaine ressemblent à celles d’un mois (151,67 heures par mois font 35 heures par semaine)."
        : "Plus de \(most.label) par semaine sont déclarées.",
      figures: heavy.map { ($0.position, $0.weeklyHours?.label ?? "") },
      remedy: "Vérifier l’horaire sur les bulletins ou les attestations, et le corriger.")
  }
}
