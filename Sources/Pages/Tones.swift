import Artefacts

/// The colour of each status, said once.
extension FindingResult {
  var tone: Tone {
    switch self {
    case .satisfied: .good
    case .notSatisfied: .poor
    case .toDecide: .fair
    case .notEvaluated: .plain
    }
  }
}

extension CoverageLevel {
  var tone: Tone {
    switch self {
    case .strong: .good
    case .probable: .good
    case .weak: .fair
    case .nothing: .poor
    }
  }
}

extension CapacityOutcome {
  var tone: Tone {
    switch self {
    case .acquired: .good
    case .notAcquired: .poor
    case .notAssessed: .plain
    }
  }
}

extension AdmissibilityOutcome {
  var tone: Tone {
    switch self {
    case .receivable: .good
    case .notReceivable, .outsideRegister: .poor
    case .incomplete, .toDecide: .fair
    }
  }
}

extension DossierStatus {
  var tone: Tone {
    switch self {
    case .full: .good
    case .refused, .notReceivable, .outsideRegister, .nothing: .poor
    case .incomplete, .toDecide, .decisionDue, .toCheck, .adjourned, .absent, .excused, .revoked, .partial:
      .fair
    case .awaitingRequest, .awaitingDossier, .awaitingInterview, .awaitingJury: .plain
    }
  }
}
