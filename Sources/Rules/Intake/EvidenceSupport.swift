import Artefacts

/// The rules of evidence, counted for each capacity that the candidate claims: valid, sufficient, authentic,
/// current (the four of Australian and British practice; none is in the fiche). Figures for people, never a ruling.
enum EvidenceSupport {
  static func support(of dossier: Dossier, _ items: [BoundEvidence]) -> [EvidenceCount] {
    let claimed = Set(dossier.situations.flatMap { $0.claims.map(\.capacity) })
    return claimed.sorted { ($0.count, $0) < ($1.count, $1) }.map { support(of: $0, dossier, items: items) }
  }

  private static func support(of capacity: String, _ dossier: Dossier, items: [BoundEvidence])
    -> EvidenceCount
  {
    let situations = dossier.situations.filter { $0.claims.contains { $0.capacity == capacity } }
    var seen: Set<String> = []
    // One content is one piece, whatever its names.
    var contents: Set<String> = []
    var support = EvidenceCount(
      capacity: capacity, items: 0, valid: 0, authentic: 0, dated: 0, inPeriod: 0, oldest: nil)
    for situation in situations {
      for use in situation.uses where seen.insert(use.evidence).inserted {
        guard let item = items.first(where: { $0.id == use.evidence && $0.state == .present }) else {
          continue
        }
        if let content = item.sha256, !contents.insert(content).inserted { continue }
        support.items += 1
        if item.kind != .other { support.valid += 1 }
        if item.author != nil { support.authentic += 1 }
        guard let date = item.date else { continue }
        support.dated += 1
        support.oldest = min(support.oldest ?? date, date)
        if isWithin(date, situation) { support.inPeriod += 1 }
      }
    }
    return support
  }

  static func isWithin(_ date: Day, _ situation: Situation) -> Bool {
    guard let start = situation.start else { return false }
    return start <= date && date <= (situation.end ?? date)
  }

  private static func isOld(_ oldest: Day, on submitted: Day?, parameters: Parameters) -> Bool {
    guard let years = parameters.evidenceYears, let submitted else { return false }
    return oldest.adding(months: 12 * years) < submitted
  }

  /// What the interview should come back to in the evidence of one capacity.
  static func doubts(of capacity: String, in intake: Intake, parameters: Parameters) -> [QuestionGround] {
    guard let support = intake.support.first(where: { $0.capacity == capacity }) else { return [] }
    let isOutdated =
      support.inPeriod < support.dated
      || support.oldest.map { isOld($0, on: intake.submittedOn, parameters: parameters) } ?? false
    return [isOutdated ? .outdated : nil, support.authentic < support.items ? .unauthenticated : nil]
      .compactMap { $0 }
  }

  static func finding(_ support: EvidenceCount, _ dossier: Dossier, parameters: Parameters) -> Finding {
    var figures = [
      ("pièces utilisables", String(support.items)), ("d’une nature dite", String(support.valid)),
      ("dont l’auteur est dit", String(support.authentic)), ("datées", String(support.dated)),
      ("datées dans la période de la situation", String(support.inPeriod)),
    ]
    var doubts: [String] = []
    if let least = parameters.evidencePerCapacity, support.items < least {
      figures.append(("minimum du centre", String(least)))
      doubts.append("moins de pièces que le minimum du centre")
    }
    if let oldest = support.oldest, isOld(oldest, on: dossier.submittedOn, parameters: parameters) {
      figures.append(("la plus ancienne", oldest.label))
      doubts.append("une pièce plus ancienne que ce que le centre accepte")
    }
    if support.items == 0 { doubts.append("aucune pièce utilisable") }
    if support.inPeriod < support.dated { doubts.append("une pièce datée hors de la période décrite") }
    if support.authentic < support.items { doubts.append("une pièce sans auteur") }
    if support.valid < support.items { doubts.append("une pièce dont la nature n’est pas dite") }
    let isShort = doubts.contains { $0.hasPrefix("moins") || $0.contains("plus ancienne") }
    return Rule.evidenceSupport.finding(
      isShort ? .toDecide : doubts.isEmpty ? .satisfied : .notEvaluated,
      doubts.isEmpty
        ? "\(support.capacity) : pièces datées dans la période, d’auteurs connus"
          + (parameters.evidencePerCapacity == nil
            ? " ; leur nombre n’est pas contrôlé." : ", en nombre suffisant.")
        : "\(support.capacity) : \(French.list(doubts)).", figures: figures,
      remedy: doubts.isEmpty
        ? nil : "Compléter avant l’entretien, ou y revenir à l’oral ; jamais un motif de refus.")
  }
}
