extension JuryPage {
  /// Before the interview, what to ask; after, what the panel recorded.
  func interviewSection(_ html: inout HTML) {
    guard let guide else { return }
    html.section("interview", "Entretien") { html in
      if let interview {
        record(&html, interview)
      } else {
        html.tag("p") { $0.badge(Standing.awaitingInterview.label, .plain) }
      }
      html.tag("h3", "Guide d’entretien\(guide.minutes.map { " (\($0) minutes)" } ?? "")")
      html.table("Questions proposées, les lacunes d’abord", heads: ["Capacité", "Raison", "Question"]) {
        html in
        for question in guide.questions {
          html.row(
            "\(question.capacity) \(short(question.capacity))", [question.ground.label, question.text])
        }
      }
    }
  }

  private func record(_ html: inout HTML, _ interview: Interview) {
    let hours = [interview.start, interview.end].compactMap { $0 }.joined(separator: " à ")
    html.tag(
      "p", "Le \(interview.date.label)\(hours.isEmpty ? "" : ", de " + hours) — \(interview.status.label).")
    people(&html, "Commission présente", interview.members, interview.recusals)
    if !interview.assessments.isEmpty {
      html.table(
        "Résultat de la commission par capacité", heads: ["Capacité", "Résultat", "Motif", "Preuves"]
      ) { html in
        for each in interview.assessments {
          html.tag("tr") { html in
            html.tag("th", [("scope", "row")], "\(each.capacity) \(short(each.capacity))")
            html.tag("td") { $0.badge(each.outcome.label, each.outcome.tone) }
            html.tag("td", each.reason ?? "—")
            html.tag("td", each.evidence.isEmpty ? "—" : each.evidence.map(\.ref).joined(separator: ", "))
          }
        }
      }
    }
    if !interview.adjustments.isEmpty {
      html.tag("p", "Aménagements accordés : \(French.list(interview.adjustments)).")
    }
    if let opinion = interview.companyOpinion {
      html.tag("h3", "Avis de l’entreprise")
      html.tag("blockquote", opinion)
    }
    for note in interview.notes { html.tag("p", "Note : \(note)") }
  }

  /// The summary that the jury examines, then its own decision.
  func deliberationSection(_ html: inout HTML) {
    guard let deliberation else { return }
    html.section("deliberation", "Délibération") { html in
      html.tag("p") { html in
        html.badge(deliberation.state.label, deliberation.state == .recorded ? .good : .fair)
        if let result = deliberation.result { html.text(" \(result.label)") }
      }
      summaryTable(&html, deliberation)
      guard let sitting = deliberation.sitting else { return }
      html.tag("h3", "Séance du \(sitting.date.label)")
      people(&html, "Jury présent", sitting.members, sitting.recusals)
      let vote = sitting.vote
      html.tag(
        "p",
        "Organisation des évaluations \(sitting.conformity.compliant ? "conforme" : "non conforme")\(sitting.conformity.remark.map { " (\($0))" } ?? ""). Vote : \(French.count(vote.votesFor, "voix", "voix")) pour, \(vote.against) contre, \(French.count(vote.abstain, "abstention", "abstentions"))\(vote.castingVote ? ", voix prépondérante du président" : "")."
      )
      html.table("Blocs", heads: ["Bloc", "Capacités acquises", "Résultat"]) { html in
        for bloc in deliberation.blocs {
          html.row(
            "\(bloc.code) \(title(of: bloc.code))",
            [
              "\(bloc.capacities) sur \(bloc.total)",
              (bloc.acquired ? CapacityOutcome.acquired : .notAcquired).label,
            ])
        }
      }
    }
  }

  private func summaryTable(_ html: inout HTML, _ deliberation: Deliberation) {
    html.table(
      "Récapitulatif des évaluations",
      heads: ["Capacité", "Couverture", "Commission", "Motif de la commission", "Jury", "Motif du jury"]
    ) { html in
      for line in deliberation.summary {
        let ruling = deliberation.rulings.first { $0.code == line.capacity }
        html.row(
          "\(line.capacity) \(short(line.capacity))",
          [
            line.coverage.label, line.panel.label, line.reason ?? "—", ruling?.outcome.label ?? "—",
            ruling?.reason ?? "—",
          ])
      }
    }
  }

  private func people(_ html: inout HTML, _ caption: String, _ members: [Member], _ recusals: [Recusal]) {
    if members.isEmpty { return }
    html.table(caption, heads: ["Nom", "Qualité"]) { html in
      for member in members { html.row(member.name, [member.role]) }
      for recusal in recusals { html.row(recusal.member, ["ne siège pas : \(recusal.reason)"]) }
    }
  }

  /// Every rule of every stage, with its source.
  func checks(_ html: inout HTML) {
    html.section("checks", "Contrôles") { html in
      html.findings("Recevabilité", admissibility.findings)
      if let intake { html.findings("Dossier de preuves", intake.findings) }
      if let mapping, !mapping.findings.isEmpty { html.findings("Correspondance", mapping.findings) }
      if let interview { html.findings("Entretien", interview.findings) }
      if let deliberation, !deliberation.findings.isEmpty {
        html.findings("Délibération", deliberation.findings)
      }
    }
  }
}
