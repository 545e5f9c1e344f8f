/// What a regime rules on.
package enum LegalRuleName: String, Code {
  case contents
  case minimum
  case training
  case same
  case different
  case delay
  case silence
}

/// One rule of a regime. Without a value there is no such condition; when it is not settled, a person decides between the readings.
package struct LegalRule: Shaped {
  package var name: LegalRuleName
  package var value: Int?
  package var settled: Bool
  package var ofUndertaking: Bool?
  package var source: String
  package var readings: [String]

  package static let shape = Shape(
    "rule", Self.init,
    .attribute("name", \.name),
    .attribute("value", \.value),
    .attribute("settled", \.settled),
    .attribute("ofUndertaking", \.ofUndertaking),
    .text("source", \.source),
    .text("reading", \.readings))
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
}

/// The dated table of regimes.
package struct Regimes: Artefact {
  package var all: [Regime]

  package static let shape = Shape(
    "regimes", Self.init,
    .child(\.all))
}
