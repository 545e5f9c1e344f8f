import Artefacts
import XML

/// What the jury reads of one candidate: everything the artefacts hold, in the order of the path.
package struct JuryPage: Sendable {
  let request: Request
  let certification: Certification
  let session: Session
  let admissibility: Admissibility
  let inventory: Inventory?
  let intake: Intake?
  let mapping: Mapping?
  let guide: Guide?
  let interview: Interview?
  let deliberation: Deliberation?

  /// The page that a jury is handed, with the evidence beside it.
  package static let name = "jury"

  /// The page of a dossier, as far as it has come.
  package static func page(
    _ request: Request, _ certification: Certification, _ session: Session, _ admissibility: Admissibility,
    _ inventory: Inventory?, _ intake: Intake?, _ mapping: Mapping?, _ guide: Guide?, _ interview: Interview?,
    _ deliberation: Deliberation?
  ) throws(Refusal) -> [UInt8]? {
    JuryPage(
      request: request, certification: certification, session: session, admissibility: admissibility,
      inventory: inventory, intake: intake, mapping: mapping, guide: guide, interview: interview,
      deliberation: deliberation
    ).render()
  }

  var standing: DossierStatus {
    DossierStatus(
      admissibility: admissibility, intake: intake, interview: interview, deliberation: deliberation)
  }

  private func render() -> [UInt8] {
    HTML.page(title: "Dossier du jury — \(request.person.fullName)") { html in
      html.tag("a", [("class", "skip"), ("href", "#main")], "Aller au contenu")
      header(&html)
      html.tag("main", [("id", "main")]) { html in
        summary(&html)
        dates(&html)
        gaps(&html)
        if let mapping { matrix(&html, mapping) }
        if let intake {
          situations(&html, intake)
          evidence(&html, intake)
        } else if !received.isEmpty {
          handIn(&html)
        }
        interviewSection(&html)
        deliberationSection(&html)
        checks(&html)
      }
      footer(&html)
    }
  }

  private func header(_ html: inout HTML) {
    html.tag("header", [("class", "top")]) { html in
      html.tag("h1", request.person.fullName)
      html.tag("p") { html in
        html.badge(standing.label, standing.tone)
        html.text(" Demande \(request.number) — \(session.title)")
      }
      html.tag(
        "p",
        "\(certification.title) — \(certification.code)\(certification.branchCode.map { ", " + $0 } ?? "")")
      html.tag("nav", [("aria-label", "Sommaire")]) { html in
        html.tag("ul") { html in
          for (id, title) in contents {
            html.tag("li") { $0.tag("a", [("href", "#" + id)], title) }
          }
          html.tag("li") { $0.tag("a", [("href", "../index.html")], "Tous les dossiers de la session") }
        }
      }
    }
  }

  private var contents: [(String, String)] {
    [
      ("summary", "Synthèse"), ("dates", "Parcours et dates"), ("gaps", "Analyse des écarts"),
      mapping.map { _ in ("matrix", "Capacités et situations") },
      intake.map { _ in ("situations", "Situations décrites") }, intake.map { _ in ("evidence", "Pièces") },
      received.isEmpty ? nil : ("received", "Fichiers reçus"),
      guide.map { _ in ("interview", "Entretien") }, interview.map { _ in ("deliberation", "Délibération") },
      ("checks", "Contrôles"),
    ].compactMap { $0 }
  }

  private func footer(_ html: inout HTML) {
    html.tag("footer") { html in
      html.tag(
        "p",
        "Document préparé par \(Tool.name), état au \(session.asOf.label). L’outil prépare, contrôle et consigne ; la commission et le jury décident."
      )
      html.tag(
        "p", "Document nominatif : à ne communiquer qu’aux personnes qui instruisent, évaluent ou délibèrent."
      )
    }
  }
}
