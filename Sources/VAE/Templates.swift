import Artefacts
import Language
import Reading

/// The models that the tool gives away.
package enum Templates {
  /// A table opens in a French spreadsheet: its mark, its headings, a line as an example.
  private static func table(_ columns: [String], _ example: [UInt8]) -> [UInt8] {
    Array(("\u{FEFF}" + columns.joined(separator: ";") + "\r\n").utf8) + example
  }

  /// By file name.
  package static let all: [String: [UInt8]] = [
    "certification.xml": ShippedKnowledge.certification,
    "requests.csv": table(RequestTable.headings.names, PackageResources.template_requests_csv),
    "decisions.csv": table(DecisionTable.columns + (1...9).flatMap { ["C\($0)", "motif_C\($0)"] }, []),
    "experiences.csv": table(
      RequestTable.experienceHeadings.names, PackageResources.template_experiences_csv),
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
