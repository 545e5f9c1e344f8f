/// A date as people write it: `12/03/2021`, `2021-03-12`, `12 mars 2021`, `mars 2021`, `03/2021`.
struct TranscriptDay {
  let spelling: String
  let first: Day
  /// The same day, or the last of the month when only a month is written.
  let last: Day

  /// Every date of a line, in order.
  static func all(in text: String) -> [TranscriptDay] {
    let words = text.split { " ,;()\u{A0}".contains($0) }.map(String.init)
    var days: [TranscriptDay] = []
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

  private static func read(_ words: ArraySlice<String>) -> (TranscriptDay, Int)? {
    guard let word = words.first else { return nil }
    let numbers = word.split { "/.-".contains($0) }.map { Int($0) }
    if let day = Day(spelling: word) { return (TranscriptDay(spelling: word, first: day, last: day), 1) }
    if numbers.count == 3, let d = numbers[0], let m = numbers[1], let y = numbers[2],
      let day = Day(y < 100 ? 2000 + y : y, m, d)
    {
      return (TranscriptDay(spelling: word, first: day, last: day), 1)
    }
    if numbers.count == 2, let m = numbers[0], let y = numbers[1], y > 1900, let day = Day(y, m, 1) {
      return (month(day, word), 1)
    }
    let next = words.dropFirst()
    if let m = monthNumber(word), let y = next.first.flatMap({ Int($0) }), let day = Day(y, m, 1) {
      return (month(day, "\(word) \(y)"), 2)
    }
    if let d = Int(word == "1er" ? "1" : word), let m = next.first.flatMap(monthNumber),
      let y = next.dropFirst().first.flatMap({ Int($0) }), let day = Day(y, m, d)
    {
      return (TranscriptDay(spelling: "\(word) \(next.first ?? "") \(y)", first: day, last: day), 3)
    }
    return nil
  }

  private static func month(_ first: Day, _ spelling: String) -> TranscriptDay {
    let next = first.adding(months: 1)
    let length = first.days(until: next)
    return TranscriptDay(
      spelling: spelling, first: first, last: Day(first.year, first.month, length) ?? first)
  }

  private static func monthNumber(_ word: String) -> Int? {
    let plain = Tokenizer.plain(word)
    return French.months.firstIndex { Tokenizer.plain($0) == plain }.map { $0 + 1 }
  }
}
