/// A part of a described situation.
package enum SectionKind: String, Code {
  case context
  case role
  case tasks
  case tools
  case results
  case other
}

/// What an item of evidence is.
package enum EvidenceKind: String, Code {
  case workDocument = "work-document"
  case procedure
  case minutes
  case dashboard
  case letter
  case certificate
  case screenshot
  case companyOpinion = "company-opinion"
  case other
}

/// A part of a described situation.
package struct Section: Shaped {
  package var kind: SectionKind
  package var paragraphs: [String]

  package static let shape = Shape(
    "section", Self.init,
    .attribute("kind", \.kind),
    .prose("p", \.paragraphs))

  package init(kind: SectionKind, paragraphs: [String]) {
    (self.kind, self.paragraphs) = (kind, paragraphs)
  }
}

/// A capacity that the candidate claims.
package struct Claim: Shaped {
  package var capacity: String

  package static let shape = Shape(
    "claim", Self.init,
    .attribute("capacity", \.capacity))

  package init(capacity: String) {
    self.capacity = capacity
  }
}

/// An item of evidence that is relied upon.
package struct EvidenceUse: Shaped {
  package var evidence: String

  package static let shape = Shape(
    "use", Self.init,
    .attribute("evidence", \.evidence))

  package init(evidence: String) {
    self.evidence = evidence
  }
}

/// A professional situation as the candidate describes it (fiche: dossier de preuves).
package struct Situation: Shaped {
  package var id: String
  package var start: Day?
  package var end: Day?
  package var title: String
  package var organisation: String?
  package var claims: [Claim]
  package var uses: [EvidenceUse]
  package var sections: [Section]

  package static let shape = Shape(
    "situation", Self.init,
    .attribute("id", \.id),
    .attribute("from", \.start),
    .attribute("to", \.end),
    .text("title", \.title),
    .text("organisation", \.organisation),
    .child(\.claims),
    .child(\.uses),
    .child(\.sections))

  package init(
    id: String, start: Day? = nil, end: Day? = nil, title: String, organisation: String? = nil,
    claims: [Claim], uses: [EvidenceUse], sections: [Section]
  ) {
    (self.id, self.start, self.end, self.title) = (id, start, end, title)
    (self.organisation, self.claims, self.uses) = (organisation, claims, uses)
    self.sections = sections
  }
}
