import Artefacts
import Files
import XML

/// What a reader says of the papers that are read here: the rest is in the reader itself.
package enum PaperReading {
  /// Adds what an office document among the evidence says to what is known of it.
  package static func office(_ descriptor: Int32, into file: inout StoredFile) {
    do throws(Refusal) {
      let text = try OfficeText(.descriptor(descriptor))
      file.sensitive = Sensitivity.find(
        in: (text.blocks.map(\.text) + text.aside.unseen).joined(separator: "\n"))
      if text.aside.externals > 0 { file.note(.external) }
      if text.aside.macros > 0 { file.note(.macros) }
      if text.aside.embedded > 0 { file.note(.embeddedFiles) }
    } catch {
      let isBomb = error.diagnostics.contains { $0.code == .archiveBomb || $0.code == .xmlDoctype }
      file.note(isBomb ? .bomb : .truncated)
    }
  }

  /// The candidate’s dossier, or why it cannot be read.
  /// - Parameter origin: the name under which it was handed in.
  package static func dossier(_ descriptor: Int32, origin: String) -> Element {
    do throws(Refusal) {
      return try Transcript(OfficeText(.descriptor(descriptor)), origin: origin).dossier.xml
    } catch {
      return Element("refusal", children: error.diagnostics.map { ReportedDiagnostic($0).xml })
    }
  }
}

extension Refusal {
  /// Why a reader could not read a dossier.
  init?(_ answer: Element) {
    guard answer.name == "refusal" else { return nil }
    let told = answer.children.compactMap { try? ReportedDiagnostic(xml: $0) }
    self.init(told.map { Diagnostic(code: $0.code, $0.message, advice: $0.advice) })
  }
}
