import XML

/// The registration window.
package struct Registration: Shaped {
  package var start: Day
  package var end: Day
  /// The last day on which the certification can be awarded, when the entry says one apart from its end.
  package var awardBy: Day?
  package var order: String
  package var successor: String?

  package static let shape = Shape(
    "registration", Self.init,
    .attribute("from", \.start),
    .attribute("to", \.end),
    .attribute("awardBy", \.awardBy),
    .text("order", \.order),
    .text("successor", \.successor))

  package init(start: Day, end: Day, awardBy: Day? = nil, order: String, successor: String? = nil) {
    self.awardBy = awardBy
    (self.start, self.end, self.order, self.successor) = (start, end, order, successor)
  }
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

  package init(list: String, code: String, label: String) {
    (self.list, self.code, self.label) = (list, code, label)
  }
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

  package init(code: String, toCheck: Bool? = nil, label: String, short: String) {
    (self.code, self.toCheck, self.label, self.short) = (code, toCheck, label, short)
  }
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

  package init(code: String, title: String, capacities: [Capacity]) {
    (self.code, self.title, self.capacities) = (code, title, capacities)
  }
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
  /// What the reference asks for besides the form and the proofs (R335-7, 3°).
  package var documents: [String]
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
    .text("document", \.documents),
    .child(\.blocs),
    .child(\.abbreviations),
    .child(\.themes),
    .child(\.examples))

  package init(
    code: String, branchCode: String? = nil, level: String? = nil, title: String, authority: String,
    signatory: String, validity: String, registration: Registration, nomenclatures: [Nomenclature],
    activities: [String], missions: [String], jobs: [String], evaluations: [String], juryRules: [String],
    documents: [String] = [], blocs: [Bloc], abbreviations: [Abbreviation], themes: [Theme],
    examples: [Example]
  ) {
    self.documents = documents
    (self.code, self.branchCode, self.level, self.title) = (code, branchCode, level, title)
    (self.authority, self.signatory, self.validity) = (authority, signatory, validity)
    (self.registration, self.nomenclatures) = (registration, nomenclatures)
    (self.activities, self.missions, self.jobs) = (activities, missions, jobs)
    (self.evaluations, self.juryRules, self.blocs) = (evaluations, juryRules, blocs)
    (self.abbreviations, self.themes, self.examples) = (abbreviations, themes, examples)
  }
}

extension Certification {
  /// What a capacity is called in few words; empty when there is none of that code.
  package func short(of code: String) -> String {
    capacities.first { $0.code == code }?.short ?? ""
  }

  /// The codes of the capacities that a request aims at: all of them, or those of its blocs.
  package func capacities(of target: Target) -> [String] {
    blocs.filter { target.scope == .whole || target.blocs.contains($0.code) }.flatMap {
      $0.capacities.map(\.code)
    }
  }
}

extension Certification {
  /// Codes are unique: capacities are compared by code, never by label.
  package func check() throws(Refusal) {
    let codes = blocs.map(\.code) + capacities.map(\.code)
    var seen: Set<String> = []
    for code in codes where !seen.insert(code).inserted {
      throw Refusal(
        Diagnostic(
          code: .certificationCode, "le code \(code) sert deux fois",
          advice: "donner à chaque bloc et capacité son code"))
    }
  }
}

extension Certification {
  /// Its entry in the national register, named as a source: `fiche RNCP 28236`.
  package func fiche(_ part: String? = nil) -> String {
    let letters = code.prefix { $0.isLetter }
    return "fiche \(letters) \(code.dropFirst(letters.count))" + (part.map { ", " + $0 } ?? "")
  }

  /// Every capacity, in the order of the blocs.
  package var capacities: [Capacity] { blocs.flatMap(\.capacities) }
}
