import XML

/// Duration, share of training, and direct link of the experience.
enum ExperienceRules {
  static func findings(_ request: Request, _ count: ExperienceCount, _ regime: Regime?) -> [Finding] {
    [duration(count, regime), training(count, regime), link(request.experiences), overlap]
  }

  private static func duration(_ count: ExperienceCount, _ regime: Regime?) -> Finding {
    let rule = "experience.duration"
    guard let regime else {
      return Finding(
        rule, .notEvaluated, "La durée n’est pas contrôlée : le régime applicable n’est pas établi.")
    }
    var figures = [("heures en rapport direct", count.related.label)]
    guard regime.minimumIsSettled else {
      return Finding(
        rule, .toDecide,
        "Le minimum avant le 1er octobre 2017 n’est pas établi : le décret disait trois ans, la loi du 8 août 2016 un an.",
        figures: figures, source: regime.source,
        remedy: "Trancher entre les deux lectures et noter la décision.")
    }
    guard let minimum = regime.minimum else {
      return Finding(
        rule, .satisfied, "Aucune durée minimale n’est demandée sous ce régime.", figures: figures,
        source: regime.source)
    }
    figures.append(("minimum", minimum.label))
    if count.related >= minimum {
      return Finding(
        rule, .satisfied, "La durée minimale d’expérience est atteinte.", figures: figures,
        source: regime.source)
    }
    if !count.unknown.isEmpty {
      return Finding(
        rule, .toDecide,
        "Les heures de \(French.count(count.unknown.count, "expérience", "expériences")) ne sont ni déclarées ni calculables.",
        figures: figures, source: regime.source,
        remedy: "Demander le total d’heures ou l’horaire hebdomadaire.")
    }
    return Finding(
      rule, .notSatisfied, "La durée minimale d’expérience n’est pas atteinte.", figures: figures,
      source: regime.source,
      remedy:
        "Vérifier les heures déclarées et les justificatifs ; informer le candidat du complément nécessaire.")
  }

  private static func training(_ count: ExperienceCount, _ regime: Regime?) -> Finding {
    let rule = "experience.training"
    guard let share = count.trainingShare, count.training > Hours(0) else {
      return Finding(rule, .satisfied, "Aucune heure en formation n’est comptée.", source: regime?.source)
    }
    let figures = [
      ("heures en formation", count.training.label), ("heures en rapport direct", count.related.label),
      ("part", "\(share) %"),
    ]
    let doubled = count.training.hundredths * 2
    if doubled < count.related.hundredths {
      return Finding(
        rule, .satisfied, "Le travail l’emporte sur la formation.", figures: figures, source: regime?.source)
    }
    if doubled == count.related.hundredths {
      return Finding(
        rule, .toDecide,
        "Exactement la moitié en formation : les sources disent « pas plus de la moitié » ou « moins de la moitié ».",
        figures: figures, source: regime?.source, remedy: "Trancher et noter la décision.")
    }
    return Finding(
      rule, .notSatisfied, "Les périodes de formation dépassent la moitié de l’expérience comptée.",
      figures: figures,
      source: regime?.source, remedy: "Vérifier le statut de chaque activité.")
  }

  private static func link(_ experiences: [Experience]) -> Finding {
    let related = experiences.count(where: \.related)
    let figures = [("expériences déclarées en rapport direct", "\(related) sur \(experiences.count)")]
    if related == 0 {
      return Finding(
        "experience.link", .notSatisfied,
        "Aucune expérience n’est déclarée en rapport direct avec la certification.",
        figures: figures, source: "code de l’éducation, R335-7",
        remedy: "Vérifier la rubrique 5 avec le candidat.")
    }
    return Finding(
      "experience.link", .notEvaluated,
      "Le rapport direct est déclaré par le candidat ; une personne l’apprécie au regard des activités de la fiche.",
      figures: figures, source: "code de l’éducation, R335-7")
  }

  private static let overlap = Finding(
    "experience.overlap", .notEvaluated,
    "Les périodes qui se chevauchent ne sont pas encore déduites : à vérifier.")
}
