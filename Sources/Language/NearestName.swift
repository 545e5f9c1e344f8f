import XML

/// Names that a candidate may have meant: the same but for accents, case, signs or a few letters.
package enum NearestName {
  /// The nearest of some names; nil when none is near enough.
  package static func nearest(to name: String, among others: [String]) -> String? {
    let wanted = Array(Tokenizer.plain(name).utf8)
    let near = others.map { ($0, EditDistance.between(wanted, Array(Tokenizer.plain($0).utf8))) }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }
    guard let near, near.1 <= max(2, wanted.count / 4) else { return nil }
    return near.0
  }
}
