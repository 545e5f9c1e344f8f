import Artefacts
import XML

/// The interview as the panel recorded it, its rules checked. The outcomes are the panel’s own.
package func recordInterview(
  _ intake: Intake, _ mapping: Mapping, _ request: Request, _ certification: Certification,
  _ session: Session, _ regimes: Regimes, _ record: Record, _ inventory: Inventory, _ exhibits: Exhibits?
) throws(Refusal) -> Interview? {
  let members = record.present.map { present in
    let known = session.panel.members.first { $0.id == present.member }
    return Member(
      ref: present.member, name: known?.name ?? "inconnu", role: known?.role ?? "inconnu de la session")
  }
  // What is kept must still be on the day of the jury.
  let jury = session.calendar.nextJury(from: record.date) ?? record.date
  let expected = HeldPieces(
    request, certification: certification, regimes: regimes, parameters: session.parameters, on: jury
  ).expected
  return Interview(
    date: record.date, start: record.start, end: record.end, status: record.status, members: members,
    recusals: record.recusals, adjustments: record.adjustments,
    companyOpinion: French.says(record.companyOpinion) ? record.companyOpinion : nil,
    assessments: record.assessments, notes: record.notes, revocation: record.revocation,
    earlier: record.earlier,
    findings: PanelRules.findings(
      record, request, session: session,
      composition: regimes.composition(ofPathBegunOn: request.reception.initiatedOn),
      companion: mapping.reviewedBy)
      + [
        Ownership.finding(
          .interviewRequest, number: record.number, candidate: record.candidate, of: request,
          document: "Le procès-verbal d’entretien"),
        hours(record, session),
      ]
      + AssessmentRules(record, expected: expected, intake: intake).findings(
        calendar: session.calendar, fiche: certification.fiche(),
        method: certification.fiche("modalités d’évaluation"),
        reasons: regimes.branchRule(.reasons, on: record.date)?.source)
      + HistoryRules.findings(record)
      + [
        ExchangedEvidence.finding(.interviewExchanged, since: .record, exhibits, inventory, "l’entretien")
      ].compactMap { $0 })
}

private func hours(_ record: Record, _ session: Session) -> Finding {
  let rule = Rule.interviewHours
  if record.date > session.asOf {
    return rule.notSatisfied(
      "L’entretien est daté après le jour d’appréciation de la session.",
      figures: [("entretien", record.date.label), ("appréciation", session.asOf.label)],
      remedy: "Corriger la date de l’entretien, ou la date d’appréciation de la session.")
  }
  guard let start = record.start, let end = record.end else {
    return rule.notEvaluated("Le début ou la fin de l’entretien n’est pas noté.")
  }
  return start < end
    ? rule.satisfied("La fin de l’entretien suit son début.")
    : rule.notSatisfied(
      "La fin de l’entretien ne suit pas son début.", figures: [("début", start), ("fin", end)],
      remedy: "Corriger l’heure.")
}
