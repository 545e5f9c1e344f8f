import Artefacts
import RealModule

/// Learns the weights from the examples of a certification: linear support vectors, one class against the rest, by
/// dual coordinate descent (Hsieh et al., 2008, squared hinge). The same examples always give the same weights.
struct Learner {
  /// How many examples must share a feature for it to be learnt.
  private static let leastUses = 2
  /// How much an example may pull.
  private static let cost = 0.3
  private static let rounds = 15
  private static let folds = 5

  private let codes: [String]
  private let digest: String
  private let texts: [Features]
  /// By example, then class: does the text show it?
  private let truths: [[Bool]]

  init(_ certification: Certification) {
    let vocabulary = Vocabulary(certification)
    let stemmer = Stemmer()
    let capacities = certification.capacities.map(\.code)
    codes = capacities
    digest = certification.knowledgeDigest
    texts = certification.examples.map { example in
      Features(Tokenizer.tokens(example.text)[...], vocabulary, stemmer: stemmer)
    }
    truths = certification.examples.map { example in
      let shown = Set(example.capacities)
      return capacities.map(shown.contains) + [shown.isEmpty]
    }
  }

  /// The model, its probabilities fitted on examples that were set aside.
  func learn() -> Model {
    let scores = scoresSetAside()
    let (slope, shift) = Calibration.fit(
      scores.enumerated().flatMap { example, scores in
        codes.indices.map { (scores[$0], truths[example][$0]) }
      })
    return model(of: Array(texts.indices), slope: slope, shift: shift)
  }

  /// The scores of each example by a model that has not seen it.
  func scoresSetAside() -> [[Double]] {
    var scores = [[Double]](repeating: [], count: texts.count)
    for fold in 0..<Learner.folds {
      let kept = texts.indices.filter { $0 % Learner.folds != fold }
      let model = model(of: kept, slope: 1, shift: 0)
      for example in texts.indices where example % Learner.folds == fold {
        scores[example] = model.scores(model.vector(texts[example]))
      }
    }
    return scores
  }

  private func model(of examples: [Int], slope: Double, shift: Double) -> Model {
    var uses: [UInt64: Int] = [:]
    for example in examples { for feature in texts[example].all { uses[feature.key, default: 0] += 1 } }
    let keys = uses.filter { $0.value >= Learner.leastUses }.keys.sorted()
    let rarity = keys.map { key in
      let rare = Double.log(Double(examples.count + 1) / Double((uses[key] ?? 0) + 1)) + 1
      return Int16((rare * Model.rarityUnit).rounded())
    }
    let classes = codes.count + 1
    let empty = Model(
      digest: digest, codes: codes, keys: keys, rarity: rarity,
      weights: [Int16](repeating: 0, count: keys.count * classes),
      bias: [Int16](repeating: 0, count: classes), slope: slope, shift: shift)
    let (weights, bias) = descend(
      examples.map { empty.vector(texts[$0]) }, examples.map { truths[$0] }, rows: keys.count)
    func whole(_ weight: Double) -> Int16 {
      Int16(max(-32_000, min(32_000, (weight * Model.weightUnit).rounded())))
    }
    return Model(
      digest: digest, codes: codes, keys: keys, rarity: rarity, weights: weights.map(whole),
      bias: bias.map(whole), slope: slope, shift: shift)
  }

  private func descend(_ texts: [[Model.Entry]], _ truths: [[Bool]], rows: Int) -> ([Double], [Double]) {
    let classes = codes.count + 1
    let slack = 1 / (2 * Learner.cost)
    var weights = [Double](repeating: 0, count: rows * classes)
    var bias = [Double](repeating: 0, count: classes)
    var pulls = [Double](repeating: 0, count: texts.count * classes)
    let lengths = texts.map { $0.reduce(1 + slack) { $0 + $1.value * $1.value } }
    var order = Array(texts.indices)
    var dice = Dice(seed: 12_345)
    var step = [Double](repeating: 0, count: classes)
    for _ in 0..<Learner.rounds {
      for last in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(last, dice.below(last + 1)) }
      for text in order {
        for index in 0..<classes { step[index] = bias[index] }
        for entry in texts[text] {
          let start = entry.row * classes
          for index in 0..<classes { step[index] += weights[start + index] * entry.value }
        }
        for index in 0..<classes {
          let sign = truths[text][index] ? 1.0 : -1.0
          let pull = pulls[text * classes + index]
          let next = max(0, pull - (sign * step[index] - 1 + slack * pull) / lengths[text])
          pulls[text * classes + index] = next
          step[index] = (next - pull) * sign
          bias[index] += step[index]
        }
        for entry in texts[text] {
          let start = entry.row * classes
          for index in 0..<classes { weights[start + index] += step[index] * entry.value }
        }
      }
    }
    return (weights, bias)
  }
}

/// Scores turned into probabilities (Platt, 1999): two numbers fitted by Newton’s method.
enum Calibration {
  static func fit(_ points: [(score: Double, isTrue: Bool)]) -> (slope: Double, shift: Double) {
    var (slope, shift) = (1.0, 0.0)
    for _ in 0..<30 {
      var (g1, g2, h11, h12, h22) = (0.0, 0.0, 1e-6, 0.0, 1e-6)
      for (score, isTrue) in points {
        let probability = 1 / (1 + Double.exp(-(slope * score + shift)))
        let (miss, spread) = (probability - (isTrue ? 1 : 0), probability * (1 - probability))
        g1 += miss * score
        g2 += miss
        h11 += spread * score * score
        h12 += spread * score
        h22 += spread
      }
      let determinant = h11 * h22 - h12 * h12
      if determinant == 0 { break }
      slope -= (h22 * g1 - h12 * g2) / determinant
      shift -= (h11 * g2 - h12 * g1) / determinant
    }
    // Six decimals: the last bits follow the library of the machine.
    return ((slope * 1e6).rounded() / 1e6, (shift * 1e6).rounded() / 1e6)
  }
}
