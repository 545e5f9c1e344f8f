import Artefacts

extension Regimes {
  /// The regime of a path begun on a day; nil before the first one, or when the latest ones turn on the national
  /// portal and nobody has said whether the certification is on it.
  func regime(ofPathBegunOn day: Day, onPortal: Bool?) -> Regime? {
    let begun = all.filter { $0.start <= day }
    guard let latest = begun.map(\.start).max() else { return nil }
    return begun.first { $0.start == latest && ($0.onPortal == nil || $0.onPortal == onPortal) }
  }
}

extension Regimes {
  /// How a panel or a jury must be made for a path begun on a day.
  func composition(ofPathBegunOn day: Day) -> Composition {
    let begun = compositions.sorted { $0.start < $1.start }
    return begun.last(where: { $0.start <= day }) ?? begun.first ?? .strictest
  }

  /// A rule of the branch as it was on a day; nil before its first.
  func branchRule(_ name: BranchRuleName, on day: Day) -> BranchRule? {
    branchRules.filter { $0.name == name && $0.start <= day }.max { $0.start < $1.start }
  }
}

extension Regime {
  /// A rule of the regime; a table that leaves one out leaves it to people.
  subscript(name: LegalRuleName) -> LegalRule {
    rules.first { $0.name == name }
      ?? LegalRule(name: name, value: nil, settled: false, source: source, readings: [])
  }
}

extension LegalRule {
  /// The readings between which a person decides, quoted.
  var dilemma: String {
    readings.isEmpty ? "aucune source ne le dit" : readings.joined(separator: " ; ")
  }
}

extension Composition {
  /// A table that says nothing of bodies leaves nothing out.
  fileprivate static let strictest = Composition(
    start: Day(literal: 1900, 1, 1), members: 2, qualified: 2, qualifiedOneIn: 4, pastTies: true,
    source: "composition que la table des régimes ne dit pas")
}
