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
}

/// How well the dossier covers a capacity: information, never a decision.
package enum CoverageLevel: String, Code {
  case strong
  case probable
  case weak
  case nothing = "none"
}
