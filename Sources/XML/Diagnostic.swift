/// One thing to tell a person about a document: what is wrong, where, and how to mend it.
public struct Diagnostic: Sendable, Hashable {
  /// How much it weighs.
  public enum Severity: String, Sendable, CaseIterable {
    /// The document cannot be used.
    case error
    /// The document is used; a person should look.
    case warning
    /// For information.
    case note
  }

  /// How much it weighs.
  public var severity: Severity
  /// What it is about.
  public var code: DiagnosticCode
  /// What is wrong, in French.
  public var message: String
  /// How to mend it, in French.
  public var advice: String?
  /// The file concerned, as the user would name it.
  public var file: String?
  /// The line in that file, from 1.
  public var line: Int?
  /// Where in the document: element names, with `@id` or `@code` where there is one.
  public var path: String?

  /// A diagnostic; an error unless told otherwise.
  public init(
    _ severity: Severity = .error, code: DiagnosticCode, _ message: String, advice: String? = nil,
    file: String? = nil, line: Int? = nil, path: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.advice = advice
    self.file = file
    self.line = line
    self.path = path
  }

  /// The same, said of a file when it names none yet.
  public func about(file: String) -> Diagnostic {
    var copy = self
    if copy.file == nil { copy.file = file }
    return copy
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line: severity: message (code) [path]`, then the remedy on a line of its own.
  public var description: String {
    var text = ""
    if let file { text += file + ":" }
    if let line { text += "\(line):" }
    if !text.isEmpty { text += " " }
    text += "\(severity.label) : \(message) (\(code.rawValue))"
    if let path { text += " [\(path)]" }
    if let advice { text += "\n    → \(advice)" }
    return text
  }
}

extension Diagnostic.Severity {
  /// The French word printed in front of a message.
  public var label: String {
    switch self {
    case .error: "erreur"
    case .warning: "avertissement"
    case .note: "note"
    }
  }
}

/// A document could not be used. The one error type: at least one diagnostic says why.
///
/// It is about documents only. A decision about a candidate is never a refusal: it is data in an artefact.
public struct Refusal: Error, Sendable, Hashable {
  /// Why, in the order found.
  public let diagnostics: [Diagnostic]

  /// A refusal for these reasons.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  /// A refusal for one reason.
  public init(_ diagnostic: Diagnostic) {
    diagnostics = [diagnostic]
  }

  /// The same, said of a file.
  public func about(file: String) -> Refusal {
    Refusal(diagnostics.map { $0.about(file: file) })
  }
}
