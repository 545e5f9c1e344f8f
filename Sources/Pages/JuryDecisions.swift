import Artefacts

extension JuryPage {
  /// Before the interview, what to ask; after, what the panel recorded.
  func interviewSection(_ html: inout HTML) {
    guard let guide else { return }
    html.section("interview", "Entretien") { html in
      if let interview {
        InterviewRecord(interview: interview, certification: certification, session: session).render(&html)
      } else {
        html.tag("p") { $0.badge(DossierStatus.awaitingInterview.label, .plain) }
      }
      html.tag("h3", "Guide d’entretien\(guide.minutes.map { " (\($0) minutes)" } ?? "")")
      html.opinions(guide.opinions)
      html.table("Questions proposées, les lacunes d’abord", heads: ["Capacité", "Raison", "Question"]) {
        html in
        for question in guide.questions {
          html.row(
            "\(question.capacity) \(short(question.capacity))", [question.ground.label, question.text])
        }
      }
    }
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
      html.people(
        "Jury présent", sitting.members, recusals: sitting.recusals.map { $0.named(by: session.jury.names) })
      html.tag(
        "p",
        "Organisation des évaluations \(sitting.conformity.compliant ? "conforme" : "non conforme")\(sitting.conformity.remark.map { " (\($0))" } ?? ""). \(sitting.vote.label).\(sitting.settled.map { " Ce que le jury a tranché : \($0)" } ?? "")"
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

extension Vote {
  /// `Vote : 3 voix pour, 1 contre, 0 abstention`.
  var label: String {
    "Vote : \(French.count(votesFor, "voix", many: "voix")) pour, \(against) contre, \(French.count(abstain, "abstention", many: "abstentions"))\(castingVote ? ", voix prépondérante du président" : "")"
  }
}
