import Artefacts
import XML

/// What the panel noted of a candidate, and nothing else: answers and notes are personal data that the candidate may ask
/// for (CJEU 20 December 2017, C-434/16).
package struct InterviewExtract {
  package static let name = "extract"

  /// The extract of one interview.
  package static func page(
    _ request: Request, _ certification: Certification, _ session: Session, _ interview: Interview
  ) throws(Refusal) -> [UInt8]? {
    HTML.page(title: "Extrait de l’entretien — \(request.person.fullName)") { html in
      html.tag("header", [("class", "top")]) { html in
        html.tag("h1", "Entretien de validation : ce qui a été noté")
        html.tag("p", "\(request.person.fullName), demande \(request.number) — \(session.title)")
        html.tag("p", "\(certification.title) — \(certification.code)")
      }
      html.tag("main", [("id", "main")]) { html in
        html.section("record", "Procès-verbal d’entretien") { html in
          InterviewRecord(interview: interview, certification: certification, session: session).render(&html)
        }
        html.tag(
          "p",
          "Extrait remis au candidat qui le demande : ses réponses et les notes prises sur elles sont des données personnelles, avec un droit d’accès (CJUE, 20 décembre 2017, C-434/16). Il ne dit rien de la décision, qui revient au jury."
        )
      }
    }
  }
}
