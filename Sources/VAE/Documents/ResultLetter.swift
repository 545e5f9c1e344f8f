import XML

/// What a candidate receives once the jury has decided: each capacity, each bloc, why, and what remains to be done
/// (agreement of 8 November 2019, art. 55.3: in writing, capacities and blocs).
struct ResultLetter {
  let request: Request
  let certification: Certification
  let session: Session
  let deliberation: Deliberation

  static let name = "letter"

  static func page(
    _ request: Request, _ certification: Certification, _ session: Session, _ deliberation: Deliberation
  ) throws(Refusal) -> [UInt8]? {
    guard deliberation.state == .recorded, let result = deliberation.result, result.isRuling,
      let sitting = deliberation.sitting
    else { return nil }
    return ResultLetter(
      request: request, certification: certification, session: session, deliberation: deliberation
    ).render(result, sitting)
  }

  private func render(_ result: AwardResult, _ sitting: Sitting) -> [UInt8] {
    HTML.page(title: "Notification — \(request.person.fullName)") { html in
      html.tag("main", [("id", "main")]) { html in
        heading(&html, sitting)
        html.tag("h1", [("class", "letter")], "Décision du jury paritaire de délibération")
        html.tag("p", salutation + ",")
        html.tag(
          "p",
          "Le jury réuni le \(sitting.date.label) a délibéré sur votre demande de validation des acquis de l’expérience pour \(certification.title) (\(certification.code))."
        )
        html.tag("p") { $0.tag("strong", "Résultat : \(result.label).") }
        capacities(&html)
        blocs(&html)
        rest(&html, result)
        html.tag(
          "p",
          "Vous pouvez demander communication de ce que la commission et le jury ont noté, et un duplicata de ce document."
        )
        html.tag("p", [("class", "signature")], "Le président du jury, ou par délégation")
      }
      attestations(&html, sitting)
    }
  }

  private var salutation: String { request.person.sex == .female ? "Madame" : "Monsieur" }

  private func heading(_ html: inout HTML, _ sitting: Sitting) {
    html.tag("div", [("class", "letterhead")]) { html in
      html.tag("p", "\(session.centre.name), \(session.centre.place)")
      html.tag("p") { html in
        html.text(request.person.fullName)
        if let address = request.person.address {
          html.void("br")
          html.text(address.street)
          html.void("br")
          html.text("\(address.postcode) \(address.town)")
        }
      }
      html.tag("p", "Demande \(request.number) — \(session.title)")
    }
  }

  private func capacities(_ html: inout HTML) {
    html.table("Décision du jury, capacité par capacité", heads: ["Capacité", "Décision", "Motif"]) { html in
      for capacity in certification.blocs.flatMap(\.capacities) {
        guard let ruling = deliberation.rulings.first(where: { $0.code == capacity.code }) else { continue }
        html.tag("tr") { html in
          html.tag("th", [("scope", "row")], "\(capacity.code) \(capacity.label)")
          html.tag("td") { $0.badge(ruling.outcome.label, ruling.outcome.tone) }
          html.tag("td", ruling.reason ?? "—")
        }
      }
    }
  }

  private func blocs(_ html: inout HTML) {
    html.table("Blocs de compétences", heads: ["Bloc", "Décision", "Capacités acquises"]) { html in
      for bloc in deliberation.blocs {
        let title = certification.blocs.first { $0.code == bloc.code }?.title ?? ""
        html.row(
          "\(bloc.code) \(title)",
          [bloc.acquired ? "acquis" : "non acquis", "\(bloc.capacities) sur \(bloc.total)"])
      }
    }
  }

  private func rest(_ html: inout HTML, _ result: AwardResult) {
    let missing = deliberation.rulings.filter { $0.outcome != .acquired }.map(\.code)
    if result == .full || missing.isEmpty { return }
    html.tag("h2", "Ce qui reste à faire")
    html.tag(
      "p",
      "Il vous reste à faire évaluer \(French.list(missing)). Le motif de chaque capacité non acquise dit ce qui a manqué ; votre accompagnateur peut vous aider à le préparer, par l’expérience ou par une formation."
    )
    html.tag(
      "p",
      "Conservation de ce qui est acquis. La fiche du répertoire dit : validité \(certification.validity). L’accord de branche du 8 novembre 2019 (art. 55.3) dit : vingt-quatre mois pour les capacités, cinq ans pour les blocs d’un CQPM enregistré. Le centre vous dira lequel s’applique."
    )
  }

  /// One sheet for each bloc acquired (R335-10: attestations for the parts obtained).
  private func attestations(_ html: inout HTML, _ sitting: Sitting) {
    for bloc in deliberation.blocs where bloc.acquired {
      guard let known = certification.blocs.first(where: { $0.code == bloc.code }) else { continue }
      html.tag("main", [("class", "sheet")]) { html in
        html.tag("h1", [("class", "letter")], "Attestation de bloc de compétences")
        html.tag(
          "p",
          "\(session.centre.name) atteste que \(request.person.fullName), \(born), a acquis par la validation des acquis de l’expérience, décision du jury du \(sitting.date.label) :"
        )
        html.tag("h2", "\(bloc.code) — \(known.title)")
        html.tag("p", "\(certification.title) — \(certification.code)")
        html.tag("ul") { html in for each in known.capacities { html.tag("li", "\(each.code) \(each.label)") }
        }
        html.tag("p", [("class", "signature")], "Pour le centre d’examen")
      }
    }
  }

  private var born: String {
    let word = request.person.sex == .female ? "née" : "né"
    return "\(word) le \(request.person.birth.date.label) à \(request.person.birth.commune)"
  }
}
