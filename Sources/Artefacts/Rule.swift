/// A rule of the path, by its stable code. Its French name is in the schema, like that of every closed list.
package enum Rule: String, Code {
  case regime

  case requestTarget = "request.target"
  case requestCollective = "request.collective"

  case registerWindow = "register.window"
  case registerPrior = "register.prior"
  case registerAcceptance = "register.acceptance"

  case requestPrerequisites = "request.prerequisites"
  case requestLimits = "request.limits"
  case requestSignature = "request.signature"
  case requestSworn = "request.sworn"
  case requestProofs = "request.proofs"
  case requestDocuments = "request.documents"
  case requestFeasibility = "request.feasibility"
  case requestComplete = "request.complete"
  case requestReminders = "request.reminders"
  case requestDates = "request.dates"
  case requestBirth = "request.birth"

  case experienceDuration = "experience.duration"
  case experienceAfter = "experience.after"
  case experienceWeek = "experience.week"
  case experienceDeclared = "experience.declared"
  case experienceOverlap = "experience.overlap"
  case experienceTraining = "experience.training"
  case experienceLink = "experience.link"
  case experienceBranch = "experience.branch"

  case clockAnswer = "clock.answer"
  case clockValidity = "clock.validity"

  case decisionReason = "decision.reason"

  case dossierAuthentic = "dossier.authentic"
  case dossierMasked = "dossier.masked"
  case dossierDeadline = "dossier.deadline"
  case dossierValidity = "dossier.validity"
  case dossierReading = "dossier.reading"
  case dossierRequest = "dossier.request"
  case dossierIdentity = "dossier.identity"
  case dossierIdentifier = "dossier.identifier"
  case dossierReference = "dossier.reference"
  case dossierPeriod = "dossier.period"
  case dossierUnused = "dossier.unused"

  case limitsSituations = "limits.situations"
  case limitsWords = "limits.words"
  case limitsPages = "limits.pages"
  case limitsSize = "limits.size"

  case evidencePictures = "evidence.pictures"
  case evidenceAntivirus = "evidence.antivirus"
  case evidenceFiles = "evidence.files"
  case evidenceMissing = "evidence.missing"
  case evidenceUnlisted = "evidence.unlisted"
  case evidenceFaulty = "evidence.faulty"
  case evidenceType = "evidence.type"
  case evidenceSize = "evidence.size"
  case evidenceDuplicate = "evidence.duplicate"
  case evidenceSuspect = "evidence.suspect"
  case evidenceNoted = "evidence.noted"
  case evidenceUnexamined = "evidence.unexamined"
  case evidenceThirdParty = "evidence.third-party"
  case evidenceForm = "evidence.form"
  case evidenceSupport = "evidence.support"

  case mappingCoverage = "mapping.coverage"
  case mappingAgreement = "mapping.agreement"
  case mappingClaim = "mapping.claim"
  case mappingReview = "mapping.review"
  case mappingStale = "mapping.stale"

  case panelKnown = "panel.known"
  case panelSize = "panel.size"
  case panelBalance = "panel.balance"
  case panelConflict = "panel.conflict"

  case interviewRequest = "interview.request"
  case interviewHours = "interview.hours"
  case interviewHeld = "interview.held"
  case interviewComplete = "interview.complete"
  case interviewReason = "interview.reason"
  case interviewEvidence = "interview.evidence"
  case interviewDate = "interview.date"
  case interviewCompany = "interview.company"
  case interviewRevocation = "interview.revocation"
  case interviewOrder = "interview.order"
  case interviewSecond = "interview.second"
  case interviewExchanged = "interview.exchanged"

  case juryRequest = "jury.request"
  case juryDay = "jury.day"
  case juryKnown = "jury.known"
  case juryUnruled = "jury.unruled"
  case juryAbsence = "jury.absence"
  case juryRevocation = "jury.revocation"
  case juryHeld = "jury.held"
  case juryParity = "jury.parity"
  case jurySize = "jury.size"
  case juryUnion = "jury.union"
  case juryChair = "jury.chair"
  case juryQuorum = "jury.quorum"
  case juryBalance = "jury.balance"
  case juryConflict = "jury.conflict"
  case juryAsked = "jury.asked"
  case juryNotice = "jury.notice"
  case juryRegion = "jury.region"
  case juryConformity = "jury.conformity"
  case jurySummary = "jury.summary"
  case juryVote = "jury.vote"
  case juryOrder = "jury.order"
  case juryInterview = "jury.interview"
  case juryRegister = "jury.register"
  case juryAward = "jury.award"
  case juryDeposit = "jury.deposit"
  case juryDeparture = "jury.departure"
  case juryExchanged = "jury.exchanged"
  case juryRulings = "jury.rulings"
  case juryReason = "jury.reason"
  case juryResult = "jury.result"
  case juryTarget = "jury.target"
  case juryCertification = "jury.certification"
  case jurySettled = "jury.settled"

  case deadlineAnswer = "deadline.answer"
  case deadlinePieces = "deadline.pieces"
  case deadlineDeposit = "deadline.deposit"
  case deadlineEvaluation = "deadline.evaluation"
  case deadlineInterview = "deadline.interview"
  case deadlineJury = "deadline.jury"
  case deadlineResult = "deadline.result"
  case deadlineGroup = "deadline.group"
  case deadlineRegister = "deadline.register"
  case deadlineAppeal = "deadline.appeal"
  case deadlineRetention = "deadline.retention"
}

