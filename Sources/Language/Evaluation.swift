import Artefacts

/// A text and the capacities that a person sees in it, the main one first; none for another trade.
package struct LabelledText: Sendable {
  package let id: String
  package let codes: [String]
  package let text: String

  package init(id: String, codes: [String], text: String) {
    self.id = id
    self.codes = codes
    self.text = text
  }
}

/// What was proposed for a labelled text: codes and probabilities, the most probable first.
package struct JudgedText: Sendable {
  package let labels: [String]
  package let proposed: [(code: String, probability: Double)]

  package init(labels: [String], proposed: [(code: String, probability: Double)]) {
    self.labels = labels
    self.proposed = proposed
  }
}

/// How good the proposals are on labelled texts.
package struct Evaluation: Sendable {
  package let judged: [JudgedText]
  package let codes: [String]

  package init(_ judged: [JudgedText], codes: [String]) {
    self.judged = judged
    self.codes = codes
  }

  /// The proposals of the shipped way of working, text by text.
  package init(_ texts: [LabelledText], _ certification: Certification) {
    codes = certification.capacities.map(\.code)
    judged = texts.map { text in
      JudgedText(
        labels: text.codes,
        proposed: Knowledge.suggest(text.text, certification).map { ($0.code, $0.probability) })
    }
  }

  /// Proposals found right, proposed wrongly, or missed.
  package struct Counts: Sendable {
    package var found = 0, wrong = 0, missed = 0

    package var precision: Double { ratio(found, found + wrong) }
    package var recall: Double { ratio(found, found + missed) }
    package var f1: Double { ratio(2 * found, 2 * found + wrong + missed) }
  }

  /// Over all capacities, or for one.
  package func counts(of code: String? = nil) -> Counts {
    var counts = Counts()
    for each in judged {
      let proposed = Set(each.proposed.map(\.code)).filter { code == nil || $0 == code }
      let labels = Set(each.labels).filter { code == nil || $0 == code }
      counts.found += proposed.intersection(labels).count
      counts.wrong += proposed.subtracting(labels).count
      counts.missed += labels.subtracting(proposed).count
    }
    return counts
  }

  package var microF1: Double { counts().f1 }
  package var macroF1: Double { codes.reduce(0) { $0 + counts(of: $1).f1 } / Double(max(1, codes.count)) }

  private var shown: [JudgedText] { judged.filter { !$0.labels.isEmpty } }
  private var others: [JudgedText] { judged.filter(\.labels.isEmpty) }

  /// The first proposal is the main capacity; no proposal is wrong.
  package var top1: Double { ratio(shown.count { $0.proposed.first?.code == $0.labels[0] }, shown.count) }

  /// Of the capacities of a text, how many are among its first three proposals.
  package var recallAt3: Double {
    let parts = shown.map { each in
      let first = Set(each.proposed.prefix(3).map(\.code))
      return Double(each.labels.count(where: first.contains)) / Double(each.labels.count)
    }
    return parts.isEmpty ? 0 : parts.reduce(0, +) / Double(parts.count)
  }

  /// Texts of another trade for which something is proposed.
  package var falseAlarms: Double { ratio(others.count { !$0.proposed.isEmpty }, others.count) }

  /// The mean square of probability less truth, over every proposal.
  package var brier: Double {
    let points = points
    return points.isEmpty
      ? 0 : points.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / Double(points.count)
  }

  /// By tenth of probability: how many proposals, their mean probability, how many were right.
  package var reliability: [(count: Int, mean: Double, right: Double)] {
    (0..<10).map { tenth in
      let own = points.filter { min(9, Int($0.0 * 10)) == tenth }
      let count = Double(max(1, own.count))
      return (own.count, own.reduce(0) { $0 + $1.0 } / count, own.reduce(0) { $0 + $1.1 } / count)
    }
  }

  private var points: [(Double, Double)] {
    judged.flatMap { each in
      each.proposed.map { ($0.probability, each.labels.contains($0.code) ? 1.0 : 0.0) }
    }
  }

  /// Main capacity against first proposal, `—` for none: how many texts.
  package var confusions: [(label: String, proposed: String, count: Int)] {
    var counts: [[String]: Int] = [:]
    for each in judged {
      counts[[each.labels.first ?? "—", each.proposed.first?.code ?? "—"], default: 0] += 1
    }
    return counts.map { ($0.key[0], $0.key[1], $0.value) }
      .sorted { ($1.count, $0.label, $0.proposed) < ($0.count, $1.label, $1.proposed) }
  }

  /// The middle 95 % of a measure over samples drawn again from the texts (bootstrap), always the same draws.
  package func interval(_ measure: (Evaluation) -> Double) -> (low: Double, high: Double) {
    var dice = Dice(seed: 2024)
    let values = (0..<400).map { _ in
      measure(
        Evaluation(judged.indices.map { _ in judged[dice.below(judged.count)] }, codes: codes))
    }.sorted()
    return (values[Int(0.025 * Double(values.count))], values[Int(0.975 * Double(values.count))])
  }
}

private func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
