import Artefacts

extension Inventory {
  /// Its files, each by its digest; those that could not be read have none.
  package var exhibits: [Exhibit] {
    files.compactMap { file in file.sha256.map { Exhibit(name: file.name, sha256: $0) } }
  }
}

/// Whether what people judged is still what the dossier holds.
enum ExchangedEvidence {
  /// - Parameter what: who had the files before them, as the subject of a sentence.
  static func finding(
    _ rule: Rule, since to: ExhibitedTo, _ exhibits: Exhibits?, _ inventory: Inventory, _ what: String
  ) -> Finding? {
    guard let changed = exhibits?.changes(since: to, now: inventory.exhibits) else { return nil }
    if changed.isEmpty { return rule.satisfied("Les pièces n’ont pas changé depuis \(what).") }
    return rule.toDecide(
      "Des pièces ont changé depuis \(what) : \(French.list(changed)).",
      remedy: "Vérifier qui les a remplacées, et si ce qui a été jugé tient encore.")
  }
}
