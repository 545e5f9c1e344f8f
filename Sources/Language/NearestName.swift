/// Names that a candidate may have meant: the same but for accents, case, signs or a few letters.
package enum NearestName {
  package static func nearest(to name: String, among others: [String]) -> String? {
    let wanted = Array(Tokenizer.plain(name).utf8)
    let near = others.map { ($0, distance(wanted, Array(Tokenizer.plain($0).utf8))) }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }
    guard let near, near.1 <= max(2, wanted.count / 4) else { return nil }
    return near.0
  }

  /// How many letters must change (Levenshtein).
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if a.isEmpty { return b.count }
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let change = diagonal + (left == right ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
