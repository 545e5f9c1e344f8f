import Artefacts

/// Capacities and blocs kept from earlier sessions. Two texts differ on how long: the fiche says without limit, the
/// agreement of 8 November 2019 (art. 55.3) twenty-four months for a capacity and five years for a bloc. The centre
/// says which applies; unset, what both texts keep is kept, and a person decides on the rest.
package struct HeldPieces {
  /// The capacities that still count.
  private(set) var codes: Set<String> = []
  /// What a candidate holds that still counts.
  private(set) var kept: [Held] = []
  /// The capacities on which the texts part, the centre having said nothing.
  private(set) var open: Set<String> = []
  private(set) var findings: [Finding] = []
  /// What the request aims at: what of it is not kept is still to be assessed and ruled on.
  private let aimed: [String]
  /// The two texts that differ.
  private let source: String

  /// The capacities to assess and rule on, in the order of the certification.
  package var expected: [String] { aimed.filter { !codes.contains($0) } }

  package init(
    _ request: Request, certification: Certification, regimes: Regimes, parameters: Parameters, on day: Day
  ) {
    let branch = [BranchRuleName.retention, .blocRetention].map { regimes.branchRule($0, on: day) }
    source = ([certification.fiche() + " (sans limite)"] + branch.compactMap { $0?.source })
      .joined(separator: " ; ")
    aimed = certification.capacities(of: request.target)
    for piece in request.held.sorted(by: { $0.isBloc && !$1.isBloc }) {
      if codes.contains(piece.code) { continue }
      let isBloc = piece.isBloc
      let own =
        certification.blocs.filter { $0.code == piece.code || !isBloc }.flatMap(\.capacities).map(\.code)
        .filter { isBloc || $0 == piece.code }
      findings.append(
        finding(
          piece, covers: own, months: isBloc ? parameters.heldBlocMonths : parameters.heldCapacityMonths,
          branch: branch[isBloc ? 1 : 0]?.value, on: day))
      switch findings.last?.result {
      case .satisfied:
        codes.formUnion(own)
        kept.append(piece)
      case .toDecide: open.formUnion(own)
      case .notSatisfied, .notEvaluated, nil: break
      }
    }
  }

  /// - Parameters:
  ///   - months: what the centre says; 0 for no limit.
  ///   - branch: what the branch says; nil before its agreement.
  private func finding(
    _ piece: Held, covers own: [String], months: Int?, branch: Int?, on day: Day
  ) -> Finding {
    let rule = Rule.juryHeld
    var figures = [("acquis le", piece.date.label), ("délibération", day.label)]
    if own.isEmpty {
      return rule.notSatisfied(
        "\(piece.code), dit acquis, n’est pas de cette certification.", source: source,
        remedy: "Corriger les acquis antérieurs dans la demande.")
    }
    if piece.date >= day {
      return rule.notSatisfied(
        "\(piece.code), dit acquis à une session antérieure, l’est après cette séance.", figures: figures,
        source: source, remedy: "Corriger la date de cet acquis antérieur dans la demande.")
    }
    guard let months else {
      if branch.map({ day <= piece.date.adding(months: $0) }) ?? true {
        return rule.satisfied(
          "\(piece.code), acquis à une session antérieure, est conservé dans toutes les lectures.",
          figures: figures,
          source: source)
      }
      return rule.toDecide(
        "\(piece.code) a été acquis à une session antérieure ; la durée de conservation n’est pas fixée.",
        figures: figures, source: source,
        remedy: SessionRubric.set("heldCapacityMonths", "heldBlocMonths"))
    }
    if months > 0 { figures.append(("conservé jusqu’au", piece.date.adding(months: months).label)) }
    return months == 0 || day <= piece.date.adding(months: months)
      ? rule.satisfied(
        "\(piece.code), acquis à une session antérieure, est conservé.", figures: figures, source: source)
      : rule.notEvaluated(
        "\(piece.code), acquis à une session antérieure, n’est plus conservé : il est à réévaluer.",
        figures: figures, source: source)
  }
}

extension Request {
  /// What is kept on the next day of jury, for the pages that people fill before it.
  package func scope(
    _ certification: Certification, session: Session, regimes: Regimes
  ) -> CapacityScope {
    let held = HeldPieces(
      self, certification: certification, regimes: regimes, parameters: session.parameters,
      on: session.calendar.nextJury(from: session.asOf) ?? session.asOf)
    return CapacityScope(kept: held.codes.sorted(), expected: held.expected)
  }
}

extension Calendar {
  /// The first day of jury, on that day or after it.
  func nextJury(from day: Day) -> Day? { juries.map(\.date).filter { $0 >= day }.min() }
}
