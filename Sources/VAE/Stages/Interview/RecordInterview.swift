import XML

/// The interview as the panel recorded it, its rules checked. The outcomes are the panel’s own.
func recordInterview(
  _ intake: Intake, _ mapping: Mapping, _ request: Request, _ certification: Certification,
  _ session: Session,
  _ record: Record
) throws(Refusal) -> Interview? {
  let members = record.present.map { present in
    let known = session.panel.members.first { $0.id == present.member }
    return Member(
      ref: present.member, name: known?.name ?? "inconnu", role: known?.role ?? "inconnu de la session")
  }
  // What is kept must still be on the day of the jury.
  let jury = session.calendar.nextJury(from: record.date) ?? record.date
  let expected = HeldPieces(request, certification, session.parameters, on: jury).expected
  return Interview(
    date: record.date, start: record.start, end: record.end, status: record.status, members: members,
    recusals: record.recusals, adjustments: record.adjustments,
    companyOpinion: French.says(record.companyOpinion) ? record.companyOpinion : nil,
    assessments: record.assessments, notes: record.notes, revocation: record.revocation,
    earlier: record.earlier,
    findings: PanelRules.findings(record, request, session, companion: mapping.reviewedBy)
      + [
        Ownership.finding(
          "interview.request", record.number, request, "Le procès-verbal d’entretien"),
        hours(record, session),
      ]
      + AssessmentRules.findings(record, expected, intake, session.calendar) + HistoryRules.findings(record))
}

private func hours(_ record: Record, _ session: Session) -> Finding {
  let rule = "interview.hours"
  if record.date > session.asOf {
    return Finding(
      rule, .notSatisfied, "L’entretien est daté après le jour d’appréciation de la session.",
      figures: [("entretien", record.date.label), ("appréciation", session.asOf.label)],
      remedy: "Corriger la date de l’entretien, ou asOf dans session.xml.")
  }
  guard let start = record.start, let end = record.end else {
    return Finding(rule, .notEvaluated, "Le début ou la fin de l’entretien n’est pas noté.")
  }
  return start < end
    ? Finding(rule, .satisfied, "La fin de l’entretien suit son début.")
    : Finding(
      rule, .notSatisfied, "La fin de l’entretien ne suit pas son début.",
      figures: [("début", start), ("fin", end)], remedy: "Corriger l’heure.")
}

/// Every capacity has an outcome, every refusal a reason, every reference an object.
enum AssessmentRules {
  static func findings(
    _ record: Record, _ expected: [String], _ intake: Intake, _ calendar: Calendar
  ) -> [Finding] {
    if [.absent, .excused].contains(record.status), !record.assessments.isEmpty {
      return [
        Finding(
          "interview.held", .notSatisfied,
          "Le candidat est dit \(record.status == .absent ? "absent" : "excusé"), et pourtant des capacités sont évaluées.",
          remedy: "Corriger le déroulement, ou ôter les résultats.")
      ]
    }
    if record.status != .held {
      return [
        Finding(
          "interview.held", .toDecide, "Il n’y a pas d’entretien tenu à son terme : \(record.status.label).",
          figures: [("le", record.date.label)], remedy: "Fixer un nouvel entretien, ou décider de la suite.")
      ]
    }
    return [
      complete(record, expected), reasons(record), references(record, intake),
      dates(record, intake, calendar),
      opinion(record),
    ]
  }

  private static func complete(_ record: Record, _ expected: [String]) -> Finding {
    let assessed = record.assessments.filter { $0.outcome != .notAssessed }.map(\.capacity)
    let missing = expected.filter { !assessed.contains($0) }
    let strange = assessed.filter { !expected.contains($0) }
    let repeated = Set(assessed).count != assessed.count
    if missing.isEmpty && strange.isEmpty && !repeated {
      return Finding(
        "interview.complete", .satisfied, "Chaque capacité a un résultat.",
        figures: [("capacités", String(expected.count))],
        source: "fiche RNCP 28236")
    }
    let parts = [
      missing.isEmpty ? nil : "sans résultat : \(French.list(missing))",
      strange.isEmpty ? nil : "inconnues ou non visées : \(French.list(strange))",
      repeated ? "une capacité est évaluée deux fois" : nil,
    ].compactMap { $0 }
    return Finding(
      "interview.complete", .notSatisfied, "Capacités à revoir — \(parts.joined(separator: " ; ")).",
      source: "fiche RNCP 28236", remedy: "Compléter le procès-verbal d’entretien.")
  }

  private static func reasons(_ record: Record) -> Finding {
    let silent = record.assessments.filter { $0.outcome == .notAcquired && !French.says($0.reason) }.map(
      \.capacity)
    return silent.isEmpty
      ? Finding(
        "interview.reason", .satisfied, "Chaque « non acquis » a un motif.",
        source: "accord du 8 novembre 2019, art. 55.3")
      : Finding(
        "interview.reason", .notSatisfied, "« Non acquis » sans motif : \(French.list(silent)).",
        source: "accord du 8 novembre 2019, art. 55.3",
        remedy: "Écrire le motif : le candidat doit savoir quoi améliorer.")
  }

  private static func references(_ record: Record, _ intake: Intake) -> Finding {
    let known = Set(intake.items.filter { $0.state == .present }.map(\.id))
    let lost = Set(record.assessments.flatMap { $0.evidence.map(\.ref) }).subtracting(known).sorted()
    return lost.isEmpty
      ? Finding("interview.evidence", .satisfied, "Les preuves citées sont au dossier.")
      : Finding(
        "interview.evidence", .notSatisfied,
        "Preuves citées mais absentes ou inutilisables : \(French.list(lost)).",
        remedy: "Corriger la référence, ou joindre la pièce vue à l’entretien.")
  }

  private static func dates(_ record: Record, _ intake: Intake, _ calendar: Calendar) -> Finding {
    let rule = "interview.date"
    let figures = [("entretien", record.date.label), ("dépôt", intake.submittedOn?.label ?? "non daté")]
    if let day = intake.submittedOn, record.date < day {
      return Finding(
        rule, .notSatisfied, "L’entretien précède le dépôt du dossier.", figures: figures,
        remedy: "Corriger l’une des deux dates.")
    }
    let (first, last) = (calendar.interviewsFrom ?? record.date, calendar.interviewsTo ?? record.date)
    if record.date < first || record.date > last {
      return Finding(
        rule, .toDecide, "L’entretien est hors de la période d’entretiens de la session.",
        figures: figures + [("période", "du \(first.label) au \(last.label)")],
        remedy: "Vérifier la date, ou le calendrier de session.xml.")
    }
    return Finding(rule, .satisfied, "L’entretien suit le dépôt du dossier.", figures: figures)
  }

  private static func opinion(_ record: Record) -> Finding {
    !French.says(record.companyOpinion)
      ? Finding(
        "interview.company", .notEvaluated,
        "Aucun avis de l’entreprise ; son caractère obligatoire en VAE n’est pas établi.",
        source: "fiche RNCP 28236, modalités d’évaluation")
      : Finding(
        "interview.company", .satisfied, "L’avis de l’entreprise est recueilli.",
        source: "fiche RNCP 28236, modalités d’évaluation")
  }
}
