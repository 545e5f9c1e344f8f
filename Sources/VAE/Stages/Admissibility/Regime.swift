import XML

/// The law in force on the day a path begins, as far as this version knows it (domain reference 2.1).
struct Regime {
  let name: RegimeName
  /// In force for paths begun on this day or later.
  let from: Day
  /// Only for a certification on (or off) the national portal; nil when that does not matter.
  let onPortal: Bool?
  /// Hours of related experience asked for; nil when none are.
  let minimum: Hours?
  /// False where no source settles the minimum: a person decides.
  let minimumIsSettled: Bool
  /// False where no source settles that silence accepts.
  let silenceIsSettled: Bool
  let source: String

  /// The dated table, latest first.
  static let all: [Regime] = [
    Regime(
      name: .r4, from: Day(literal: 2024, 1, 1), onPortal: true, minimum: nil, minimumIsSettled: true,
      silenceIsSettled: true,
      source: "code du travail, R6412-1 à R6412-6"),
    Regime(
      name: .r3, from: Day(literal: 2024, 1, 1), onPortal: false, minimum: nil, minimumIsSettled: true,
      silenceIsSettled: true,
      source: "code de l’éducation, R335-7, sans sa condition de durée (décret 2023-1275)"),
    Regime(
      name: .r2, from: Day(literal: 2019, 11, 4), onPortal: nil, minimum: Hours(1607), minimumIsSettled: true,
      silenceIsSettled: true, source: "code de l’éducation, R335-7 (décret 2019-1119)"),
    Regime(
      name: .r1, from: Day(literal: 2017, 10, 1), onPortal: nil, minimum: Hours(1607), minimumIsSettled: true,
      silenceIsSettled: false, source: "code de l’éducation, R335-6 à R335-8 (décret 2017-1135)"),
    Regime(
      name: .r0, from: Day(literal: 2017, 4, 21), onPortal: nil, minimum: nil, minimumIsSettled: false,
      silenceIsSettled: false, source: "code de l’éducation, R335-5 et suivants (version 2006)"),
  ]

  /// The regime of a path begun on a day; nil before the register entry, or when it turns on the portal and
  /// nobody has said whether the certification is on it.
  static func of(pathBegunOn day: Day, onPortal: Bool?) -> Regime? {
    all.first { $0.from <= day && ($0.onPortal == nil || $0.onPortal == onPortal) }
      .flatMap { found in
        let newest = all.first { $0.from <= day }
        return newest?.onPortal != nil && onPortal == nil ? nil : found
      }
  }
}
