/// A calendar day, Gregorian, without time zone: what a law counts in.
package struct Day: Scalar, Comparable {
  package let year: Int
  /// From 1 to 12.
  package let month: Int
  /// From 1.
  package let day: Int

  /// Nil when there is no such day.
  package init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(of: month, in: year)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// A day written in the code, which a test has read: a date of a law.
  package init(literal year: Int, _ month: Int, _ day: Int) { self.init(year: year, month: month, day: day) }

  private init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2021-11-30`, and nothing else.
  package init?(spelling: String) {
    let parts = spelling.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      spelling.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }),
      let year = Int(Substring(parts[0])), let month = Int(Substring(parts[1])),
      let day = Int(Substring(parts[2]))
    else { return nil }
    self.init(year, month, day)
  }

  /// As people write it: `06/09/2021`, `6.9.2021`, or `2021-09-06`. A year has four figures: two leave the century open.
  package init?(written text: String) {
    if let day = Day(spelling: text) {
      self = day
      return
    }
    let parts = text.split(omittingEmptySubsequences: false) { "/.".contains($0) }
    guard parts.count == 3, parts[2].utf8.count == 4,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    self.init(year, month, day)
  }

  package var spelling: String { "\(Day.padded(year, 4))-\(Day.padded(month, 2))-\(Day.padded(day, 2))" }

  /// As printed: `1er décembre 2021`.
  package var label: String { "\(day == 1 ? "1er" : String(day)) \(French.months[month - 1]) \(year)" }

  /// The same day number so many months later, clamped to the end of a shorter month.
  ///
  /// The clamping is the usual reading of a delay in months; no source settles it for a private certifier.
  package func adding(months: Int) -> Day {
    let index = year * 12 + (month - 1) + months
    let (year, month) = (index / 12, index % 12 + 1)
    return Day(year: year, month: month, day: min(day, Day.length(of: month, in: year)))
  }

  /// So many days later, or earlier when there are fewer than none.
  package func adding(days: Int) -> Day { Day(ordinal: ordinal + days) }

  /// The last day of its month.
  package var endOfMonth: Day { Day(year: year, month: month, day: Day.length(of: month, in: year)) }

  /// The day after.
  package var next: Day {
    if day < Day.length(of: month, in: year) { return Day(year: year, month: month, day: day + 1) }
    let first = Day(year: year, month: month, day: 1)
    return first.adding(months: 1)
  }

  /// Days from one day to another, negative when it is earlier.
  package func days(until other: Day) -> Int { other.ordinal - ordinal }

  /// Days since 1 March of year 0, so that February ends the year.
  private var ordinal: Int {
    let y = month > 2 ? year : year - 1
    let m = (month + 9) % 12
    return 365 * y + y / 4 - y / 100 + y / 400 + (m * 306 + 5) / 10 + day - 1
  }

  private init(ordinal: Int) {
    let era = ordinal / 146_097
    let inEra = ordinal % 146_097
    let years = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
    let inYear = inEra - (365 * years + years / 4 - years / 100)
    let shift = (5 * inYear + 2) / 153
    let month = shift < 10 ? shift + 3 : shift - 9
    self.init(
      year: era * 400 + years + (month <= 2 ? 1 : 0), month: month,
      day: inYear - (153 * shift + 2) / 5 + 1)
  }

  package static func < (a: Day, b: Day) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
