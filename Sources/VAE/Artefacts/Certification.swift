/// The registration window.
package struct Registration: Shaped {
  package var start: Day
  package var end: Day
  package var order: String
  package var successor: String?

  package static let shape = Shape(
    "registration", Self.init,
    .attribute("from", \.start),
    .attribute("to", \.end),
    .text("order", \.order),
    .text("successor", \.successor))
}

/// A code in an official list.
package struct Nomenclature: Shaped {
  package var list: String
  package var code: String
  package var label: String

  package static let shape = Shape(
    "nomenclature", Self.init,
    .attribute("list", \.list),
    .attribute("code", \.code),
    .text("label", \.label))
}

/// A professional capacity: its official wording.
package struct Capacity: Shaped {
  package var code: String
  /// Proposed from a free text: a person has still to check it.
  package var toCheck: Bool?
  package var label: String
  package var short: String

  package static let shape = Shape(
    "capacity", Self.init,
    .attribute("code", \.code),
    .attribute("toCheck", \.toCheck),
    .text("label", \.label),
    .text("short", \.short))
}

/// A competence block.
package struct Bloc: Shaped {
  package var code: String
  package var title: String
  package var capacities: [Capacity]

  package static let shape = Shape(
    "bloc", Self.init,
    .attribute("code", \.code),
    .text("title", \.title),
    .child(\.capacities))
}

/// The certification as its register entry describes it.
package struct Certification: Artefact {
  package var code: String
  package var branchCode: String?
  package var level: String?
  package var title: String
  package var authority: String
  package var signatory: String
  package var validity: String
  package var registration: Registration
  package var nomenclatures: [Nomenclature]
  package var activities: [String]
  package var missions: [String]
  package var jobs: [String]
  package var evaluations: [String]
  package var juryRules: [String]
  package var blocs: [Bloc]
  package var abbreviations: [Abbreviation]
  package var themes: [Theme]
  package var examples: [Example]

  package static let shape = Shape(
    "certification", Self.init,
    .attribute("code", \.code),
    .attribute("branchCode", \.branchCode),
    .attribute("level", \.level),
    .text("title", \.title),
    .text("authority", \.authority),
    .text("signatory", \.signatory),
    .text("validity", \.validity),
    .child(\.registration),
    .child(\.nomenclatures),
    .text("activity", \.activities),
    .text("mission", \.missions),
    .text("job", \.jobs),
    .text("evaluation", \.evaluations),
    .text("juryRule", \.juryRules),
    .child(\.blocs),
    .child(\.abbreviations),
    .child(\.themes),
    .child(\.examples))
}

extension Certification {
  /// What a capacity is called in few words; empty when there is none of that code.
  package func short(of code: String) -> String {
    blocs.lazy.flatMap(\.capacities).first { $0.code == code }?.short ?? ""
  }

  /// The codes of the capacities that a request aims at: all of them, or those of its blocs.
  func capacities(of target: Target) -> [String] {
    blocs.filter { target.scope == .whole || target.blocs.contains($0.code) }.flatMap {
      $0.capacities.map(\.code)
    }
  }
}
