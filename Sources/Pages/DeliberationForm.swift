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

  package func render() -> [UInt8] {
    FormParts.page(
      "Délibération du jury paritaire",
      "\(session.title) — \(certification.code). Pour chaque candidat : conformité, examen du récapitulatif, puis vote. Rien ne quitte cette page : « Enregistrer » crée decisions.xml, que « acquis import-decisions » range dans la session.",
      script: PackageResources.decisions_js,
      form: [("data-draft", "decisions:\(session.id)"), ("data-session", session.id)], file: "decisions.xml"
    ) { html in
      sitting(&html)
      for each in cases { candidate(&html, each) }
    }
  }

  private func sitting(_ html: inout HTML) {
    html.section("sitting", "Séance") { html in
      FormParts.field(&html, "on", label: "Date de la délibération", type: "date")
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
    let total = certification.capacities.count
    html.tag(
      "article",
      [
        ("class", "situation"), ("id", id), ("data-candidate", id), ("data-name", person),
        ("data-number", each.request.number), ("data-total", String(total)),
        ("data-held", String(each.scope.kept.count)),
      ]
    ) { html in
      html.tag("h2", "\(person) — demande \(each.request.number)")
      if let sitting = each.deliberation.sitting {
        let result = each.deliberation.result?.label ?? each.deliberation.state.label
        html.tag("p", "Décision déjà notée, du \(sitting.date.label) : \(result).")
      }
      FormParts.tick(
        &html, "\(id).skip", label: "pas à cette séance", isOn: each.deliberation.sitting != nil)
      html.tag("div", [("class", "acts")]) { html in acts(&html, each) }
    }
  }

  private func acts(_ html: inout HTML, _ each: Case) {
    let (id, person) = (each.dossier, each.request.person.fullName)
    FormParts.choices(
      &html, "\(id).state", legend: "Délibération sur \(person)",
      choices: [("", "délibération")]
        + [AwardResult.adjourned, .absent, .excused, .revoked].map { ($0.rawValue, $0.label) },
      chosen: "")
    FormParts.revocation(&html, "\(id).", what: "Révocation de la décision déjà prise")
    html.tag(
      "textarea", [("name", "\(id).previous"), ("hidden", ""), ("aria-label", "Résultat révoqué")], "")
    html.tag("fieldset", [("class", "choices ruled")]) { html in ruled(&html, each) }
    html.tag("p") { html in
      html.text("Résultat qui en découle : ")
      html.tag("strong", [("class", "result")], "—")
    }
  }

  /// The three acts; not to be changed once the decision is taken back.
  private func ruled(_ html: inout HTML, _ each: Case) {
    let (id, person) = (each.dossier, each.request.person.fullName)
    html.tag("h3", "1. Conformité de l’organisation des évaluations")
    FormParts.choices(
      &html, "\(id).conformity", legend: "Conformité pour \(person)",
      choices: [("true", "conforme"), ("false", "non conforme")],
      chosen: "")
    FormParts.text(&html, "\(id).remark", label: "Remarque sur la conformité")
    html.tag("h3", "2. Examen du récapitulatif")
    FormParts.tick(&html, "\(id).examined", label: "récapitulatif examiné")
    if !each.scope.kept.isEmpty {
      html.tag("p", "Acquis à une session antérieure, conservé : \(French.list(each.scope.kept)).")
    }
    html.table(
      "Récapitulatif et décision du jury",
      heads: ["Capacité", "Commission", "Motif de la commission", "Décision du jury", "Motif du jury"]
    ) { html in
      for line in each.deliberation.summary where each.scope.expected.contains(line.capacity) {
        row(&html, id, person: person, line: line)
      }
    }
    FormParts.text(
      &html, "\(id).settled",
      label: "Points restés à décider (avertissements de l’outil) : ce que le jury tranche")
    html.tag("h3", "3. Vote")
    for (name, label) in [("for", "Pour"), ("against", "Contre"), ("abstain", "Abstentions")] {
      FormParts.field(&html, "\(id).\(name)", label: label, type: "number", value: "0")
    }
    FormParts.tick(&html, "\(id).casting", label: "voix prépondérante du président")
    html.tag("h3", "Membres récusés pour ce candidat")
    for juror in session.jury.members {
      FormParts.field(&html, "\(id).recused.\(juror.id)", label: "\(juror.name) : motif")
    }
  }

  private func row(_ html: inout HTML, _ id: String, person: String, line: SummaryLine) {
    html.tag("tr", [("data-capacity", line.capacity)]) { html in
      html.tag("th", [("scope", "row")], "\(line.capacity) \(certification.short(of: line.capacity))")
      html.tag("td") { $0.badge(line.panel.label, line.panel.tone) }
      html.tag("td", line.reason ?? "—")
      html.tag("td") { html in
        FormParts.choices(
          &html, "\(id).\(line.capacity)", legend: "Décision sur \(line.capacity) pour \(person)",
          choices: [CapacityOutcome.acquired, .notAcquired].map { ($0.rawValue, $0.label) }, chosen: "")
      }
      html.tag("td") {
        $0.tag(
          "textarea",
          [
            ("name", "\(id).\(line.capacity).reason"), ("rows", "2"),
            ("aria-label", "Motif du jury sur \(line.capacity) pour \(person)"), FormParts.most,
          ], "")
      }
    }
  }
}
