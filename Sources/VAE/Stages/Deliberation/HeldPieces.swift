import XML

/// Capacities and blocs kept from earlier sessions. Two texts differ on how long: the fiche says without limit, the
/// agreement of 8 November 2019 (art. 55.3) twenty-four months for a capacity and five years for a bloc. The centre
/// says which applies; unset, nothing is counted and a person decides.
struct HeldPieces {
  /// The capacities that still count.
  private(set) var codes: Set<String> = []
  /// What a candidate holds that still counts.
  private(set) var kept: [Held] = []
  private(set) var findings: [Finding] = []
  /// What the request aims at: what of it is not kept is still to be assessed and ruled on.
  private let aimed: [String]

  /// The capacities to assess and rule on, in the order of the certification.
  var expected: [String] { aimed.filter { !codes.contains($0) } }

  init(_ request: Request, _ certification: Certification, _ parameters: Parameters, on day: Day) {
    aimed = certification.capacities(of: request.target)
    for piece in request.held.sorted(by: { $0.code.hasPrefix("B") && !$1.code.hasPrefix("B") }) {
      if codes.contains(piece.code) { continue }
      let isBloc = piece.code.hasPrefix("B")
      let own =
        certification.blocs.filter { $0.code == piece.code || !isBloc }.flatMap(\.capacities).map(\.code)
        .filter { isBloc || $0 == piece.code }
      findings.append(
        finding(piece, own, isBloc ? parameters.heldBlocMonths : parameters.heldCapacityMonths, day))
      if findings.last?.result == .satisfied {
        codes.formUnion(own)
        kept.append(piece)
      }
    }
  }

  private func finding(_ piece: Held, _ own: [String], _ months: Int?, _ day: Day) -> Finding {
    let rule = "jury.held"
    let source = "fiche RNCP 28236 (sans limite) ; accord du 8 novembre 2019, art. 55.3 (24 mois, cinq ans)"
    var figures = [("acquis le", piece.date.label), ("délibération", day.label)]
    if own.isEmpty {
      return Finding(
        rule, .notSatisfied, "\(piece.code), dit acquis, n’est pas de cette certification.", source: source,
        remedy: "Corriger held dans request.xml.")
    }
    if piece.date >= day {
      return Finding(
        rule, .notSatisfied, "\(piece.code), dit acquis à une session antérieure, l’est après cette séance.",
        figures: figures, source: source, remedy: "Corriger la date de held dans request.xml.")
    }
    guard let months else {
      return Finding(
        rule, .toDecide,
        "\(piece.code) a été acquis à une session antérieure ; la durée de conservation n’est pas fixée.",
        figures: figures, source: source,
        remedy: "Fixer heldCapacityMonths et heldBlocMonths dans session.xml (0 : sans limite).")
    }
    if months > 0 { figures.append(("conservé jusqu’au", piece.date.adding(months: months).label)) }
    return months == 0 || day <= piece.date.adding(months: months)
      ? Finding(
        rule, .satisfied, "\(piece.code), acquis à une session antérieure, est conservé.", figures: figures,
        source: source)
      : Finding(
        rule, .notEvaluated,
        "\(piece.code), acquis à une session antérieure, n’est plus conservé : il est à réévaluer.",
        figures: figures, source: source)
  }
}

extension Request {
  /// What is kept on the next day of jury, for the pages that people fill before it.
  func heldPieces(_ certification: Certification, _ session: Session) -> HeldPieces {
    HeldPieces(
      self, certification, session.parameters,
      on: session.calendar.nextJury(from: session.asOf) ?? session.asOf)
  }
}

extension Calendar {
  /// The first day of jury, on that day or after it.
  func nextJury(from day: Day) -> Day? { juries.map(\.date).filter { $0 >= day }.min() }
}
