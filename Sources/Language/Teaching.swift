import Artefacts
import Synchronization

/// The suggester of the certification last used: learning costs more than reading a dossier, and a session has one
/// certification. A cache of a pure function: it changes no result.
package enum Teaching {
  private static let last = Mutex<(certification: Certification, suggester: Suggester?)?>(nil)

  /// Nil for a certification without examples: nothing has been taught, nothing is proposed.
  package static func suggester(of certification: Certification) -> Suggester? {
    last.withLock { last in
      if let last, last.certification == certification { return last.suggester }
      let suggester = make(certification)
      last = (certification, suggester)
      return suggester
    }
  }

  private static func make(_ certification: Certification) -> Suggester? {
    if certification.examples.isEmpty { return nil }
    let digest = certification.knowledgeDigest
    let model = Model(bytes: ShippedKnowledge.model, digest: digest) ?? Learner(certification).learn()
    return Suggester(model: model, vocabulary: Vocabulary(certification))
  }
}

extension Strength {
  /// Strong from three in four, probable from one in two.
  init(_ probability: Double) {
    self = probability >= 0.75 ? .strong : probability >= 0.5 ? .probable : .weak
  }
}

extension Suggester.Proposal {
  /// In hundredths.
  package var percent: Int { Int((probability * 100).rounded()) }
  package var strength: Strength { Strength(probability) }
}
