/// The sentence that supports a link, and where it stands.
package struct Passage: Shaped {
  package var paragraph: Int
  package var start: Int
  package var length: Int
  package var quote: String
  package var words: [String]

  package static let shape = Shape(
    "passage", Self.init,
    .attribute("paragraph", \.paragraph),
    .attribute("start", \.start),
    .attribute("length", \.length),
    .prose("quote", \.quote),
    .text("word", \.words))

  package init(paragraph: Int, start: Int, length: Int, quote: String, words: [String]) {
    (self.paragraph, self.start, self.length, self.quote) = (paragraph, start, length, quote)
    self.words = words
  }
}

/// Claim, proposal and confirmation of one capacity: three things kept apart.
package struct CapacityLink: Shaped {
  package var capacity: String
  package var claimed: Bool
  package var proposed: Strength?
  package var probability: Int?
  package var verdict: Verdict?
  package var reason: String?
  package var passages: [Passage]

  package static let shape = Shape(
    "link", Self.init,
    .attribute("capacity", \.capacity),
    .attribute("claimed", \.claimed),
    .attribute("proposed", \.proposed),
    .attribute("probability", \.probability),
    .attribute("verdict", \.verdict),
    .text("reason", \.reason),
    .child(\.passages))

  package init(
    capacity: String, claimed: Bool, proposed: Strength? = nil, probability: Int? = nil,
    verdict: Verdict? = nil, reason: String? = nil, passages: [Passage]
  ) {
    (self.capacity, self.claimed, self.proposed) = (capacity, claimed, proposed)
    (self.probability, self.verdict, self.reason) = (probability, verdict, reason)
    self.passages = passages
  }
}

/// A situation and its links.
package struct MappedSituation: Shaped {
  package var id: String
  /// Of the text that was read: a review of another text is told.
  package var digest: String
  package var title: String
  package var links: [CapacityLink]

  package static let shape = Shape(
    "situation", Self.init,
    .attribute("id", \.id),
    .attribute("sha256", \.digest),
    .text("title", \.title),
    .child(\.links))

  package init(id: String, digest: String, title: String, links: [CapacityLink]) {
    (self.id, self.digest, self.title, self.links) = (id, digest, title, links)
  }
}

/// How the dossier covers one capacity.
package struct Coverage: Shaped {
  package var capacity: String
  package var bloc: String
  package var level: CoverageLevel
  package var situations: Int
  package var claims: Int
  package var evidence: Int
  /// Of that evidence: its kind is said, its author is said, it is dated within the period of its situation.
  package var valid: Int
  package var authentic: Int
  package var current: Int

  package static let shape = Shape(
    "coverage", Self.init,
    .attribute("capacity", \.capacity),
    .attribute("bloc", \.bloc),
    .attribute("level", \.level),
    .attribute("situations", \.situations),
    .attribute("claims", \.claims),
    .attribute("evidence", \.evidence),
    .attribute("valid", \.valid),
    .attribute("authentic", \.authentic),
    .attribute("current", \.current))

  package init(
    capacity: String, bloc: String, level: CoverageLevel, situations: Int, claims: Int, evidence: Int,
    valid: Int, authentic: Int, current: Int
  ) {
    (self.capacity, self.bloc, self.level, self.situations) = (capacity, bloc, level, situations)
    (self.claims, self.evidence, self.valid, self.authentic) = (claims, evidence, valid, authentic)
    self.current = current
  }
}

/// How many capacities of a bloc are covered.
package struct BlocCoverage: Shaped {
  package var code: String
  package var covered: Int
  package var total: Int

  package static let shape = Shape(
    "bloc", Self.init,
    .attribute("code", \.code),
    .attribute("covered", \.covered),
    .attribute("total", \.total))

  package init(code: String, covered: Int, total: Int) {
    (self.code, self.covered, self.total) = (code, covered, total)
  }
}

/// Situations against capacities.
package struct Mapping: Artefact {
  package var reviewedBy: String?
  package var reviewedOn: Day?
  package var situations: [MappedSituation]
  package var coverage: [Coverage]
  package var blocs: [BlocCoverage]
  package var findings: [Finding]

  package static let shape = Shape(
    "mapping", Self.init,
    .attribute("reviewedBy", \.reviewedBy),
    .attribute("reviewedOn", \.reviewedOn),
    .child(\.situations),
    .child(\.coverage),
    .child(\.blocs),
    .child(\.findings))

  package init(
    reviewedBy: String? = nil, reviewedOn: Day? = nil, situations: [MappedSituation], coverage: [Coverage],
    blocs: [BlocCoverage], findings: [Finding]
  ) {
    (self.reviewedBy, self.reviewedOn, self.situations) = (reviewedBy, reviewedOn, situations)
    (self.coverage, self.blocs, self.findings) = (coverage, blocs, findings)
  }
}
