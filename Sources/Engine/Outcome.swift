import Artefacts
import XML

/// What became of one stage for one dossier.
package enum Outcome: Sendable, Hashable {
  /// The file is new or has changed.
  case written
  /// The same bytes were already there.
  case unchanged
  /// A document is missing: the normal state of a dossier under way.
  case waiting(for: [String])
  /// The path of this dossier ends before this stage; an artefact already says why.
  case stopped
  /// A document could not be used.
  case refused([Diagnostic])

  /// How the report names it. Written and unchanged are one: a second run must give the same report.
  package var reported: StageOutcome {
    switch self {
    case .written, .unchanged: .done
    case .waiting: .waiting
    case .stopped: .stopped
    case .refused: .refused
    }
  }
}
