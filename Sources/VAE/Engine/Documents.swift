import Schemas
import XML

/// Documents taken one at a time, outside a session.
package enum Documents {
  /// Reads a validated element into its artefact, and checks what a schema cannot say.
  package static func check(_ root: Element, file: String) throws(Refusal) {
    do throws(Refusal) {
      let pipeline = try Pipeline.vae()
      if let reader = pipeline.reader(of: root.name) {
        let value = try reader.read(root)
        if let certification = value as? Certification { try certification.check() }
      }
    } catch {
      throw error.about(file: file)
    }
  }

  /// A table opens in a French spreadsheet: its mark, its headings, a line as an example.
  private static func table(_ columns: [String], _ example: [UInt8]) -> [UInt8] {
    Array(("\u{FEFF}" + columns.joined(separator: ";") + "\r\n").utf8) + example
  }

  /// The models that the tool gives away, by file name.
  package static let templates: [String: [UInt8]] = [
    "certification.xml": ShippedKnowledge.certification,
    "requests.csv": table(RequestTable.columns, PackageResources.template_requests_csv),
    "decisions.csv": table(DecisionTable.columns + (1...9).flatMap { ["C\($0)", "motif_C\($0)"] }, []),
    "experiences.csv": table(RequestTable.experienceColumns, PackageResources.template_experiences_csv),
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

extension Certification {
  /// Codes are unique: capacities are compared by code, never by label.
  func check() throws(Refusal) {
    let codes = blocs.map(\.code) + blocs.flatMap { $0.capacities.map(\.code) }
    var seen: Set<String> = []
    for code in codes where !seen.insert(code).inserted {
      throw Refusal(
        Diagnostic(
          code: "certification.code", "le code \(code) sert deux fois",
          advice: "donner à chaque bloc et capacité son code"))
    }
  }
}
