import Artefacts

extension JuryPage {
  /// The essentials, on top of the first page.
  func summary(_ html: inout HTML) {
    html.section("summary", "Synthèse") { html in
      html.table("L’essentiel du dossier", heads: ["Rubrique", "Contenu"], class: "facts") { html in
        html.row("État du dossier", [standing.label])
        html.row("Recevabilité", ["\(admissibility.outcome.label) (\(admissibility.basis.label))"])
        html.row("Visée", [aim])
        for (head, text) in circumstances { html.row(head, [text]) }
        html.row("Expérience comptée", [hours])
        if let intake {
          html.row(
            "Dossier de preuves",
            [
              "\(French.count(intake.situations.count, "situation", many: "situations")), "
                + "\(French.count(intake.items.count, "pièce annoncée", many: "pièces annoncées")) — \(intake.state.label)"
            ])
        }
        if let mapping {
          for bloc in mapping.blocs {
            html.row(
              "Bloc \(bloc.code)",
              [
                "\(title(of: bloc.code)) — capacités couvertes par le dossier : \(bloc.covered) sur \(bloc.total)"
              ])
          }
        }
        if let interview { html.row("Entretien", ["\(interview.status.label), le \(interview.date.label)"]) }
        if let deliberation, let result = deliberation.result {
          html.row("Décision du jury", [result.label])
        }
      }
      let pending = findings.filter(\.result.asksForAPerson)
      if !pending.isEmpty {
        html.tag("div", [("class", "note")]) { html in
          html.tag("strong", "À voir par une personne (\(pending.count)) :")
          html.tag("ul") { html in for finding in pending { html.tag("li", finding.message) } }
        }
      }
    }
  }

  /// What the request says of the person, and what was arranged; nothing of what it does not say.
  private var circumstances: [(String, String)] {
    let slot = session.calendar.slots.last { $0.number == request.number }
    let place = [slot?.place, slot?.link].compactMap { $0 }
    return [
      request.person.situation.map { ("Situation à la demande", $0) },
      request.person.aims.isEmpty ? nil : ("But du candidat", request.person.aims.joined(separator: " ; ")),
      request.advisers.isEmpty ? nil : ("Accompagnement", French.list(request.advisers.map(\.name))),
      request.adjustments.isEmpty
        ? nil : ("Aménagement accordé", request.adjustments.map(\.text).joined(separator: " ; ")),
      slot.map {
        (
          "Entretien prévu",
          "le \($0.date.label) à \($0.time)" + (place.isEmpty ? "" : ", \(place.joined(separator: ", "))")
        )
      },
    ].compactMap { $0 }
  }

  private var aim: String {
    request.target.blocs.isEmpty
      ? request.target.scope.label : "\(request.target.scope.label) : \(French.list(request.target.blocs))"
  }

  private var hours: String {
    let counted = admissibility.hours.related.label
    return admissibility.hours.minimum.map { "\(counted) en rapport direct (minimum \($0.label))" }
      ?? "\(counted) en rapport direct (\(isMinimumSettled ? "aucun minimum" : "minimum non établi"))"
  }

  private var isMinimumSettled: Bool {
    admissibility.findings.first { $0.rule == Rule.experienceDuration }?.result == .satisfied
  }

  func title(of bloc: String) -> String {
    certification.blocs.first { $0.code == bloc }?.title ?? bloc
  }

  /// Every finding of every stage, in the order of the path.
  var findings: [Finding] {
    let examined: [(any Examined)?] = [admissibility, intake, mapping, interview, deliberation]
    return examined.compactMap { $0 }.flatMap(\.findings)
  }

  /// The days of the path, each with what it is.
  func dates(_ html: inout HTML) {
    let clock = admissibility.clock
    let steps: [(Day?, String)] = [
      (request.reception.initiatedOn, "Parcours engagé"), (clock.receivedOn, "Demande reçue"),
      (clock.completeOn, "Demande complète"),
      (clock.dueByLaw, "Échéance de réponse, depuis la réception (L6412-2)"),
      (clock.dueByDecree, "Échéance de réponse, depuis le dossier complet (décret)"),
      (
        admissibility.decision?.date,
        "Décision de recevabilité notifiée : \(admissibility.decision?.outcome.label ?? "")"
      ),
      (clock.impliedOn == nil ? clock.silentOn : nil, "Sans réponse à l’échéance : sens à décider"),
      (clock.impliedOn, "Acceptation implicite (silence)"),
      (request.prior?.date, "Recevabilité antérieure"),
      (clock.validUntil, "Fin de validité de la recevabilité"),
      (intake?.submittedOn, "Dossier de preuves déposé"), (interview?.date, "Entretien de validation"),
      (deliberation?.sitting?.date, "Délibération du jury paritaire"),
    ]
    let known = steps.compactMap { day, what in day.map { ($0, what) } }.enumerated()
      .sorted { $0.element.0 == $1.element.0 ? $0.offset < $1.offset : $0.element.0 < $1.element.0 }
    html.section("dates", "Parcours et dates") { html in
      html.table("Dans l’ordre du temps", heads: ["Date", "Étape"], class: "facts") { html in
        for step in known { html.row(step.element.0.label, [step.element.1]) }
      }
      hours(&html)
    }
  }

  private func hours(_ html: inout HTML) {
    html.table(
      "Décompte de l’expérience (rubrique 5), ligne à ligne",
      heads: ["Emploi", "Employeur", "Statut", "Période", "Déclaré", "Calculé", "Compté"]
    ) { html in
      for (each, line) in zip(request.experiences, admissibility.hours.lines) {
        html.row(
          each.position,
          [
            each.employer, each.status.label,
            "du \(each.start.label) \(each.end.map { "au \($0.label)" } ?? "à ce jour")",
            line.declared?.label ?? "—", line.computed?.label ?? "—",
            "\(line.counted.label) (\(line.treatment.label))",
          ])
      }
    }
  }
}

extension JuryPage {
  /// What the declared experience seems to reach: information for the candidate, never a ground of refusal.
  func gaps(_ html: inout HTML) {
    html.section("gaps", "Analyse des écarts") { html in
      html.tag(
        "p",
        "Ce que les activités déclarées (rubrique 5) semblent couvrir de chaque capacité, d’après leurs mots. Information pour le candidat : ce n’est jamais un motif de refus."
      )
      html.table("Activités déclarées et capacités", heads: ["Capacité", "Couverture", "Mots reconnus"]) {
        html in
        for reach in admissibility.reach {
          html.row(
            "\(reach.capacity) \(short(reach.capacity))",
            [reach.level.label, reach.words.isEmpty ? "—" : reach.words.joined(separator: ", ")])
        }
      }
      html.table(
        "Activités déclarées, activités et missions de la fiche",
        heads: ["Activité de la fiche", "Couverte", "Mots communs"]
      ) { html in
        for activity in admissibility.activities {
          html.row(
            activity.label,
            [
              activity.touched ? "oui" : "non",
              activity.words.isEmpty ? "—" : activity.words.joined(separator: ", "),
            ])
        }
      }
    }
  }
}
