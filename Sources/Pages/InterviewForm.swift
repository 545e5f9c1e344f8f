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
  /// The record that the dossier already has.
  let kept: [UInt8]?

  package init(
    request: Request, certification: Certification, session: Session, intake: Intake, mapping: Mapping,
    guide: Guide, scope: CapacityScope, kept: [UInt8]? = nil
  ) {
    self.kept = kept
    (self.request, self.certification, self.session) = (request, certification, session)
    (self.intake, self.mapping, self.guide, self.scope) = (intake, mapping, guide, scope)
  }

  private let record = FormElement.root("record")

  /// The page, as it is written.
  package func render() -> [UInt8] {
    let frame = FormParts.Frame(
      title: "Entretien de validation — \(request.person.fullName)",
      intro:
        "Demande \(request.number), \(session.title)\(guide.minutes.map { " — \($0) minutes prévues" } ?? ""). Rien ne quitte cette page : « Enregistrer » crée record.xml. Ce que vous écrivez est lisible par le candidat (droit d’accès).",
      script: PackageResources.record_js, root: record,
      own: ["number": request.number, "candidate": request.person.fullName],
      draft: "record:\(session.id):\(request.number)", data: [("statuses", statuses)], kept: kept)
    return FormParts.page(frame) { html in
      sitting(&html)
      opinion(&html)
      capacities(&html)
      html.section("end", "Notes") { html in
        FormParts.text(&html, "notes", for: record.child("note"))
      }
      history(&html)
    }
  }

  private var statuses: JSON {
    .object(FormParts.values(of: record.attribute("status")).map { ($0.0, .text($0.1)) })
  }

  private func sitting(_ html: inout HTML) {
    html.section("sitting", "Séance") { html in
      FormParts.field(
        &html, "on", for: record.attribute("on"), missing: "Indiquez la date de l’entretien.")
      FormParts.field(&html, "start", for: record.attribute("start"))
      FormParts.field(&html, "end", for: record.attribute("end"))
      let status = record.attribute("status")
      FormParts.choices(
        &html, "status", for: status, legend: status.label, among: FormParts.values(of: status),
        isTitled: true, missing: "Dites si l’entretien s’est tenu.")
      FormParts.revocation(&html, "", for: record.element("revocation"))
      panel(&html)
      FormParts.text(&html, "adjustments", for: record.child("adjustment"))
      FormParts.reopen(&html, "Rouvrir un record.xml déjà enregistré")
    }
  }

  private func panel(_ html: inout HTML) {
    let recusal = record.element("recusal")
    html.table("Commission", heads: ["Membre", "Présent", "Récusé : motif"]) { html in
      for member in session.panel.members {
        html.tag("tr", [("data-member", member.id)]) { html in
          html.tag("th", [("scope", "row")], "\(member.name), \(member.role)")
          html.tag("td") {
            FormParts.tick(
              &$0, "present.\(member.id)", label: "présent",
              bound: record.element("present").bound(["member": member.id]))
          }
          html.tag("td", recusal.bound(["member": member.id])) {
            FormParts.cell(
              &$0, "recused.\(member.id)", for: recusal.child("reason"),
              label: "Motif de récusation de \(member.name)")
          }
        }
      }
    }
  }

  /// Interviews before this one, kept in the record.
  private func history(_ html: inout HTML) {
    html.section("history", "Entretiens précédents") { html in
      html.tag("ul", [("id", "earlier-list")]) { _ in }
      html.tag(
        "textarea",
        [
          ("name", "earlier"), ("hidden", ""), ("aria-label", "Entretiens précédents"),
          ("data-kept", record.element("earlier").name),
        ], "")
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
      FormParts.text(
        &html, "companyOpinion", for: record.child("companyOpinion"), label: "Avis recueilli, s’il y en a un")
    }
  }

  private func capacities(_ html: inout HTML) {
    html.section("capacities", "Capacités") { html in
      if !scope.kept.isEmpty {
        html.tag("p", "Acquis à une session antérieure, non réévalué : \(French.list(scope.kept)).")
      }
      for capacity in certification.capacities where scope.expected.contains(capacity.code) {
        let bound = record.element("assessment").bound(["capacity": capacity.code])
        html.tag("article", [("class", "situation"), ("data-capacity", capacity.code)] + bound) { html in
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
    let assessment = record.element("assessment")
    let outcome = assessment.attribute("outcome")
    FormParts.choices(
      &html, "outcome.\(code)", for: outcome, legend: "Résultat pour \(code)",
      among: FormParts.values(of: outcome))
    FormParts.text(&html, "reason.\(code)", for: assessment.child("reason"))
    evidence(&html, code, cited: assessment.element("evidence"))
  }

  private func evidence(_ html: inout HTML, _ code: String, cited: FormElement) {
    let items = intake.items.filter { $0.state == .present }
    if items.isEmpty { return }
    html.tag("fieldset", [("class", "choices")]) { html in
      html.tag("legend", "Preuves à l’appui")
      for item in items {
        FormParts.tick(
          &html, "evidence.\(code).\(item.id)", label: "\(item.id) \(item.title)",
          bound: cited.bound(["ref": item.id]))
      }
    }
  }
}
