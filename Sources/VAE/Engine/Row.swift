/// One line of the session’s index: what is left of a dossier once it has gone through the stages.
package struct Row: Sendable, Hashable {
  package var id: String
  /// Names as printed; the folder’s name when the request could not be read.
  package var name: String
  package var standing: Standing
  package var outcome: AdmissibilityOutcome?
  /// Capacities with at least a probable source, when the mapping exists.
  package var covered: Int?
  package var anomalies = 0

  package init(id: String, standing: Standing = .awaitingRequest) {
    self.id = id
    name = id
    self.standing = standing
  }

  package init(id: String, holdings: Holdings, refused: Bool) {
    self.id = id
    name = holdings.value(Request.self)?.person.fullName ?? id
    standing = refused ? .refused : Standing(holdings)
    let admissibility: Admissibility? = holdings.value()
    outcome = admissibility?.outcome
    let mapping: Mapping? = holdings.value()
    covered = mapping.map { $0.coverage.count { $0.level == .strong || $0.level == .probable } }
    let intake: Intake? = holdings.value()
    anomalies = intake?.findings.count { $0.result == .notSatisfied || $0.result == .toDecide } ?? 0
  }
}

extension Standing {
  /// Where a dossier stands, from the artefacts it has.
  package init(_ holdings: Holdings) {
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
      if intake == nil {
        self = .awaitingDossier
      } else if interview == nil {
        self = .awaitingInterview
      } else if let deliberation {
        self = Standing(deliberation)
      } else {
        self = .awaitingJury
      }
    }
  }

  /// The source that moves the dossier on; nil when a document is not what it waits for.
  package var awaitedSource: String? {
    switch self {
    case .awaitingRequest: Request.name
    case .awaitingDossier: Dossier.name
    case .awaitingInterview: Record.name
    case .awaitingJury: Decision.name
    case .refused, .incomplete, .notReceivable, .outsideRegister, .toDecide, .toCheck, .full, .partial, .nothing,
      .adjourned:
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
    }
  }
}
