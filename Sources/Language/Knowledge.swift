import Artefacts

/// What the command line asks of what a certification teaches.
package enum Knowledge {
  /// The model learnt from the examples, as bytes.
  package static func learn(_ certification: Certification) -> [UInt8] {
    Learner(certification).learn().bytes
  }

  /// The examples of a certification, each judged by a model that has not seen it.
  package static func crossValidation(_ certification: Certification) -> Evaluation {
    let learner = Learner(certification)
    let model = learner.learn()
    let suggester = Suggester(model: model, vocabulary: Vocabulary(certification))
    let judged = zip(certification.examples, learner.scoresSetAside()).map { example, scores in
      JudgedText(
        labels: example.capacities,
        proposed: suggester.several(scores).map { (model.codes[$0.0], model.probability($0.1)) })
    }
    return Evaluation(judged, codes: model.codes)
  }

  /// The examples whose capacity is taken for another: the two codes, and the texts.
  package static func confusions(
    _ certification: Certification
  ) -> [(label: String, proposed: String, texts: [String])] {
    let judged = crossValidation(certification).judged
    var texts: [[String]: [String]] = [:]
    for (example, each) in zip(certification.examples, judged) {
      let pair = [each.labels.first ?? "—", each.proposed.first?.code ?? "—"]
      if pair[0] != pair[1] && !each.labels.contains(pair[1]) {
        texts[pair, default: []].append(example.text)
      }
    }
    return texts.map { ($0.key[0], $0.key[1], $0.value) }
      .sorted { ($1.texts.count, $0.label, $0.proposed) < ($0.texts.count, $1.label, $1.proposed) }
  }

  /// A capacity proposed for a text.
  package struct Suggestion: Sendable {
    package let code: String
    package let probability: Double
    package let passages: [Passage]
  }

  /// The proposals for one text, the most probable first; none when nothing has been taught.
  package static func suggest(_ text: String, _ certification: Certification) -> [Suggestion] {
    guard let suggester = Teaching.suggester(of: certification) else { return [] }
    let paragraphs = text.split(separator: "\n").map(String.init)
    return suggester.proposals(for: paragraphs).map {
      Suggestion(
        code: suggester.model.codes[$0.capacity], probability: $0.probability, passages: $0.passages)
    }
  }
}
