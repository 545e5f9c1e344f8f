/// What the numbers of a spreadsheet mean.
enum CellValue {
  /// A number as a person writes it: whole ones without a point, however large.
  static func number(_ value: String) -> String {
    guard let number = decimal(value) else { return value }
    if number == number.rounded(), abs(number) < 9_007_199_254_740_992 { return String(Int64(number)) }
    return value.contains { "eE".contains($0) } ? "\(number)" : value
  }

  /// Not written in base sixteen, nor in words.
  private static func decimal(_ value: String) -> Double? {
    value.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) } ? Double(value) : nil
  }

  /// A day, a time, or both, from the number of days since 30 December 1899.
  /// - Parameter since1904: whether days are counted as older spreadsheets on a Macintosh do.
  static func moment(_ value: String, since1904: Bool) -> String {
    guard let exact = decimal(value), (0..<2_958_466).contains(exact) else { return value }
    let serial = (exact * 1440).rounded() / 1440
    let minutes = ((serial - serial.rounded(.down)) * 1440).rounded()
    if exact < 1 {
      let minute = min(Int((exact * 1440).rounded()), 1439)
      return CellValue.time(hours: minute / 60, minutes: minute % 60)
    }
    let time = minutes == 0 ? "" : CellValue.time(hours: Int(minutes) / 60, minutes: Int(minutes) % 60)
    let day = day(Int(serial) + (since1904 ? 1462 : 0))
    return time.isEmpty ? day : day + " " + time
  }

  static func time(hours: Int, minutes: Int) -> String { two(hours) + ":" + two(minutes) }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  /// The day of a serial number. Excel believes that 1900 had a 29 February: before March, its numbers are one too many.
  private static func day(_ serial: Int) -> String {
    // Days since 1 March of the year 0, in eras of 400 years.
    let days = serial + (serial < 60 ? 1 : 0) + 693_899
    let era = days / 146_097
    let inEra = days % 146_097
    let year = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
    let inYear = inEra - (365 * year + year / 4 - year / 100)
    let shifted = (5 * inYear + 2) / 153
    let day = inYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return "\(year + era * 400 + (month <= 2 ? 1 : 0))-\(two(month))-\(two(day))"
  }

  /// Whether a format of numbers shows days or times: it has their letters, outside quotation marks and brackets.
  static func isMoment(_ format: String) -> Bool {
    // Numbers above zero go by the first part; what is quoted, bracketed, or said to be a sign or its width stands for itself.
    let whole = format.replacing(/"[^"]*"|\[[^\]]*\]|\\.|[_*]./, with: "").lowercased()
    let bare = whole.prefix { $0 != ";" }
    return bare.contains { "dmyhsj".contains($0) || $0 == "a" } && !bare.contains("0.0") && bare != "general"
      && bare != "standard"
  }
}
