/// What a rule found. A rule that could not be checked says so; it never reads as satisfied.
package enum FindingResult: String, Code {
  case satisfied
  case notSatisfied = "not-satisfied"
  case notEvaluated = "not-evaluated"
  case toDecide = "to-decide"
}

/// A figure that a rule used, in words a person can check.
package struct Figure: Shaped {
  package var name: String
  package var value: String

  package static let shape = Shape(
    "figure", Self.init,
    .attribute("name", \.name),
    .attribute("value", \.value))

  package init(name: String, value: String) {
    (self.name, self.value) = (name, value)
  }
}

/// One finding per rule: result, figures, article, explanation, remedy.
package struct Finding: Shaped {
  package var rule: Rule
  package var result: FindingResult
  package var message: String
  package var figures: [Figure]
  package var source: String?
  package var remedy: String?

  package static let shape = Shape(
    "finding", Self.init,
    .attribute("rule", \.rule),
    .attribute("result", \.result),
    .text("message", \.message),
    .child(\.figures),
    .text("source", \.source),
    .text("remedy", \.remedy))

  package init(
    rule: Rule, result: FindingResult, message: String, figures: [Figure], source: String? = nil,
    remedy: String? = nil
  ) {
    (self.rule, self.result, self.message, self.figures) = (rule, result, message, figures)
    (self.source, self.remedy) = (source, remedy)
  }
}

extension FindingResult {
  /// Whether a person must look: something is broken, or left open by the texts.
  package var asksForAPerson: Bool {
    switch self {
    case .notSatisfied, .toDecide: true
    case .satisfied, .notEvaluated: false
    }
  }
}

/// An artefact that says what its rules found.
package protocol Examined: Artefact {
  /// In the order of the rules.
  var findings: [Finding] { get }
}

extension Admissibility: Examined {}
extension Intake: Examined {}
extension Mapping: Examined {}
extension Interview: Examined {}
extension Deliberation: Examined {}
