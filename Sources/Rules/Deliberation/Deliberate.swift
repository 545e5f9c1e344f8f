import Artefacts
import XML

/// The summary that the jury examines and, once it has decided, its decision checked and rolled up. The machine
/// awards nothing: a decision that breaks a rule is shown as contested, and its result is not published.
package func deliberate(
  _ admissibility: Admissibility, _ intake: Intake, _ mapping: Mapping, _ interview: Interview,
  _ request: Request,
  _ session: Session, _ certification: Certification, _ regimes: Regimes, _ decision: Decision?,
  _ inventory: Inventory, _ exhibits: Exhibits?
) throws(Refusal) -> Deliberation? {
  let summary = summary(of: mapping, interview)
  guard let decision else {
    return Deliberation(
      state: .awaiting, result: nil, summary: summary, sitting: nil, held: [], rulings: [], blocs: [],
      revocation: nil, findings: [])
  }
  let held = HeldPieces(
    request, certification: certification, regimes: regimes, parameters: session.parameters, on: decision.date
  )
  let blocs = RollUp.blocs(of: certification, decision.rulings, held: held.codes, target: request.target)
  let jury = JuryRules(decision, session: session, certification: certification, regimes: regimes)
  let ruling = RulingRules(decision, certification: certification, regimes: regimes)
  var findings = DecisionRules.findings(
    decision, request: request, interview: interview, blocs: blocs, jury: jury, session: session)
  if decision.result.isRuling {
    findings += held.findings
    findings += jury.findings(for: request, companion: mapping.reviewedBy)
    findings += VoteRules.findings(
      decision, voting: jury.present.count(where: \.voting), source: certification.fiche())
    findings += EarlierBars.findings(admissibility, intake)
    findings += [
      EarlierBars.award(decision, certification.registration),
      ExchangedEvidence.finding(.juryExchanged, since: .decision, exhibits, inventory, "la décision du jury"),
    ].compactMap { $0 }
    findings += ruling.findings(interview, held: held, blocs: blocs)
    findings += ruling.aim(admissibility)
  }
  findings += PointsLeftOpen.findings(findings, decision.settled)
  let isSound = PointsLeftOpen.isSound(findings)
  return Deliberation(
    state: isSound ? .recorded : .contested, result: isSound ? decision.result : nil, summary: summary,
    sitting: Sitting(
      date: decision.date, summaryExamined: decision.summaryExamined, members: members(decision, session),
      recusals: decision.recusals, conformity: decision.conformity, settled: decision.settled,
      vote: decision.vote),
    held: held.kept, rulings: decision.rulings, blocs: blocs, revocation: decision.revocation,
    findings: findings)
}

/// What the jury examines: of each capacity, what the dossier covers and what the panel has found.
private func summary(of mapping: Mapping, _ interview: Interview) -> [SummaryLine] {
  mapping.coverage.map { coverage in
    let assessment = interview.assessments.first { $0.capacity == coverage.capacity }
    return SummaryLine(
      capacity: coverage.capacity, bloc: coverage.bloc, coverage: coverage.level,
      panel: assessment?.outcome ?? .notAssessed, reason: assessment?.reason)
  }
}

private func members(_ decision: Decision, _ session: Session) -> [Member] {
  decision.present.map { seat in
    let juror = session.jury.members.first { $0.id == seat.member }
    let role = juror.map {
      $0.college.label + ($0.union.map { " (\($0))" } ?? "") + ($0.chair ? ", préside" : "")
    }
    return Member(ref: seat.member, name: juror?.name ?? "inconnu", role: role ?? "inconnu de la session")
  }
}

/// Capacity → bloc → certification: a bloc is acquired when all its capacities are, the certification when all
/// its blocs are (fiche RNCP 28236; the first is an inference from “all capacities” and “all blocs”).
enum RollUp {
  /// - Parameters:
  ///   - held: capacities kept from earlier sessions.
  ///   - target: what the request aims at; everything when nil.
  static func blocs(
    of certification: Certification, _ rulings: [JuryRuling], held: Set<String> = [], target: Target? = nil
  ) -> [BlocResult] {
    let acquired = held.union(rulings.filter { $0.outcome == .acquired }.map(\.code))
    return certification.blocs.map { bloc in
      let count = bloc.capacities.count { acquired.contains($0.code) }
      return BlocResult(
        code: bloc.code,
        aimed: target.map { $0.scope == .whole || $0.blocs.contains(bloc.code) } ?? true,
        acquired: count == bloc.capacities.count, capacities: count,
        total: bloc.capacities.count)
    }
  }

  /// The result that the rulings lead to.
  static func result(of blocs: [BlocResult]) -> AwardResult {
    JuryTables.rollUp.outcome(of: [
      .acquired: blocs.reduce(0) { $0 + $1.capacities }, .total: blocs.reduce(0) { $0 + $1.total },
    ])
  }
}