extension Rule {
  /// What a rule weighs when the findings lead to an outcome.
  package enum Role: Sendable {
    /// Not satisfied, it leaves the request incomplete.
    case completeness
    /// Not satisfied, the request is not receivable.
    case ground
    /// Left to a person without holding up the examination itself.
    case leftAside
    /// A parameter of the centre, that no word of the jury replaces.
    case parameter
    /// Told, and left to people when it asks for them.
    case information
  }

  package var role: Role { Rule.roles[self] ?? .information }

  private static let roles: [Rule: Role] = [
    .requestSignature: .completeness, .requestSworn: .completeness, .requestProofs: .completeness,
    .requestComplete: .completeness, .requestDocuments: .completeness,
    .experienceDuration: .ground, .experienceBranch: .ground, .experienceTraining: .ground,
    .experienceLink: .ground, .requestLimits: .ground,
    .requestReminders: .leftAside, .requestBirth: .leftAside,
    .juryQuorum: .parameter, .juryHeld: .parameter,
  ]

  /// The text that the rule comes from, where it is the same on every date; elsewhere the table of regimes, the branch’s
  /// rules or the certification name it.
  package var source: String? { Rule.sources[self] }

  private static let sources: [Rule: String] = [
    .registerWindow: "code du travail, L6113-9",
    .registerPrior: "code du travail, L6113-9 ; CERFA 12818*02, rubrique 1",
    .registerAcceptance: "code du travail, L6113-9",
    .requestPrerequisites: "fiche du RNCP",
    .requestComplete: "CERFA 12818*02, rubrique 7",
    .requestBirth: "code du travail, L6113-8",
    .experienceDeclared: "notice 51260*02 : 46 semaines par an",
    .clockAnswer: "code du travail, L6412-2",
  ]
}

/// One finding per result: what the rule says, with what a person needs to check it.
extension Rule {
  /// The rule is kept.
  package func satisfied(_ message: String, figures: [(String, String)] = [], source: String? = nil)
    -> Finding
  {
    finding(.satisfied, message, figures: figures, source: source)
  }

  /// The rule is not kept; the remedy says how to mend it.
  package func notSatisfied(
    _ message: String, figures: [(String, String)] = [], source: String? = nil, remedy: String? = nil
  ) -> Finding {
    finding(.notSatisfied, message, figures: figures, source: source, remedy: remedy)
  }

  /// The rule could not be checked, and the message says why.
  package func notEvaluated(
    _ message: String, figures: [(String, String)] = [], source: String? = nil, remedy: String? = nil
  ) -> Finding {
    finding(.notEvaluated, message, figures: figures, source: source, remedy: remedy)
  }

  /// The texts, or the papers, leave the point to a person.
  package func toDecide(
    _ message: String, figures: [(String, String)] = [], source: String? = nil, remedy: String? = nil
  ) -> Finding {
    finding(.toDecide, message, figures: figures, source: source, remedy: remedy)
  }

  /// - Parameter figures: pairs of name and value.
  package func finding(
    _ result: FindingResult, _ message: String, figures: [(String, String)] = [], source: String? = nil,
    remedy: String? = nil
  ) -> Finding {
    Finding(
      rule: self, result: result, message: message,
      figures: figures.map { Figure(name: $0.0, value: $0.1) }, source: source, remedy: remedy)
  }
}
