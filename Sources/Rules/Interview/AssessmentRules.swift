import Artefacts

/// Every capacity has an outcome, every refusal a reason, every reference an object.
struct AssessmentRules {
  private let record: Record
  /// The capacities to assess.
  private let expected: [String]
  private let intake: Intake

  init(_ record: Record, expected: [String], intake: Intake) {
    (self.record, self.expected, self.intake) = (record, expected, intake)
  }

  /// - Parameters:
  ///   - fiche, method: the entry of the certification, and its part on how capacities are assessed.
  ///   - reasons: the text that asks for a reason to each refusal, on that day.
  func findings(calendar: Calendar, fiche: String, method: String, reasons: String?) -> [Finding] {
    if [.absent, .excused].contains(record.status), !record.assessments.isEmpty {
      return [
        Rule.interviewHeld.notSatisfied(
          "Le candidat est dit \(record.status == .absent ? "absent" : "excusé"), et pourtant des capacités sont évaluées.",
          remedy: "Corriger le déroulement, ou ôter les résultats.")
      ]
    }
    if record.status != .held {
      return [
        Rule.interviewHeld.toDecide(
          "Il n’y a pas d’entretien tenu à son terme : \(record.status.label).",
          figures: [("le", record.date.label)], remedy: "Fixer un nouvel entretien, ou décider de la suite.")
      ]
    }
    return [
      complete(source: fiche), explained(source: reasons), references, dates(calendar),
      opinion(source: method),
    ]
  }

  private func complete(source: String) -> Finding {
    let assessed = record.assessments.filter { $0.outcome != .notAssessed }.map(\.capacity)
    let missing = expected.filter { !assessed.contains($0) }
    let strange = assessed.filter { !expected.contains($0) }
    let repeated = Set(assessed).count != assessed.count
    if missing.isEmpty && strange.isEmpty && !repeated {
      return Rule.interviewComplete.satisfied(
        "Chaque capacité a un résultat.", figures: [("capacités", String(expected.count))],
        source: source)
    }
    let parts = [
      missing.isEmpty ? nil : "sans résultat : \(French.list(missing))",
      strange.isEmpty ? nil : "inconnues ou non visées : \(French.list(strange))",
      repeated ? "une capacité est évaluée deux fois" : nil,
    ].compactMap { $0 }
    return Rule.interviewComplete.notSatisfied(
      "Capacités à revoir — \(parts.joined(separator: " ; ")).", source: source,
      remedy: "Compléter le procès-verbal d’entretien.")
  }

  private func explained(source: String?) -> Finding {
    let silent = record.assessments.filter { $0.outcome == .notAcquired && !French.says($0.reason) }.map(
      \.capacity)
    return silent.isEmpty
      ? Rule.interviewReason.satisfied(
        "Chaque « non acquis » a un motif.", source: source)
      : Rule.interviewReason.notSatisfied(
        "« Non acquis » sans motif : \(French.list(silent)).", source: source,
        remedy: "Écrire le motif : le candidat doit savoir quoi améliorer.")
  }

  private var references: Finding {
    let known = Set(intake.items.filter { $0.state == .present }.map(\.id))
    let lost = Set(record.assessments.flatMap { $0.evidence.map(\.ref) }).subtracting(known).sorted()
    return lost.isEmpty
      ? Rule.interviewEvidence.satisfied("Les preuves citées sont au dossier.")
      : Rule.interviewEvidence.notSatisfied(
        "Preuves citées mais absentes ou inutilisables : \(French.list(lost)).",
        remedy: "Corriger la référence, ou joindre la pièce vue à l’entretien.")
  }

  private func dates(_ calendar: Calendar) -> Finding {
    let rule = Rule.interviewDate
    let figures = [("entretien", record.date.label), ("dépôt", intake.submittedOn?.label ?? "non daté")]
    if let day = intake.submittedOn, record.date < day {
      return rule.notSatisfied(
        "L’entretien précède le dépôt du dossier.", figures: figures, remedy: "Corriger l’une des deux dates."
      )
    }
    let (first, last) = (calendar.interviewsFrom ?? record.date, calendar.interviewsTo ?? record.date)
    if record.date < first || record.date > last {
      return rule.toDecide(
        "L’entretien est hors de la période d’entretiens de la session.",
        figures: figures + [("période", "du \(first.label) au \(last.label)")],
        remedy: "Vérifier la date, ou le calendrier de la session.")
    }
    return rule.satisfied("L’entretien suit le dépôt du dossier.", figures: figures)
  }

  private func opinion(source: String) -> Finding {
    !French.says(record.companyOpinion)
      ? Rule.interviewCompany.notEvaluated(
        "Aucun avis de l’entreprise ; son caractère obligatoire en VAE n’est pas établi.",
        source: source)
      : Rule.interviewCompany.satisfied(
        "L’avis de l’entreprise est recueilli.", source: source)
  }
}
