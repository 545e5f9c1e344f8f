extension DossierStatus {
  /// Where a dossier stands, from the artefacts it has.
  package init(_ holdings: KnownArtefacts) {
    guard let admissibility: Admissibility = holdings.value() else {
      self = .awaitingRequest
      return
    }
    self.init(
      admissibility: admissibility, intake: holdings.value(), interview: holdings.value(),
      deliberation: holdings.value())
  }

  /// The same, from the artefacts themselves.
  package init(
    admissibility: Admissibility, intake: Intake?, interview: Interview?, deliberation: Deliberation?
  ) {
    switch admissibility.outcome {
    case .incomplete: self = .incomplete
    case .notReceivable: self = .notReceivable
    case .outsideRegister: self = .outsideRegister
    case .toDecide: self = .toDecide
    case .receivable:
      if admissibility.basis == .rules && deliberation?.sitting == nil {
        self = .decisionDue
      } else if intake == nil {
        self = .awaitingDossier
      } else if let deliberation, deliberation.sitting != nil {
        self = DossierStatus(deliberation)
      } else if interview?.status != .held {
        self = .awaitingInterview
      } else if let deliberation {
        self = DossierStatus(deliberation)
      } else {
        self = .awaitingJury
      }
    }
  }

  /// What moves the dossier on, as people know it.
  package var awaited: String? {
    switch self {
    case .awaitingRequest: "la demande"
    case .awaitingDossier: "le dossier du candidat"
    case .awaitingInterview: "le procès-verbal d’entretien"
    case .awaitingJury: "la décision du jury"
    case .refused, .incomplete, .notReceivable, .outsideRegister, .toDecide, .decisionDue, .toCheck, .full,
      .partial,
      .nothing, .adjourned, .absent, .excused, .revoked:
      nil
    }
  }

  private init(_ deliberation: Deliberation) {
    switch (deliberation.state, deliberation.result) {
    case (.awaiting, _), (.recorded, nil): self = .awaitingJury
    case (.contested, _): self = .toCheck
    case (.recorded, .full): self = .full
    case (.recorded, .partial): self = .partial
    case (.recorded, .nothing): self = .nothing
    case (.recorded, .adjourned): self = .adjourned
    case (.recorded, .absent): self = .absent
    case (.recorded, .excused): self = .excused
    case (.recorded, .revoked): self = .revoked
    }
  }
}
