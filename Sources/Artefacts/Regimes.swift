/// What a regime rules on.
package enum LegalRuleName: String, Code {
  case contents
  case minimum
  case training
  case same
  case different
  case delay
  case silence
  case evaluation
  case hearing
  case notice
}

/// One rule of a regime. Without a value there is no such condition; when it is not settled, a person decides between the readings.
package struct LegalRule: Shaped {
  package var name: LegalRuleName
  package var value: Int?
  package var settled: Bool
  /// The most demanding of the readings, when they compare: what reaches it satisfies them all.
  package var most: Int?
  package var ofUndertaking: Bool?
  package var source: String
  package var readings: [String]

  package static let shape = Shape(
    "rule", Self.init,
    .attribute("name", \.name),
    .attribute("value", \.value),
    .attribute("settled", \.settled),
    .attribute("most", \.most),
    .attribute("ofUndertaking", \.ofUndertaking),
    .text("source", \.source),
    .text("reading", \.readings))

  package init(
    name: LegalRuleName, value: Int? = nil, settled: Bool, most: Int? = nil,
    ofUndertaking: Bool? = nil, source: String, readings: [String]
  ) {
    (self.name, self.value, self.settled, self.ofUndertaking) = (name, value, settled, ofUndertaking)
    self.most = most
    (self.source, self.readings) = (source, readings)
  }
}

/// The law in force for paths begun on a day or later (domain reference 2.1).
package struct Regime: Shaped {
  package var name: RegimeName
  package var start: Day
  package var onPortal: Bool?
  package var blocsExempt: Bool
  package var source: String
  package var rules: [LegalRule]

  package static let shape = Shape(
    "regime", Self.init,
    .attribute("name", \.name),
    .attribute("from", \.start),
    .attribute("onPortal", \.onPortal),
    .attribute("blocsExempt", \.blocsExempt),
    .text("source", \.source),
    .child(\.rules))

  package init(
    name: RegimeName, start: Day, onPortal: Bool? = nil, blocsExempt: Bool, source: String, rules: [LegalRule]
  ) {
    (self.name, self.start, self.onPortal, self.blocsExempt) = (name, start, onPortal, blocsExempt)
    (self.source, self.rules) = (source, rules)
  }
}

/// The dated table of regimes.
package struct Regimes: Artefact {
  package var all: [Regime]
  package var compositions: [Composition]
  package var branchRules: [BranchRule]

  package static let shape = Shape(
    "regimes", Self.init,
    .child(\.all),
    .child(\.compositions),
    .child(\.branchRules))

  package init(all: [Regime], compositions: [Composition], branchRules: [BranchRule]) {
    (self.all, self.compositions, self.branchRules) = (all, compositions, branchRules)
  }
}

/// How a panel or a jury must be made, for paths begun on a day or later (domain reference 5.3).
package struct Composition: Shaped {
  package var start: Day
  /// The least number of members, and of them, of those qualified for the certification.
  package var members: Int
  package var qualified: Int
  /// One member in so many, at least, is qualified.
  package var qualifiedOneIn: Int
  /// Whether a tie of the past keeps a member away, or only one of the day.
  package var pastTies: Bool
  /// Whether a source that was read says so; yes when nothing is said.
  package var settled: Bool?
  package var source: String

  package static let shape = Shape(
    "composition", Self.init,
    .attribute("from", \.start),
    .attribute("members", \.members),
    .attribute("qualified", \.qualified),
    .attribute("qualifiedOneIn", \.qualifiedOneIn),
    .attribute("pastTies", \.pastTies),
    .attribute("settled", \.settled),
    .text("source", \.source))

  package init(
    start: Day, members: Int, qualified: Int, qualifiedOneIn: Int, pastTies: Bool, settled: Bool? = nil,
    source: String
  ) {
    self.settled = settled
    (self.start, self.members, self.qualified) = (start, members, qualified)
    (self.qualifiedOneIn, self.pastTies, self.source) = (qualifiedOneIn, pastTies, source)
  }
}

/// What the branch asks for, beside the law (domain reference 4.2, 5.2).
package enum BranchRuleName: String, Code {
  case experienceYear = "experience-year"
  case employers
  case temporaryWork = "temporary-work"
  case unionNotice = "union-notice"
  case releaseNotice = "release-notice"
  case chair
  case reasons
  case retention
  case blocRetention = "bloc-retention"
  case group
  case region
}

/// A rule of the branch, for what happens on a day or later.
package struct BranchRule: Shaped {
  package var name: BranchRuleName
  package var start: Day
  package var value: Int?
  package var source: String

  package static let shape = Shape(
    "branchRule", Self.init,
    .attribute("name", \.name),
    .attribute("from", \.start),
    .attribute("value", \.value),
    .text("source", \.source))

  package init(name: BranchRuleName, start: Day, value: Int? = nil, source: String) {
    (self.name, self.start, self.value, self.source) = (name, start, value, source)
  }
}
