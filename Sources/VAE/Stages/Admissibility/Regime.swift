import XML

extension Regimes {
  /// The regime of a path begun on a day; nil before the first one, or when the latest ones turn on the national
  /// portal and nobody has said whether the certification is on it.
  func regime(ofPathBegunOn day: Day, onPortal: Bool?) -> Regime? {
    let begun = all.filter { $0.start <= day }
    guard let latest = begun.map(\.start).max() else { return nil }
    return begun.first { $0.start == latest && ($0.onPortal == nil || $0.onPortal == onPortal) }
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
