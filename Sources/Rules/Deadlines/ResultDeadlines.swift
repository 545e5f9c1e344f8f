import Artefacts

/// What is due once the jury has sat.
struct ResultDeadlines {
  let request: Request
  let session: Session
  let regimes: Regimes
  let regime: Regime?
  let sitting: Sitting

  var due: [Deadline] {
    [
      notice(.resultToCandidate, to: .candidate),
      isAdviserTold ? notice(.resultToAdviser, to: .adviser) : nil,
      group, appeal, retention,
    ].compactMap { $0 }
  }

  /// What no text and no parameter of the centre settles: said, not supposed.
  var unset: [Finding] {
    let parameters = session.parameters
    return [
      noticeDays == nil && sentOn(to: .candidate) == nil
        ? unset(.deadlineResult, "Pour notifier le résultat", "resultNoticeDays") : nil,
      parameters.appealDays == nil
        ? unset(.deadlineAppeal, "Pour contester le résultat", "appealDays") : nil,
      parameters.retentionMonths == nil
        ? unset(.deadlineRetention, "Pour conserver le dossier", "retentionMonths") : nil,
    ].compactMap { $0 }
  }

  private func unset(_ rule: Rule, _ what: String, _ parameter: String) -> Finding {
    rule.notEvaluated(
      "\(what), le centre ne fixe pas de durée, et aucune source lue n’en fixe.",
      remedy: SessionRubric.set(parameter))
  }

  private var noticeDays: (days: Int, source: String)? {
    if let law = regime?.stated(.notice), let days = law.value { return (days, law.source) }
    return session.parameters.resultNoticeDays.map { ($0, "délai fixé par le centre") }
  }

  /// The adviser is told of the result under R4, and wherever one is known.
  private var isAdviserTold: Bool { regime?.stated(.notice) != nil || !request.advisers.isEmpty }

  private func sentOn(to someone: SentTo) -> Day? {
    request.reception.sent.day(of: .result, to: someone, since: sitting.date)
  }

  private func notice(_ kind: DeadlineKind, to someone: SentTo) -> Deadline? {
    guard let (days, source) = noticeDays, sentOn(to: someone) == nil else { return nil }
    return Deadline(kind: kind, date: sitting.date.adding(days: days), source: source)
  }

  private var group: Deadline? {
    guard let law = regimes.branchRule(.group, on: sitting.date), let months = law.value,
      session.sent.day(of: .group, to: .group, since: sitting.date) == nil
    else { return nil }
    return Deadline(kind: .group, date: sitting.date.adding(months: months), source: law.source)
  }

  /// It runs from the day on which the letter went; nothing runs before.
  private var appeal: Deadline? {
    guard let days = session.parameters.appealDays, let sent = sentOn(to: .candidate) else { return nil }
    return Deadline(kind: .appeal, date: sent.adding(days: days), source: "délai fixé par le centre")
  }

  private var retention: Deadline? {
    session.parameters.retentionMonths.map {
      Deadline(
        kind: .retention, date: sitting.date.adding(months: $0), source: "durée fixée par le centre")
    }
  }

  /// The months in which an award is told to the national register (L6113-8).
  static let registerMonths = 3

  /// An award that the register has not taken.
  static func register(_ deliberation: Deliberation, _ ledger: DepositLedger?, number: String) -> Deadline? {
    guard deliberation.state == .recorded, deliberation.result == .full, let sitting = deliberation.sitting,
      ledger?.holds(number) != true
    else { return nil }
    return Deadline(
      kind: .register, date: sitting.date.adding(months: registerMonths), source: "code du travail, L6113-8")
  }
}
