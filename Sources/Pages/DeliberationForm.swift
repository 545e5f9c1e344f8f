import Artefacts

/// The page of one jury session: who sits, then each candidate whose interview is recorded.
package struct DeliberationForm {
  /// A candidate before the jury.
  package struct Case {
    let dossier: String
    let request: Request
    let deliberation: Deliberation
    let scope: CapacityScope

    package init(dossier: String, request: Request, deliberation: Deliberation, scope: CapacityScope) {
      (self.dossier, self.request, self.deliberation, self.scope) = (dossier, request, deliberation, scope)
    }
  }

  let session: Session
  let certification: Certification
  let cases: [Case]

  package init(session: Session, certification: Certification, cases: [Case]) {
    (self.session, self.certification, self.cases) = (session, certification, cases)
  }

  private let decisions = FormElement.root("decisions")
  private var decision: FormElement { decisions.element("case").element("decision") }

  /// The page, as it is written.
  package func render() -> [UInt8] {
    let frame = FormParts.Frame(
      title: "Délibération du jury paritaire",
      intro:
        "\(session.title) — \(certification.code). Pour chaque candidat : conformité, examen du récapitulatif, puis vote. Rien ne quitte cette page : « Enregistrer » crée decisions.xml, que « acquis import-decisions » range dans la session.",
      script: PackageResources.decisions_js, root: decisions, own: ["session": session.id],
      draft: "decisions:\(session.id)", data: JuryData(results: decision.attribute("result")).members)
    return FormParts.page(frame) { html in
      sitting(&html)
      for each in cases { candidate(&html, each) }
    }
  }

  private func sitting(_ html: inout HTML) {
    html.section("sitting", "Séance") { html in
      FormParts.field(
        &html, "on", for: decision.attribute("on").shared, missing: "Indiquez la date de la délibération.")
      html.table("Jury", heads: ["Membre", "Délégation", "Présent"]) { html in
        for juror in session.jury.members {
          html.tag("tr", [("data-member", juror.id), ("data-voting", juror.voting.spelling)]) { html in
            html.tag("th", [("scope", "row")], juror.name + (juror.chair ? " (préside)" : ""))
            html.tag("td", juror.college.label + (juror.union.map { " — \($0)" } ?? ""))
            html.tag("td") { FormParts.tick(&$0, "present.\(juror.id)", label: "présent") }
          }
        }
      }
      FormParts.reopen(&html, "Rouvrir un decisions.xml déjà enregistré")
    }
  }

  private func candidate(_ html: inout HTML, _ each: Case) {
    let (id, person) = (each.dossier, each.request.person.fullName)
    let number: KeyValuePairs = ["number": each.request.number]
    let attributes = [
      ("class", "situation"), ("id", id), ("data-candidate", id), ("data-name", person),
      ("data-total", String(certification.capacities.count)), ("data-held", String(each.scope.kept.count)),
    ]
    html.tag("article", attributes + decisions.element("case").bound(number)) { html in
      html.tag("h2", "\(person) — demande \(each.request.number)")
      if let sitting = each.deliberation.sitting {
        let result = each.deliberation.result?.label ?? each.deliberation.state.label
        html.tag("p", "Décision déjà notée, du \(sitting.date.label) : \(result).")
      }
      FormParts.tick(
        &html, "\(id).skip", label: "pas à cette séance", isOn: each.deliberation.sitting != nil)
      html.tag(
        "div", [("class", "acts")] + decision.bound(["number": each.request.number, "candidate": person])
      ) { html in acts(&html, each) }
    }
  }

  private func acts(_ html: inout HTML, _ each: Case) {
    let (id, person) = (each.dossier, each.request.person.fullName)
    let unruled: Set<AwardResult> = [.adjourned, .absent, .excused, .revoked]
    FormParts.choices(
      &html, "\(id).state", for: nil, legend: "Délibération sur \(person)",
      among: [("", "délibération")]
        + FormParts.values(of: decision.attribute("result")) { value in
          unruled.contains { $0.rawValue == value }
        })
    FormParts.revocation(&html, "\(id).", for: decision.element("revocation"), isResult: true)
    html.tag("fieldset", [("class", "choices ruled")]) { html in ruled(&html, each) }
    html.tag("p") { html in
      html.text("Résultat qui en découle : ")
      html.tag("strong", [("class", "result")], "—")
    }
  }

  /// The three acts; not to be changed once the decision is taken back.
  private func ruled(_ html: inout HTML, _ each: Case) {
    conformity(&html, each)
    summary(&html, each)
    vote(&html, each.dossier)
    html.tag("h3", "Membres récusés pour ce candidat")
    let recusal = decision.element("recusal")
    for juror in session.jury.members {
      html.tag("div", recusal.bound(["member": juror.id])) { html in
        FormParts.field(
          &html, "\(each.dossier).recused.\(juror.id)", for: recusal.child("reason"),
          label: "\(juror.name) : motif")
      }
    }
  }

  private func conformity(_ html: inout HTML, _ each: Case) {
    let (id, conformity) = (each.dossier, decision.element("conformity"))
    html.tag("h3", "1. Conformité de l’organisation des évaluations")
    html.tag("div", conformity.bound()) { html in
      FormParts.choices(
        &html, "\(id).conformity", for: conformity.attribute("compliant"),
        legend: "Conformité pour \(each.request.person.fullName)",
        among: [("true", "conforme"), ("false", "non conforme")])
      FormParts.text(&html, "\(id).remark", for: conformity.child("remark"))
    }
  }

  private func summary(_ html: inout HTML, _ each: Case) {
    let (id, examined) = (each.dossier, decision.attribute("summaryExamined"))
    html.tag("h3", "2. Examen du récapitulatif")
    FormParts.tick(&html, "\(id).examined", label: examined.label, bound: [examined.binding])
    if !each.scope.kept.isEmpty {
      html.tag("p", "Acquis à une session antérieure, conservé : \(French.list(each.scope.kept)).")
    }
    html.table(
      "Récapitulatif et décision du jury",
      heads: ["Capacité", "Commission", "Motif de la commission", "Décision du jury", "Motif du jury"]
    ) { html in
      for line in each.deliberation.summary where each.scope.expected.contains(line.capacity) {
        row(&html, id, person: each.request.person.fullName, line: line)
      }
    }
    FormParts.text(&html, "\(id).settled", for: decision.child("settled"))
  }

  private func vote(_ html: inout HTML, _ id: String) {
    let vote = decision.element("vote")
    html.tag("h3", "3. Vote")
    html.tag("div", vote.bound()) { html in
      for name in ["for", "against", "abstain"] {
        FormParts.field(&html, "\(id).\(name)", for: vote.attribute(name), value: "0")
      }
      let casting = vote.attribute("castingVote")
      FormParts.tick(&html, "\(id).casting", label: casting.label, bound: [casting.binding])
    }
  }

  private func row(_ html: inout HTML, _ id: String, person: String, line: SummaryLine) {
    let ruling = decision.element("capacity")
    let bound = ruling.bound(["code": line.capacity])
    let attributes = [("data-capacity", line.capacity), ("data-panel", line.panel.rawValue)]
    html.tag("tr", attributes + bound) { html in
      html.tag("th", [("scope", "row")], "\(line.capacity) \(certification.short(of: line.capacity))")
      html.tag("td") { $0.badge(line.panel.label, line.panel.tone) }
      html.tag("td", line.reason ?? "—")
      html.tag("td") { html in
        let outcome = ruling.attribute("outcome")
        FormParts.choices(
          &html, "\(id).\(line.capacity)", for: outcome,
          legend: "Décision sur \(line.capacity) pour \(person)",
          among: FormParts.values(of: outcome) { $0 != CapacityOutcome.notAssessed.rawValue })
      }
      html.tag("td") {
        FormParts.textCell(
          &$0, "\(id).\(line.capacity).reason", for: ruling.child("reason"),
          label: "Motif du jury sur \(line.capacity) pour \(person)")
      }
    }
  }
}
