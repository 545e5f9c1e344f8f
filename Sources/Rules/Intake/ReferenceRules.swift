import Artefacts

/// Do the situations and the list of evidence speak of the same things?
enum ReferenceRules {
  static func findings(_ dossier: Dossier) -> [Finding] {
    var findings: [Finding] = []
    let known = Set(dossier.evidence.map(\.id))
    let used = Set(dossier.situations.flatMap { $0.uses.map(\.evidence) })
    for repeated in repeats(dossier.situations.map(\.id)) + repeats(dossier.evidence.map(\.id)) {
      findings.append(
        Rule.dossierIdentifier.notSatisfied(
          "L’identifiant \(repeated) sert deux fois.",
          remedy: "Donner à chaque situation et à chaque pièce un identifiant à elle."))
    }
    for situation in dossier.situations {
      for use in situation.uses where !known.contains(use.evidence) {
        findings.append(
          Rule.dossierReference.notSatisfied(
            "La situation \(situation.id) cite la pièce \(use.evidence), qui n’est pas dans la liste.",
            remedy: "Corriger la référence ou ajouter la pièce à la liste."))
      }
      if let start = situation.start, let end = situation.end, end < start {
        findings.append(
          Rule.dossierPeriod.notSatisfied(
            "La situation \(situation.id) finit avant de commencer.",
            figures: [("du", start.label), ("au", end.label)], remedy: "Corriger les dates."))
      }
    }
    let idle = dossier.evidence.map(\.id).filter { !used.contains($0) }
    if !idle.isEmpty {
      findings.append(
        Rule.dossierUnused.toDecide(
          "Aucune situation ne s’appuie sur \(French.list(idle)).",
          remedy: "Rattacher ces pièces à une situation, ou dire pourquoi elles sont jointes."))
    }
    return findings
  }

  private static func repeats(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { !seen.insert($0).inserted }
  }
}
