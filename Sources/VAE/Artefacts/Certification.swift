/// How much an expression says of a capacity.
package enum TermWeight: String, Code {
  case decisive
  case usual
}

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

/// An expression that tells of a capacity.
package struct Term: Shaped {
  package var weight: TermWeight
  package var text: String

  package static let shape = Shape(
    "term", Self.init,
    .attribute("weight", \.weight),
    .content(\.text))
}

/// A professional capacity: its official wording and its lexicon.
package struct Capacity: Shaped {
  package var code: String
  package var label: String
  package var short: String
  package var terms: [Term]

  package static let shape = Shape(
    "capacity", Self.init,
    .attribute("code", \.code),
    .text("label", \.label),
    .text("short", \.short),
    .child(\.terms))
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
  package var offTopics: [String]

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
    .text("offTopic", \.offTopics))
}

extension Certification {
  /// The codes of the capacities that a request aims at: all of them, or those of its blocs.
  func capacities(of target: Target) -> [String] {
    blocs.filter { target.scope == .whole || target.blocs.contains($0.code) }.flatMap {
      $0.capacities.map(\.code)
    }
  }
}
