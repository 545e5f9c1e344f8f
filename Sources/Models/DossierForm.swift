import Artefacts
import XML

/// The evidence dossier that a candidate fills in Word or LibreOffice: whose it is, one situation with a box for each capacity,
/// the list of the papers, the two declarations.
package struct DossierForm {
  /// The formats it is written in, by the end of the file’s name.
  package enum Format: String, CaseIterable, Sendable {
    case word = "docx"
    case openDocument = "odt"
  }

  private let certification: Certification
  private let request: Request?

  /// The rows of the list of papers.
  private static let papers = 8

  /// - Parameter request: of the candidate whose form it is; nil for a form of nobody.
  package init(certification: Certification, request: Request? = nil) {
    (self.certification, self.request) = (certification, request)
  }

  /// The bytes of the form: the same for the same candidate.
  /// - Throws: `Refusal` when memory is short.
  package func bytes(_ format: Format) throws(Refusal) -> [UInt8] {
    switch format {
    case .word: try Container.bytes(WordForm.parts(blocks))
    case .openDocument: try Container.bytes(OpenDocumentForm.parts(blocks))
    }
  }

  private var blocks: [FormBlock] { cover + situation + papers + declarations }

  private var cover: [FormBlock] {
    [
      .title("Dossier de preuves"),
      .field("Certification", "\(certification.code) — \(certification.title)"),
      .prompt(DossierPrompts.use),
      .heading(1, "Candidat"),
      .field("Nom de naissance", request?.person.birthName ?? ""),
      .field("Prénoms", request?.person.firstNames.joined(separator: ", ") ?? ""),
      .field("Numéro de la demande", request?.number ?? ""),
      .field("Date de dépôt", ""),
    ]
  }

  private var situation: [FormBlock] {
    let head: [FormBlock] = [
      .heading(1, "Situation 1 : "), .prompt(DossierPrompts.situation),
      .field("Entreprise", ""), .field("Période", ""), .prompt(DossierPrompts.period),
      .field("Pièces citées", ""), .prompt(DossierPrompts.uses),
      .field("Capacités revendiquées", ""), .prompt(DossierPrompts.claims),
    ]
    let boxes = certification.blocs.flatMap(\.capacities).map { FormBlock.box("\($0.code) — \($0.label)") }
    let parts = DossierPrompts.sections.flatMap { part -> [FormBlock] in
      [.heading(2, part.title), .prompt(part.prompt), .room]
    }
    return head + boxes + parts
  }

  private var papers: [FormBlock] {
    let head = ["Repère", "Fichier", "Intitulé", "Nature", "Date", "Auteur"]
    let rows = (1...DossierForm.papers).map { ["P\($0)", "", "", "", "", ""] }
    return [
      .heading(1, "Pièces"), .prompt(DossierPrompts.evidence),
      .table(widths: [11, 24, 25, 16, 11, 13], rows: [head] + rows),
    ]
  }

  private var declarations: [FormBlock] {
    [
      .heading(1, "Déclarations"), .prompt(DossierPrompts.declarations),
      .box("Je déclare que les preuves de ce dossier sont authentiques."),
      .box("Je déclare avoir masqué les données des autres personnes."),
    ]
  }
}
