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
}

/// One finding per rule: result, figures, article, explanation, remedy.
package struct Finding: Shaped {
  package var rule: String
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
}

extension Finding {
  /// A finding; its figures as pairs of name and value.
  init(
    _ rule: String, _ result: FindingResult, _ message: String, figures: [(String, String)] = [],
    source: String? = nil, remedy: String? = nil
  ) {
    self.init(
      rule: rule, result: result, message: message, figures: figures.map { Figure(name: $0.0, value: $0.1) },
      source: source, remedy: remedy)
  }
}
