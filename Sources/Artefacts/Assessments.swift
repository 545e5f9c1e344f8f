/// What people decided of one capacity: no mark, no threshold (fiche RNCP 28236).
package enum CapacityOutcome: String, Code {
  case acquired
  case notAcquired = "not-acquired"
  case notAssessed = "not-assessed"
}

/// How well a text supports a capacity.
package enum Strength: String, Code {
  case strong
  case probable
  case weak
}

/// What the adviser says of a proposed link.
package enum Verdict: String, Code {
  case confirmed
  case dismissed
  case added
}

/// How the interview went.
package enum InterviewStatus: String, Code {
  case held
  case absent
  case excused
  case interrupted
  case revoked
}

/// A reference to an item of evidence.
package struct EvidenceRef: Shaped {
  package var ref: String

  package static let shape = Shape(
    "evidence", Self.init,
    .attribute("ref", \.ref))

  package init(ref: String) {
    self.ref = ref
  }
}

/// What the panel decided of one capacity, why, on what evidence.
package struct Assessment: Shaped {
  package var capacity: String
  package var outcome: CapacityOutcome
  package var reason: String?
  package var evidence: [EvidenceRef]

  package static let shape = Shape(
    "assessment", Self.init,
    .attribute("capacity", \.capacity),
    .attribute("outcome", \.outcome),
    .text("reason", \.reason),
    .child(\.evidence))

  package init(capacity: String, outcome: CapacityOutcome, reason: String? = nil, evidence: [EvidenceRef]) {
    (self.capacity, self.outcome, self.reason, self.evidence) = (capacity, outcome, reason, evidence)
  }
}

/// How well the dossier covers a capacity: information, never a decision.
package enum CoverageLevel: String, Code {
  case strong
  case probable
  case weak
  case nothing = "none"
}

extension CoverageLevel: Comparable {
  private var rank: Int {
    switch self {
    case .nothing: 0
    case .weak: 1
    case .probable: 2
    case .strong: 3
    }
  }

  package static func < (a: CoverageLevel, b: CoverageLevel) -> Bool { a.rank < b.rank }
}
