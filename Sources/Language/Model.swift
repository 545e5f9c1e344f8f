import RealModule

/// A linear model: one weight a feature and a capacity, and for texts of another trade. What it gives can be laid
/// open word by word.
struct Model: Sendable {
  /// The knowledge that it was learnt from.
  let digest: String
  /// Capacities, in the order of the certification; the last class is “none”.
  let codes: [String]
  /// Sorted, so that the same knowledge gives the same bytes.
  let keys: [UInt64]
  /// How rare each feature is, in thousandths.
  let rarity: [Int16]
  /// By feature, then class, in ten-thousandths.
  let weights: [Int16]
  let bias: [Int16]
  /// A probability from a score: 1 / (1 + exp(−(slope × score + shift))), learnt on texts set aside.
  let slope: Double
  let shift: Double

  /// Rows by key, in the first free place from the key’s own: the keys are hashes already.
  private let slots: [Int32]

  static let rarityUnit = 1000.0
  static let weightUnit = 10_000.0
  /// Weight of each block: words, letters, themes.
  static let blockWeights = [1.0, 1.0, 0.5]

  var classes: Int { codes.count + 1 }

  init(
    digest: String, codes: [String], keys: [UInt64], rarity: [Int16], weights: [Int16], bias: [Int16],
    slope: Double, shift: Double
  ) {
    (self.digest, self.codes, self.keys, self.rarity) = (digest, codes, keys, rarity)
    (self.weights, self.bias, self.slope, self.shift) = (weights, bias, slope, shift)
    var size = 1
    while size < keys.count * 2 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    for (row, key) in keys.enumerated() {
      var place = Model.place(of: key, size)
      while slots[place] >= 0 { place = (place + 1) & (size - 1) }
      slots[place] = Int32(row)
    }
    self.slots = slots
  }

  func row(of key: UInt64) -> Int32? {
    var place = Model.place(of: key, slots.count)
    while slots[place] >= 0 {
      if keys[Int(slots[place])] == key { return slots[place] }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func place(of key: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: key ^ (key >> 32)) & (size - 1)
  }

  /// How much a feature weighs in a text, before the block it is in is brought to length.
  func value(of row: Int) -> Double { Double(rarity[row]) / Model.rarityUnit }

  /// A known feature of a text: its row, its weight in this text, its place.
  package struct Entry {
    let row: Int
    let value: Double
    let tokens: Range<Int>
  }

  /// Each block of features is brought to the same length, whatever the length of the text.
  func vector(_ features: Features) -> [Entry] {
    var norms = [Double](repeating: 0, count: Features.blocks)
    var entries: [(row: Int, value: Double, block: Int, tokens: Range<Int>)] = []
    entries.reserveCapacity(features.all.count)
    for feature in features.all {
      guard let row = row(of: feature.key) else { continue }
      let value = value(of: Int(row))
      norms[feature.block] += value * value
      entries.append((Int(row), value, feature.block, feature.tokens))
    }
    return entries.map { entry in
      let scale = Model.blockWeights[entry.block] / norms[entry.block].squareRoot()
      return Entry(row: entry.row, value: entry.value * scale, tokens: entry.tokens)
    }
  }

  /// A score for each class; above zero, rather yes.
  func scores(_ entries: [Entry]) -> [Double] {
    var scores = bias.map { Double($0) }
    for entry in entries {
      let start = entry.row * classes
      for index in 0..<classes { scores[index] += Double(weights[start + index]) * entry.value }
    }
    return scores.map { $0 / Model.weightUnit }
  }

  /// What an entry adds to the score of a class.
  func part(_ entry: Entry, _ rank: Int) -> Double {
    Double(weights[entry.row * classes + rank]) * entry.value / Model.weightUnit
  }

  func probability(_ score: Double) -> Double { 1 / (1 + Double.exp(-(slope * score + shift))) }
}
