/// A number of hours, exact to the hundredth: no rounding between what is declared and what is compared.
package struct Hours: Scalar, Comparable {
  /// Hundredths of an hour.
  package var hundredths: Int

  package init(hundredths: Int) { self.hundredths = hundredths }
  package init(_ hours: Int) { hundredths = hours * 100 }

  /// `1607`, `1607.5` or `1607.25`.
  package init?(spelling: String) {
    let parts = spelling.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Int(parts[0]), whole >= 0, whole <= 1_000_000_000 else { return nil }
    hundredths = whole * 100
    guard parts.count == 2 else { return }
    guard parts[1].count <= 2, let decimals = Int(parts[1]) else { return nil }
    hundredths += parts[1].count == 1 ? decimals * 10 : decimals
  }

  package var spelling: String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return String(whole) }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// As printed: `1 607 h`, `12,5 h`.
  package var label: String {
    let parts = spelling.split(separator: ".")
    return French.number(Int(parts[0]) ?? 0) + (parts.count == 2 ? "," + parts[1] : "") + "\u{202F}h"
  }

  package static func < (a: Hours, b: Hours) -> Bool { a.hundredths < b.hundredths }
  package static func + (a: Hours, b: Hours) -> Hours { Hours(hundredths: a.hundredths + b.hundredths) }
}
