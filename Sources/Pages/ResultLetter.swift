import Artefacts
import XML

/// What a candidate receives once the jury has decided: each capacity, each bloc, why, and what remains to be done
/// (agreement of 8 November 2019, art. 55.3: in writing, capacities and blocs).
package struct ResultLetter {
  let request: Request
  let certification: Certification
  let session: Session
  let deliberation: Deliberation

  package static let name = "letter"

  /// The letter, its attestations behind it; nil while nothing is to be published.
  package static func page(
    _ request: Request, _ certification: Certification, _ session: Session, _ deliberation: Deliberation
  ) throws(Refusal) -> [UInt8]? {
    guard deliberation.state == .recorded, let result = deliberation.result,
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
        html.tag("p", request.person.civility + ",")
        html.tag("p", opening(result, sitting))
        html.tag("p") { $0.tag("strong", "Résultat : \(label(of: result)).") }
        if result.isRuling {
          capacities(&html)
          blocs(&html)
          rest(&html, result)
        } else {
          html.tag("p", next(result, sitting))
        }
        html.tag(
          "p",
          "Vous pouvez demander communication de ce que la commission et le jury ont noté, et un duplicata de ce document. Les textes consultés ne fixent ni voie ni délai de recours propres à la branche : pour contester cette décision, écrivez d’abord au centre."
        )
        html.signature(at: session.centre, session.signature(certification))
      }
      if result.isRuling {
        Attestations(
          request: request, certification: certification, session: session, deliberation: deliberation
        ).render(&html, sitting)
      }
    }
  }

  private func opening(_ result: AwardResult, _ sitting: Sitting) -> String {
    let matter =
      "votre demande de validation des acquis de l’expérience pour la certification « \(certification.title) » (\(certification.code))"
    return switch result {
    case .full, .partial, .nothing: "Le jury réuni le \(sitting.date.label) a délibéré sur \(matter)."
    case .adjourned, .absent, .excused:
      "Le jury réuni le \(sitting.date.label) n’a pas délibéré sur \(matter)."
    case .revoked: "La décision du jury réuni le \(sitting.date.label) sur \(matter) est révoquée."
    }
  }

  /// What follows a result by which nothing is ruled.
  private func next(_ result: AwardResult, _ sitting: Sitting) -> String {
    switch result {
    case .revoked:
      let revocation = deliberation.revocation
      return
        "Date : \(revocation?.date.label ?? ""). Auteur : \(revocation?.by ?? ""). Motif : \(revocation?.reason ?? ""). Le résultat révoqué était : \(revocation?.previous?.label ?? ""). Les documents délivrés sur son fondement ne valent plus ; le centre vous dira la suite."
    case .adjourned:
      return
        "Votre demande reste devant le jury\(sitting.conformity.remark.map { " (\($0))" } ?? "") ; le centre vous dira le jour de la prochaine séance. Rien de ce que la commission a noté n’est perdu."
    case .absent, .excused, .full, .partial, .nothing:
      return
        "Aucune capacité n’a été jugée. Prenez contact avec le centre pour une autre date ; votre dossier est conservé."
    }
  }

  private func heading(_ html: inout HTML, _ sitting: Sitting) {
    html.tag("div", [("class", "letterhead")]) { html in
      centre(&html)
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

  private func centre(_ html: inout HTML) {
    let centre = session.centre
    let lines = [
      "\(centre.name), \(centre.place)", centre.address?.street,
      centre.address.map { "\($0.postcode) \($0.town)" }, centre.phone, centre.email,
      centre.identifier.map { "Numéro d’identification : \($0)" },
    ].compactMap { $0 }
    html.tag("p") { html in
      for (index, line) in lines.enumerated() {
        if index > 0 { html.void("br") }
        html.text(line)
      }
    }
  }

  private func capacities(_ html: inout HTML) {
    html.table("Décision du jury, capacité par capacité", heads: ["Capacité", "Décision", "Motif"]) { html in
      for capacity in certification.capacities {
        guard let ruling = deliberation.rulings.first(where: { $0.code == capacity.code }) else { continue }
        html.tag("tr") { html in
          html.tag("th", [("scope", "row")], "\(capacity.code) \(capacity.label)")
          html.tag("td") { $0.badge(ruling.outcome.label, ruling.outcome.tone) }
          html.tag("td", ruling.reason ?? "—")
        }
      }
    }
  }

  /// A request for some blocs, all acquired, has obtained what it asked for.
  private func label(of result: AwardResult) -> String {
    let aimed = deliberation.blocs.filter(\.aimed)
    if result == .partial, aimed.count < deliberation.blocs.count, aimed.allSatisfy(\.acquired) {
      return aimed.count == 1 ? "le bloc demandé est acquis" : "les blocs demandés sont acquis"
    }
    return result.label
  }

  private func blocs(_ html: inout HTML) {
    html.table("Blocs de compétences", heads: ["Bloc", "Décision", "Capacités acquises"], class: "whole") {
      html in
      for bloc in deliberation.blocs {
        let title = certification.blocs.first { $0.code == bloc.code }?.title ?? ""
        html.row(
          "\(bloc.code) \(title)", [bloc.label, bloc.aimed ? "\(bloc.capacities) sur \(bloc.total)" : "—"])
      }
    }
    if !deliberation.held.isEmpty {
      let pieces = deliberation.held.map { "\($0.code) (délibération du \($0.date.label))" }
      html.tag("p", "Acquis à une session antérieure et conservé : \(French.list(pieces)).")
    }
  }

  private func rest(_ html: inout HTML, _ result: AwardResult) {
    let missing = deliberation.rulings.filter { $0.outcome != .acquired }.map(\.code)
    if result != .full && !missing.isEmpty {
      html.tag("h2", "Ce qui reste à faire")
      html.tag(
        "p",
        "Il vous reste à faire évaluer \(French.list(missing)). Le motif de chaque capacité non acquise dit ce qui a manqué ; votre accompagnateur peut vous aider à le préparer, par l’expérience ou par une formation."
      )
    }
    if result == .partial { retention(&html) }
  }

  /// How long what is acquired is kept: two texts differ, the centre says which applies.
  private func retention(_ html: inout HTML) {
    func span(_ months: Int) -> String {
      months == 0 ? "sans limite de durée" : "\(months) mois à compter de la délibération"
    }
    let parameters = session.parameters
    let applied = [
      parameters.heldCapacityMonths.map { "une capacité : \(span($0))" },
      parameters.heldBlocMonths.map { "un bloc : \(span($0))" },
    ].compactMap { $0 }
    html.tag(
      "p",
      "Conservation de ce qui est acquis. La fiche du répertoire dit : validité \(certification.validity). L’accord de branche du 8 novembre 2019 (art. 55.3) dit : vingt-quatre mois pour les capacités, cinq ans pour les blocs d’un CQPM enregistré. "
        + (applied.isEmpty
          ? "Le centre vous dira ce qui s’applique." : "Le centre applique : \(French.list(applied)).")
    )
  }
}

extension BlocResult {
  /// As printed: a bloc that the request does not aim at was not examined.
  var label: String { acquired ? "acquis" : aimed ? "non acquis" : "non visé par la demande" }
}

extension Session {
  /// Who signs a result: the two texts differ, the centre says which it follows.
  func signature(_ certification: Certification) -> String {
    let signer = signers.first { $0.signs == .result }.map { "\($0.name), \($0.function)" }
    let quality =
      switch parameters.resultSigner {
      case .certifier: "Pour le certificateur (\(certification.authority))"
      case .chair: "La présidence du jury"
      case nil: "Le certificateur ou la présidence du jury, selon ce que le centre applique"
      }
    return [quality, signer].compactMap { $0 }.joined(separator: " : ")
  }
}

extension HTML {
  /// The place of a date and a signature, filled by hand.
  mutating func signature(at centre: Centre, _ who: String) {
    tag("div", [("class", "signature")]) { html in
      html.tag("p", "Fait à \(centre.place), le ……………………")
      html.tag("p", who)
    }
  }
}
