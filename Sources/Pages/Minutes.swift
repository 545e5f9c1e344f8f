import Artefacts

/// The minutes of the sittings of a session: attendance sheet, the three acts for each candidate, results, and the
/// list that goes to the national group (agreement of 8 November 2019, art. 55.3; an older branch text asks for it
/// within three months).
package struct Minutes {
  /// One candidate that the jury has decided on.
  package struct Case {
    let request: Request
    let deliberation: Deliberation

    package init(request: Request, deliberation: Deliberation) {
      (self.request, self.deliberation) = (request, deliberation)
    }

    /// Whether capacities were ruled on: not when the candidate was absent, or the case adjourned.
    var isRuled: Bool { !deliberation.rulings.isEmpty }
  }

  let session: Session
  let certification: Certification
  let cases: [Case]

  package init(session: Session, certification: Certification, cases: [Case]) {
    (self.session, self.certification, self.cases) = (session, certification, cases)
  }

  /// The page.
  package func render() -> [UInt8] {
    HTML.page(title: "Procès-verbal — \(session.title)") { html in
      html.tag("header", [("class", "top")]) { html in
        html.tag("h1", "Procès-verbal du jury paritaire de délibération")
        html.tag("p", "\(session.centre.name), \(session.centre.place) — \(session.title)")
        html.tag(
          "p",
          "\(certification.title) — \(certification.code)\(certification.branchCode.map { ", " + $0 } ?? "")")
      }
      html.tag("main", [("id", "main")]) { html in
        for day in days { sitting(&html, day) }
        html.signature(at: session.centre, "La présidence du jury et le secrétariat de séance")
        list(&html)
      }
    }
  }

  private var days: [Day] { Set(cases.compactMap { $0.deliberation.sitting?.date }).sorted() }

  private func sitting(_ html: inout HTML, _ day: Day) {
    let own = cases.filter { $0.deliberation.sitting?.date == day }
    html.section("d\(day.spelling)", "Séance du \(day.label)") { html in
      attendance(&html, own)
      for each in own { acts(&html, each) }
    }
  }

  private func attendance(_ html: inout HTML, _ own: [Case]) {
    let seated = Set(own.flatMap { $0.deliberation.sitting?.members.map(\.ref) ?? [] })
    html.table(
      "Feuille d’émargement", heads: ["Membre", "Délégation", "Voix", "Signature"], class: "signatures"
    ) { html in
      for juror in session.jury.members where seated.contains(juror.id) {
        html.row(
          juror.name + (juror.chair ? ", préside" : ""),
          [
            juror.college.label + (juror.union.map { " — \($0)" } ?? ""),
            juror.voting ? "délibérative" : "consultative", "",
          ])
      }
    }
    let away = session.jury.members.filter { !seated.contains($0.id) }.map(\.name)
    if !away.isEmpty { html.tag("p", "Non présents : \(French.list(away)).") }
  }

  private func acts(_ html: inout HTML, _ each: Case) {
    guard let sitting = each.deliberation.sitting else { return }
    html.tag("article", [("class", "situation")]) { html in
      html.tag("h3", "\(each.request.person.fullName) — demande \(each.request.number)")
      if each.isRuled { threeActs(&html, sitting) }
      for recusal in sitting.recusals.map({ $0.named(by: session.jury.names) }) {
        html.tag("p", "N’a pas siégé pour ce candidat : \(recusal.member) (\(recusal.reason)).")
      }
      if each.isRuled { rulings(&html, each.deliberation) }
      if !each.deliberation.held.isEmpty {
        let pieces = each.deliberation.held.map { "\($0.code) (\($0.date.label))" }
        html.tag("p", "Acquis à une session antérieure et conservé : \(French.list(pieces)).")
      }
      if let revocation = each.deliberation.revocation {
        html.tag(
          "p",
          "Révocation du \(revocation.date.label), auteur : \(revocation.by) (résultat révoqué : \(revocation.previous?.label ?? "non dit")) : \(revocation.reason)"
        )
      }
      html.tag("p") { html in
        if each.deliberation.state == .recorded, let result = each.deliberation.result {
          html.tag("strong", "Résultat : \(result.label).")
        } else {
          html.badge("à vérifier avant toute notification", .fair)
        }
      }
      for finding in each.deliberation.findings
      where finding.result.asksForAPerson {
        html.tag("p", [("class", "note")], finding.message)
      }
    }
  }

  private func threeActs(_ html: inout HTML, _ sitting: Sitting) {
    let (conformity, vote) = (sitting.conformity, sitting.vote)
    html.tag("ol") { html in
      html.tag(
        "li",
        "Conformité de l’organisation des évaluations : \(conformity.compliant ? "constatée" : "non constatée")\(conformity.remark.map { " (\($0))" } ?? "")."
      )
      html.tag(
        "li", "Récapitulatif des évaluations : \(sitting.summaryExamined ? "examiné" : "non examiné").")
      html.tag("li", vote.label + ".")
      if let settled = sitting.settled { html.tag("li", "Points tranchés : \(settled)") }
    }
  }

  private func rulings(_ html: inout HTML, _ deliberation: Deliberation) {
    let caption = deliberation.result == .revoked ? "Décision révoquée" : "Décision"
    html.table(caption, heads: ["Capacité", "Décision", "Motif"]) { html in
      for ruling in deliberation.rulings {
        html.row(
          "\(ruling.code) \(certification.short(of: ruling.code))",
          [ruling.outcome.label, ruling.reason ?? "—"])
      }
    }
  }

  private func list(_ html: inout HTML) {
    html.section("list", "Bordereau de transmission au groupe technique paritaire") { html in
      html.table(
        "Décisions de la session", heads: ["Candidat", "Demande", "Séance", "Blocs acquis", "Résultat"]
      ) { html in
        for each in cases {
          let isSound = each.deliberation.state == .recorded
          let isRuling = isSound && each.deliberation.result?.isRuling == true
          let blocs = isRuling ? each.deliberation.blocs.filter(\.acquired).map(\.code) : []
          html.row(
            each.request.person.fullName,
            [
              each.request.number, each.deliberation.sitting?.date.label ?? "—",
              !isRuling ? "—" : blocs.isEmpty ? "aucun" : French.list(blocs),
              isSound ? each.deliberation.result?.label ?? "—" : "à vérifier",
            ])
        }
      }
      html.tag(
        "p",
        "Pièces à joindre : ce procès-verbal signé, la feuille d’émargement, les convocations ou un extrait de la composition du jury."
      )
    }
  }
}
