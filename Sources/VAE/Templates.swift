import Artefacts
import Language
import Models
import Reading
import XML

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

  /// The names of the models.
  package static let names = (Array(files.keys) + forms.keys).sorted()

  /// The model of that name; nil when there is none.
  /// - Throws: `Refusal` when memory is short.
  package static func model(_ name: String) throws(Refusal) -> [UInt8]? {
    guard let format = forms[name] else { return files[name] }
    return try DossierForm(certification: .shipped()).bytes(format)
  }

  private static let forms = ["dossier.docx": DossierForm.Format.word, "dossier.odt": .openDocument]

  private static let files: [String: [UInt8]] = [
    "certification.xml": ShippedKnowledge.certification,
    "requests.csv": table(SessionPlan.requests),
    "decisions.csv": csv([DecisionTable.columns + (1...9).flatMap { ["C\($0)", "motif_C\($0)"] }]),
    "experiences.csv": table(SessionPlan.ofRequest[0]),
    "regimes.xml": Regimes.builtIn,
    "session.xml": PackageResources.template_session_xml,
    "request.xml": PackageResources.template_request_xml,
    "dossier.xml": PackageResources.template_dossier_xml,
    "review.xml": PackageResources.template_review_xml,
    "record.xml": PackageResources.template_record_xml,
    "decision.xml": PackageResources.template_decision_xml,
  ]
}
