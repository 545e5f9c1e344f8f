import Artefacts

/// A date as people write it: `12/03/2021`, `2021-03-12`, `12 mars 2021`, `mars 2021`, `03/2021`.
package struct WrittenDate {
  package let spelling: String
  package let first: Day
  /// The same day, or the last of the month when only a month is written.
  package let last: Day

  /// Every date of a line, in order.
  package static func all(in text: String) -> [WrittenDate] {
    let words = text.split { " ,;()\u{A0}–—→".contains($0) }.flatMap(pieces)
    var days: [WrittenDate] = []
    var index = 0
    while index < words.count {
      if let (day, length) = read(words[index...]) {
        days.append(day)
        index += length
      } else {
        index += 1
      }
    }
    return days
  }

  /// `01/03/2019-30/06/2021` and `mars 2019/juin 2021` are two dates.
  private static func pieces(_ word: Substring) -> [String] {
    if word.contains("/") && word.contains("-") { return word.split(separator: "-").map(String.init) }
    if word.contains("/"), word.contains(where: \.isLetter) {
      return word.split(separator: "/").map(String.init)
    }
    return [String(word)]
  }

  private static func read(_ words: ArraySlice<String>) -> (WrittenDate, Int)? {
    guard let word = words.first else { return nil }
    let numbers = word.split { "/.-".contains($0) }.map { Int($0) }
    if let day = Day(spelling: word), plausible(day) {
      return (WrittenDate(spelling: word, first: day, last: day), 1)
    }
    if numbers.count == 3, let d = numbers[0], let m = numbers[1], let y = numbers[2],
      let day = Day(year(y), m, d), plausible(day)
    {
      return (WrittenDate(spelling: word, first: day, last: day), 1)
    }
    if numbers.count == 2, let m = numbers[0], let y = numbers[1], let day = Day(y, m, 1), plausible(day) {
      return (month(day, word), 1)
    }
    let next = words.dropFirst()
    // « du 3 au 28 février 2021 », « de mars à juin 2021 »: the first borrows from the second.
    if let link = next.first, ["à", "a", "au", "-"].contains(link.lowercased()),
      let (later, _) = read(words.dropFirst(2))
    {
      if let d = Int(word == "1er" ? "1" : word), d <= 31, later.first == later.last,
        let day = Day(later.first.year, later.first.month, d), day <= later.first
      {
        return (WrittenDate(spelling: word, first: day, last: day), 1)
      }
      if let m = monthNumber(word), let day = Day(later.first.year, m, 1), day <= later.first {
        return (month(day, "\(word) \(later.first.year)"), 1)
      }
    }
    if let m = monthNumber(word), let y = next.first.flatMap({ Int($0) }), let day = Day(y, m, 1),
      plausible(day)
    {
      return (month(day, "\(word) \(y)"), 2)
    }
    if let d = Int(word == "1er" ? "1" : word), let m = next.first.flatMap(monthNumber),
      let y = next.dropFirst().first.flatMap({ Int($0) }), let day = Day(y, m, d), plausible(day)
    {
      return (WrittenDate(spelling: "\(word) \(next.first ?? "") \(y)", first: day, last: day), 3)
    }
    return nil
  }

  /// Two figures: a century has both kinds of candidates, and nobody writes of the 2040s.
  private static func year(_ written: Int) -> Int {
    written >= 100 ? written : written > 40 ? 1900 + written : 2000 + written
  }

  /// The years that a document of ours can hold.
  private static func plausible(_ day: Day) -> Bool { (1900...2199).contains(day.year) }

  private static func month(_ first: Day, _ spelling: String) -> WrittenDate {
    let next = first.adding(months: 1)
    let length = first.days(until: next)
    return WrittenDate(
      spelling: spelling, first: first, last: Day(first.year, first.month, length) ?? first)
  }

  private static func monthNumber(_ word: String) -> Int? {
    let plain = Tokenizer.plain(word)
    return French.months.firstIndex { Tokenizer.plain($0) == plain }.map { $0 + 1 }
  }
}
