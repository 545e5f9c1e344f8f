import Artefacts

/// Duration, other ways of counting, share of training, direct link of the experience.
enum ExperienceRules {
  static func findings(_ request: Request, _ count: HoursCount, regime: Regime?) -> [Finding] {
    [
      duration(count, regime), after(request), week(request.experiences), declared(count, regime),
      overlap(count, regime), training(count, regime), link(request.experiences, regime),
    ]
  }

  private static func duration(_ count: HoursCount, _ regime: Regime?) -> Finding {
    let rule = Rule.experienceDuration
    guard let regime else {
      return rule.notEvaluated("La durée n’est pas contrôlée : le régime applicable n’est pas établi.")
    }
    let law = regime[.minimum]
    var figures = [("heures en rapport direct", count.related.label)]
    if !law.settled {
      if let most = law.most, count.related >= Hours(most) {
        return rule.satisfied(
          "La durée minimale d’expérience est atteinte dans toutes les lectures : \(law.dilemma).",
          figures: figures,
          source: law.source)
      }
      return rule.toDecide(
        "Le minimum d’expérience n’est pas établi sous ce régime : \(law.dilemma).", figures: figures,
        source: law.source, remedy: "Trancher entre les lectures et noter la décision.")
    }
    guard let minimum = count.minimum else {
      return rule.satisfied(
        "Aucune durée minimale n’est demandée sous ce régime.", figures: figures, source: law.source)
    }
    figures.append(("minimum", minimum.label))
    if count.related >= minimum {
      return rule.satisfied(
        "La durée minimale d’expérience est atteinte.", figures: figures, source: law.source)
    }
    if law.ofUndertaking == true, let years = years(count, of: minimum) {
      figures.append(("en années à temps plein des entreprises", years))
      if count.lines.fullTimeShare(of: minimum) >= fullYear {
        return rule.satisfied(
          "Une année à temps plein, telle que les entreprises la comptent, est atteinte.", figures: figures,
          source: law.source)
      }
    }
    return short(count, of: minimum, law: law, figures: figures)
  }

  /// Less than the minimum: refused, or left to a person when the hours are not all known.
  private static func short(
    _ count: HoursCount, of minimum: Hours, law: LegalRule, figures: [(String, String)]
  ) -> Finding {
    let rule = Rule.experienceDuration
    let unknown = count.lines.count { $0.treatment == .unknown }
    if unknown > 0 || count.computed >= minimum {
      return rule.toDecide(
        unknown > 0
          ? "Les heures de \(French.count(unknown, "expérience", many: "expériences")) ne sont ni déclarées ni calculables."
          : "Le total déclaré n’atteint pas le minimum, le total calculé l’atteint.",
        figures: figures + [("total calculé", count.computed.label)], source: law.source,
        remedy: "Demander le total d’heures ou l’horaire hebdomadaire, justificatifs à l’appui.")
    }
    return rule.notSatisfied(
      "La durée minimale d’expérience n’est pas atteinte.", figures: figures, source: law.source,
      remedy: law.ofUndertaking == true
        ? "Vérifier les heures et, si l’année à temps plein de l’entreprise est plus courte, la noter (fullTimeYear)."
        : "Vérifier les heures déclarées et les justificatifs ; informer le candidat du complément nécessaire."
    )
  }

  /// A full year, in millionths.
  private static let fullYear = 1_000_000

  /// The experience in years of the undertakings, when one of them is said to be shorter; nil otherwise.
  private static func years(_ count: HoursCount, of minimum: Hours) -> String? {
    guard count.lines.contains(where: { $0.fullTimeYear != nil && $0.counted > Hours(0) }) else { return nil }
    return Hours(hundredths: count.lines.fullTimeShare(of: minimum) / 10_000).spelling.replacing(
      ".", with: ",")
  }

  /// Declared against computed hours: a difference matters when it changes the conclusion.
  private static func declared(_ count: HoursCount, _ regime: Regime?) -> Finding {
    let rule = Rule.experienceDeclared
    let figures = [("total retenu", count.related.label), ("total calculé", count.computed.label)]
    guard let minimum = count.minimum else {
      return rule.satisfied(
        "Sans minimum, l’écart entre déclaré et calculé est sans effet.", figures: figures)
    }
    if count.related >= minimum && count.computed < minimum {
      return rule.toDecide(
        "Les heures déclarées atteignent le minimum, les heures calculées ne l’atteignent pas.",
        figures: figures + [("minimum", minimum.label)], source: "notice 51260*02 : 46 semaines par an",
        remedy: "Vérifier les heures sur les bulletins ou les attestations.")
    }
    return rule.satisfied("L’écart entre déclaré et calculé ne change rien.", figures: figures)
  }

