import Artefacts

/// What is due between the admissibility and the jury.
struct PathDeadlines {
  let admissibility: Admissibility
  let session: Session
  let regime: Regime?
  let intake: Intake?
  let interview: Interview?
  let deliberation: Deliberation?

  private var isRuled: Bool { deliberation?.sitting != nil && deliberation?.result?.isRuling != false }
  private var isHeard: Bool { interview?.status == .held }

  var due: [Deadline] {
    if isRuled { return [] }
    return deposit + [evaluation, appointment, sitting, hearing].compactMap { $0 }
  }

  /// Until the dossier is in. Once it is, the validity has served.
  private var deposit: [Deadline] {
    if intake != nil { return [] }
    return [
      session.calendar.depositBy.map {
        Deadline(kind: .deposit, date: $0, source: "calendrier de la session")
      },
      admissibility.clock.validUntil.map {
        Deadline(kind: .lapse, date: $0, source: "durée de validité fixée par le centre")
      },
    ].compactMap { $0 }
  }

  /// An acceptance by silence was never notified: nothing runs from it.
  private var evaluation: Deadline? {
    guard let law = regime?.stated(.evaluation), let months = law.value,
      let decision = admissibility.decision,
      decision.outcome == .favourable
    else { return nil }
    return Deadline(kind: .evaluation, date: decision.date.adding(months: months), source: law.source)
  }

  private var appointment: Deadline? {
    if intake == nil || isHeard { return nil }
    let slot = session.calendar.slots.last { $0.number == admissibility.identity.number }
    return (slot?.date ?? session.calendar.interviewsTo).map {
      Deadline(kind: .interview, date: $0, source: "calendrier de la session")
    }
  }

  private var sitting: Deadline? {
    if intake == nil { return nil }
    let days = session.calendar.juries.map(\.date)
    return (session.calendar.nextJury(from: session.asOf) ?? days.max()).map {
      Deadline(kind: .jury, date: $0, source: "calendrier de la session")
    }
  }

  /// By the end of the third month after the deposit.
  private var hearing: Deadline? {
    guard let law = regime?.stated(.hearing), let months = law.value, let day = intake?.submittedOn else {
      return nil
    }
    return Deadline(kind: .hearing, date: day.adding(months: months).endOfMonth, source: law.source)
  }
}

extension Regime {
  /// A rule that the table holds; nil where it asks for nothing of the kind.
  func stated(_ name: LegalRuleName) -> LegalRule? { rules.first { $0.name == name } }
}
