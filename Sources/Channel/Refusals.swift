import Artefacts
import XML

extension Refusal {
  /// What a reader says of a document that it cannot read.
  package var told: Element {
    Element("refusal", children: diagnostics.map { ReportedDiagnostic($0).xml })
  }

  /// What a reader could not read, as it told it; nil when that is another answer.
  package init?(told element: Element) {
    guard element.name == "refusal" else { return nil }
    let told = element.children.compactMap { try? ReportedDiagnostic(xml: $0) }
    if told.isEmpty { return nil }
    self.init(
      told.map {
        Diagnostic(code: $0.code, $0.message.printable, advice: $0.advice?.printable, line: $0.line)
      })
  }
}
