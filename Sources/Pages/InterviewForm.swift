import Artefacts

/// The page on which a panel records an interview, its guide beside it: one file, nothing fetched, nothing sent.
package struct InterviewForm {
  let request: Request
  let certification: Certification
  let session: Session
  let intake: Intake
  let mapping: Mapping
  let guide: Guide
  let scope: CapacityScope

  package init(
    request: Request, certification: Certification, session: Session, intake: Intake, mapping: Mapping,
    guide: Guide, scope: CapacityScope
  ) {
    (self.request, self.certification, self.session) = (request, certification, session)
    (self.intake, self.mapping, self.guide, self.scope) = (intake, mapping, guide, scope)
  }

  package func render() -> [UInt8] {
    FormParts.page(
      "Entretien de validation — \(request.person.fullName)",
      "Demande \(request.number), \(session.title)\(guide.minutes.map { " — \($0) minutes prévues" } ?? ""). Rien ne quitte cette page : « Enregistrer » crée record.xml. Ce que vous écrivez est lisible par le candidat (droit d’accès).",
      script: PackageResources.record_js,
      form: [
        ("data-draft", "record:\(session.id):\(request.number)"), ("data-number", request.number),
      ], file: "record.xml"
    ) { html in
      sitting(&html)
      opinion(&html)
      capacities(&html)
      html.section("end", "Notes") { html in
        FormParts.text(&html, "notes", label: "Notes (une ligne vide entre deux notes)", most: 20000)
      }
      history(&html)
    }
  }

  private func sitting(_ html: inout HTML) {
    html.section("sitting", "Séance") { html in
      FormParts.field(&html, "on", label: "Date", type: "date")
      FormParts.field(&html, "start", label: "Début", type: "time")
      FormParts.field(&html, "end", label: "Fin", type: "time")
      FormParts.choices(
        &html, "status", legend: "Déroulement",
        choices: InterviewStatus.allCases.map { ($0.rawValue, $0.label) }, chosen: "", isTitled: true)
      FormParts.revocation(&html, "", what: "Annulation de cet entretien")
      html.table("Commission", heads: ["Membre", "Présent", "Récusé : motif"]) { html in
        for member in session.panel.members {
          html.tag("tr", [("data-member", member.id)]) { html in
            html.tag("th", [("scope", "row")], "\(member.name), \(member.role)")
            html.tag("td") { FormParts.tick(&$0, "present.\(member.id)", label: "présent") }
            html.tag("td") {
              $0.void(
                "input",
                [
                  ("name", "recused.\(member.id)"), ("aria-label", "Motif de récusation de \(member.name)"),
                  FormParts.most,
                ])
            }
          }
        }
      }
      FormParts.text(
        &html, "adjustments",
        label: "Aménagements accordés, un par ligne (temps, outils, format ; jamais le diagnostic)",
        isLines: true)
      FormParts.reopen(&html, "Rouvrir un record.xml déjà enregistré")
    }
  }

  /// Interviews before this one, kept in the record.
  private func history(_ html: inout HTML) {
    html.section("history", "Entretiens précédents") { html in
      html.tag("ul", [("id", "earlier-list")]) { _ in }
      html.tag(
        "textarea", [("name", "earlier"), ("hidden", ""), ("aria-label", "Entretiens précédents")], "")
      html.tag(
        "p",
        "Pour un second entretien (candidat absent, entretien interrompu ou annulé, complément demandé par le jury) : remplir ou rouvrir le premier, puis le garder ici et saisir le nouveau."
      )
      html.tag(
        "button", [("type", "button"), ("id", "another")], "Garder cet entretien et en saisir un autre")
      html.tag("button", [("type", "button"), ("id", "less")], "Ôter le dernier gardé")
    }
  }

  private func opinion(_ html: inout HTML) {
    html.section("company", "Avis de l’entreprise") { html in
      html.opinions(guide.opinions)
      FormParts.text(&html, "companyOpinion", label: "Avis recueilli, s’il y en a un", most: 4000)
    }
  }

  private func capacities(_ html: inout HTML) {
    html.section("capacities", "Capacités") { html in
      if !scope.kept.isEmpty {
        html.tag("p", "Acquis à une session antérieure, non réévalué : \(French.list(scope.kept)).")
      }
      for capacity in certification.capacities where scope.expected.contains(capacity.code) {
        html.tag("article", [("class", "situation"), ("data-capacity", capacity.code)]) { html in
          self.capacity(&html, capacity)
        }
      }
    }
  }

  private func capacity(_ html: inout HTML, _ capacity: Capacity) {
    let code = capacity.code
    html.tag(
      "h3", "\(code) — \(capacity.label)\(capacity.toCheck == true ? " (libellé à vérifier)" : "")")
    for question in guide.questions.filter({ $0.capacity == code }) {
      html.tag("p") { html in
        html.tag("strong", "\(question.ground.label)\(question.minutes.map { ", \($0) min" } ?? "") : ")
        html.text(question.text)
      }
    }
    for situation in mapping.situations {
      for passage in situation.links.first(where: { $0.capacity == code })?.passages ?? [] {
        html.tag("blockquote", "\(situation.id) : « \(passage.quote) »")
      }
    }
    FormParts.choices(
      &html, "outcome.\(code)", legend: "Résultat pour \(code)",
      choices: CapacityOutcome.allCases.map { ($0.rawValue, $0.label) }, chosen: "")
    FormParts.text(&html, "reason.\(code)", label: "Motif (obligatoire pour « non acquis »)")
    let items = intake.items.filter { $0.state == .present }
    if items.isEmpty { return }
    html.tag("fieldset", [("class", "choices"), ("data-evidence", code)]) { html in
      html.tag("legend", "Preuves à l’appui")
      for item in items {
        html.tag("label", [("class", "tick")]) { html in
          html.void(
            "input",
            [("type", "checkbox"), ("name", "evidence.\(code).\(item.id)"), ("data-ref", item.id)])
          html.text("\(item.id) \(item.title)")
        }
      }
    }
  }
}
