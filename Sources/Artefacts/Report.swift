import XML

/// What became of one stage for one dossier.
package enum StageOutcome: String, Code {
  case done
  case waiting
  case stopped
  case refused
}

/// How much a diagnostic weighs.
package enum Severity: String, Code {
  case error
  case warning
  case note
}

/// Where a dossier stands on the path: one word, one label, everywhere.
package enum DossierStatus: String, Code {
  case refused
  case awaitingRequest = "awaiting-request"
  case incomplete
  case notReceivable = "not-receivable"
  case outsideRegister = "outside-register"
  case toDecide = "to-decide"
  case decisionDue = "decision-due"
  case awaitingDossier = "awaiting-dossier"
  case awaitingInterview = "awaiting-interview"
  case awaitingJury = "awaiting-jury"
  case toCheck = "to-check"
  case full
  case partial
  case nothing = "none"
  case adjourned
  case absent
  case excused
  case revoked
}

/// What became of one stage.
package struct ReportedStage: Shaped {
  package var name: String
  package var outcome: StageOutcome
  package var waitingFor: [String]

  package static let shape = Shape(
    "stage", Self.init,
    .attribute("name", \.name),
    .attribute("outcome", \.outcome),
    .text("waitingFor", \.waitingFor))

  package init(name: String, outcome: StageOutcome, waitingFor: [String]) {
    (self.name, self.outcome, self.waitingFor) = (name, outcome, waitingFor)
  }
}

extension DiagnosticCode: Code {}

/// A diagnostic, as printed.
package struct ReportedDiagnostic: Shaped {
  package var severity: Severity
  package var code: DiagnosticCode
  package var file: String?
  package var line: Int?
  package var path: String?
  package var message: String
  package var advice: String?

  package static let shape = Shape(
    "diagnostic", Self.init,
    .attribute("severity", \.severity),
    .attribute("code", \.code),
    .attribute("file", \.file),
    .attribute("line", \.line),
    .attribute("path", \.path),
    .text("message", \.message),
    .text("advice", \.advice))

  package init(
    severity: Severity, code: DiagnosticCode, file: String? = nil, line: Int? = nil, path: String? = nil,
    message: String, advice: String? = nil
  ) {
    (self.severity, self.code, self.file, self.line, self.path) = (severity, code, file, line, path)
    (self.message, self.advice) = (message, advice)
  }
}

/// One dossier of the session.
package struct ReportedDossier: Shaped {
  package var id: String
  package var standing: DossierStatus
  package var stages: [ReportedStage]
  package var diagnostics: [ReportedDiagnostic]

  package static let shape = Shape(
    "dossier", Self.init,
    .attribute("id", \.id),
    .attribute("standing", \.standing),
    .child(\.stages),
    .child(\.diagnostics))

  package init(
    id: String, standing: DossierStatus, stages: [ReportedStage], diagnostics: [ReportedDiagnostic]
  ) {
    (self.id, self.standing, self.stages, self.diagnostics) = (id, standing, stages, diagnostics)
  }
}

/// What a run did, for machines.
package struct Report: Artefact {
  package var engine: String
  package var asOf: Day?
  package var count: Int
  package var dossiers: [ReportedDossier]
  package var diagnostics: [ReportedDiagnostic]

  package static let shape = Shape(
    "report", Self.init,
    .attribute("engine", \.engine),
    .attribute("asOf", \.asOf),
    .attribute("dossiers", \.count),
    .child(\.dossiers),
    .child(\.diagnostics))

  package init(
    engine: String, asOf: Day? = nil, count: Int, dossiers: [ReportedDossier],
    diagnostics: [ReportedDiagnostic]
  ) {
    (self.engine, self.asOf, self.count, self.dossiers) = (engine, asOf, count, dossiers)
    self.diagnostics = diagnostics
  }
}

extension ReportedDiagnostic {
  /// A diagnostic as a document holds it, each of its lines of a length that the schema takes.
  package init(_ diagnostic: Diagnostic) {
    func line(_ text: String) -> String { String(text.prefix(500)) }
    self.init(
      severity: Severity(rawValue: diagnostic.severity.rawValue) ?? .error, code: diagnostic.code,
      file: diagnostic.file.map(line), line: diagnostic.line, path: diagnostic.path.map(line),
      message: line(diagnostic.message), advice: diagnostic.advice.map(line))
  }
}
