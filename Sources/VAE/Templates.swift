import Artefacts
import Language
import Reading

/// The models that the tool gives away.
package enum Templates {
  /// A sheet as a table of text: its headings, a line as an example.
  private static func table(_ plan: SheetPlan) -> [UInt8] {
    let example = SheetExamples.cells(of: plan)
    return csv([plan.headings.names.map(plan.headings.title), plan.headings.names.map { example[$0] ?? "" }])
  }

  /// It opens in a French spreadsheet: its mark first.
  private static func csv(_ rows: [[String]]) -> [UInt8] {
    Array(("\u{FEFF}" + rows.map { $0.joined(separator: ";") + "\r\n" }.joined()).utf8)
  }

  /// By file name.
  package static let all: [String: [UInt8]] = [
    "certification.xml": ShippedKnowledge.certification,
    "requests.csv": table(SessionPlan.requests),
    "decisions.csv": csv([DecisionTable.columns + (1...9).flatMap { ["C\($0)", "motif_C\($0)"] }]),
    "experiences.csv": table(SessionPlan.ofRequest[0]),
    "regimes.xml": Regimes.builtIn,
    "session.xml": PackageResources.template_session_xml,
    "request.xml": PackageResources.template_request_xml,
    "dossier.xml": PackageResources.template_dossier_xml,
    "dossier.docx": PackageResources.template_dossier_docx,
    "dossier.odt": PackageResources.template_dossier_odt,
    "review.xml": PackageResources.template_review_xml,
    "record.xml": PackageResources.template_record_xml,
    "decision.xml": PackageResources.template_decision_xml,
  ]
}
