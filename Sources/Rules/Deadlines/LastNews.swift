import Artefacts

/// The last day on which anything changed or fell due for a dossier. Where a session names no day of appreciation, its
/// documents are of that day: they say the same every night until there is news.
package enum LastNews {
  /// - Parameters:
  ///   - written: the days that people wrote in the other documents of the dossier.
  ///   - today: the day of the run.
  package static func day(
    _ request: Request, _ session: Session, _ certification: Certification, _ regimes: Regimes,
    written: [Day], today: Day
  ) -> Day {
    let regime = regimes.regime(
      ofPathBegunOn: request.reception.initiatedOn, onPortal: session.parameters.onNationalPortal)
    let facts = facts(request, session, certification) + written
    let months = months(session.parameters, regime: regime, regimes: regimes)
    let days =
      [session.parameters.resultNoticeDays, session.parameters.appealDays].compactMap { $0 }
      + [regime?.stated(.notice)?.value].compactMap { $0 }
    let due = facts.flatMap { fact in
      months.flatMap { [fact.adding(months: $0), fact.adding(months: $0).endOfMonth] }
        + days.map { fact.adding(days: $0) }
    }
    // A second round: what runs from an acceptance by silence.
    let answers = [request.reception.receivedOn, request.reception.completeOn].compactMap { $0 }
      .map { $0.adding(months: regime?[.delay].value ?? AdmissibilityClock.lawMonths) }
    let later = answers.flatMap { answer in months.map { answer.adding(months: $0) } }
    let turning = (facts + due + later).flatMap { [$0, $0.next, $0.adding(days: -Deadline.alertDays)] }
    return turning.filter { $0 <= today }.max() ?? today
  }

  private static func facts(
    _ request: Request, _ session: Session, _ certification: Certification
  ) -> [Day] {
    let (reception, calendar) = (request.reception, session.calendar)
    let single: [Day?] = [
      reception.initiatedOn, reception.receivedOn, reception.completeOn, reception.decision?.date,
      request.prior?.date, request.prior?.until, calendar.depositBy, calendar.interviewsFrom,
      calendar.interviewsTo, certification.registration.end, certification.registration.awardBy,
    ]
    return single.compactMap { $0 }
      + reception.reminders.flatMap { [$0.date, $0.answerBy].compactMap { $0 } }
      + reception.sent.map(\.date) + session.sent.map(\.date) + request.held.map(\.date)
      + calendar.juries.map(\.date) + calendar.slots.filter { $0.number == request.number }.map(\.date)
  }

  private static func months(_ parameters: Parameters, regime: Regime?, regimes: Regimes) -> [Int] {
    let own = [
      parameters.admissibilityMonths, parameters.heldBlocMonths, parameters.heldCapacityMonths,
      parameters.retentionMonths,
    ]
    let law = [LegalRuleName.delay, .evaluation, .hearing].map { regime?.stated($0)?.value }
    let branch = regimes.branchRules.filter { [.group, .retention, .blocRetention].contains($0.name) }
      .map(\.value)
    return Array(Set((own + law + branch).compactMap { $0 } + [ResultDeadlines.registerMonths])).sorted()
  }
}