  private static func overlap(_ count: HoursCount, _ regime: Regime?) -> Finding {
    let rule = Rule.experienceOverlap
    if count.overlap == Hours(0) {
      return rule.satisfied("Aucune période comptée n’en chevauche une autre.")
    }
    let alone = Hours(hundredths: count.related.hundredths - count.overlap.hundredths)
    let figures = [("heures en chevauchement", count.overlap.label), ("total sans elles", alone.label)]
    if let minimum = count.minimum, count.related >= minimum, alone < minimum {
      return rule.toDecide(
        "Le minimum n’est atteint qu’en comptant deux fois des périodes qui se chevauchent.",
        figures: figures + [("minimum", minimum.label)], source: regime?[.minimum].source,
        remedy: "Vérifier que ces heures ont bien été faites en plus des autres.")
    }
    return rule.satisfied("Des périodes se chevauchent, sans effet sur la conclusion.", figures: figures)
  }

  private static func training(_ count: HoursCount, _ regime: Regime?) -> Finding {
    let rule = Rule.experienceTraining
    if let law = regime?[.training], !law.settled, count.lines.contains(where: \.status.isTraining) {
      return rule.toDecide(
        "La part de formation permise n’est pas établie sous ce régime : \(law.dilemma).", source: law.source,
        remedy: "Trancher et noter la décision.")
    }
    let unknown = count.lines.filter { $0.status.isTraining && $0.treatment == .unknown }
    if let law = regime?[.training], law.value != nil, !unknown.isEmpty {
      return rule.toDecide(
        "La part de formation ne se calcule pas : il manque les heures de \(French.count(unknown.count, "période", many: "périodes")).",
        source: law.source,
        remedy:
          "Demander le total d’heures ou l’horaire hebdomadaire de ces périodes ; pour l’alternance et les contrats aidés, les heures en milieu de travail (workplaceHours)."
      )
    }
    guard let law = regime?[.training], let share = count.trainingShare, count.training > Hours(0) else {
      return rule.satisfied("Aucune heure en formation n’est comptée.", source: regime?[.training].source)
    }
    let figures = [
      ("heures en formation", count.training.label), ("heures en rapport direct", count.related.label),
      ("part", "\(share) %"),
    ]
    guard let limit = law.value else {
      return rule.satisfied(
        "La part de formation n’est pas limitée sous ce régime.", figures: figures, source: law.source)
    }
    let (training, most) = (count.training.hundredths * 100, count.related.hundredths * limit)
    if training < most {
      return rule.satisfied("Le travail l’emporte sur la formation.", figures: figures, source: law.source)
    }
    if training == most {
      return rule.toDecide(
        "La formation fait exactement \(limit) % : les sources disent « pas plus de la moitié » ou « moins de la moitié ».",
        figures: figures, source: law.source, remedy: "Trancher et noter la décision.")
    }
    return exceeded(count, regime, figures: figures)
  }

  /// Training above its share: refused, or left to a person when the work reaches the minimum by itself.
  private static func exceeded(
    _ count: HoursCount, _ regime: Regime?, figures: [(String, String)]
  ) -> Finding {
    let rule = Rule.experienceTraining
    let (source, minimum) = (regime?[.training].source, regime?[.minimum])
    let work = Hours(hundredths: count.related.hundredths - count.training.hundredths)
    let floor = minimum.flatMap { $0.settled ? $0.value : $0.most }.map { Hours($0) }
    if let floor, work >= floor {
      return rule.toDecide(
        "La formation dépasse la part permise, et le travail atteint seul le minimum. Deux lectures : la demande est refusée ; l’excédent de formation n’est pas compté.",
        figures: figures + [("heures de travail", work.label), ("minimum", floor.label)], source: source,
        remedy: "Trancher et noter la décision.")
    }
    return rule.notSatisfied(
      "Les périodes de formation dépassent la part permise de l’expérience comptée.", figures: figures,
      source: source, remedy: "Vérifier le statut de chaque activité.")
  }

  private static func link(_ experiences: [Experience], _ regime: Regime?) -> Finding {
    let related = experiences.count(where: \.related)
    let figures = [("expériences déclarées en rapport direct", "\(related) sur \(experiences.count)")]
    if related == 0 {
      return Rule.experienceLink.notSatisfied(
        "Aucune expérience n’est déclarée en rapport direct avec la certification.", figures: figures,
        source: regime?[.contents].source, remedy: "Vérifier la rubrique 5 avec le candidat.")
    }
    return Rule.experienceLink.notEvaluated(
      "Le rapport direct est déclaré par le candidat ; une personne l’apprécie au regard des activités de la fiche.",
      figures: figures, source: regime?[.contents].source)
  }
}

extension [HoursLine] {
  /// What is counted, in millionths of a full-time year of each undertaking (L3121-41), `minimum` by default.
  fileprivate func fullTimeShare(of minimum: Hours) -> Int {
    reduce(0) { sum, line in
      let year = line.fullTimeYear.flatMap { $0 > Hours(0) && $0 < minimum ? $0 : nil } ?? minimum
      return sum + line.counted.hundredths * 1_000_000 / Swift.max(1, year.hundredths)
    }
  }
}
