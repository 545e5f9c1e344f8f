import Artefacts

/// One sheet for each bloc that a jury has acquired to a candidate, and for each capacity whose bloc is not (R335-10:
/// attestations for the parts obtained). What is kept from an earlier session has its own already.
struct Attestations {
  let request: Request
  let certification: Certification
  let session: Session
  let deliberation: Deliberation

  func render(_ html: inout HTML, _ sitting: Sitting) {
    for bloc in certification.blocs {
      guard let result = deliberation.blocs.first(where: { $0.code == bloc.code }) else { continue }
      let ruled = bloc.capacities.filter { capacity in
        deliberation.rulings.contains { $0.code == capacity.code && $0.outcome == .acquired }
      }
      if ruled.isEmpty { continue }
      if result.acquired {
        sheet(&html, sitting, bloc)
      } else {
        for capacity in ruled { sheet(&html, sitting, capacity, of: bloc) }
      }
    }
  }

  private func sheet(_ html: inout HTML, _ sitting: Sitting, _ bloc: Bloc) {
    let kept = deliberation.held.filter { piece in bloc.capacities.contains { $0.code == piece.code } }
    sheet(&html, sitting, title: "Attestation de bloc de compétences", part: "le bloc suivant") { html in
      html.tag("h2", "\(bloc.code) — \(bloc.title)")
      html.tag("p", "\(certification.title) — \(certification.code)")
      html.tag("ul") { html in for each in bloc.capacities { html.tag("li", "\(each.code) \(each.label)") } }
      for piece in kept {
        html.tag("p", "\(piece.code) : acquis par délibération du \(piece.date.label), et conservé.")
      }
    }
  }

  private func sheet(_ html: inout HTML, _ sitting: Sitting, _ capacity: Capacity, of bloc: Bloc) {
    sheet(
      &html, sitting, title: "Attestation de capacité professionnelle", part: "la capacité suivante"
    ) { html in
      html.tag("h2", "\(capacity.code) — \(capacity.label)")
      html.tag("p", "\(certification.title) — \(certification.code)")
      html.tag(
        "p", "Cette capacité fait partie du bloc \(bloc.code), \(bloc.title), qui n’est pas acquis en entier."
      )
    }
  }

  private func sheet(
    _ html: inout HTML, _ sitting: Sitting, title: String, part: String, _ body: (inout HTML) -> Void
  ) {
    html.tag("main", [("class", "sheet")]) { html in
      html.tag("h1", [("class", "letter")], title)
      html.tag("p", "\(session.centre.name), \(session.centre.place)")
      html.tag(
        "p",
        "\(request.person.civility) \(identity) a acquis par la validation des acquis de l’expérience, par décision du jury paritaire du \(sitting.date.label), \(part) :"
      )
      body(&html)
      html.signature(at: session.centre, session.signature(certification))
    }
  }

  /// First name, name at birth, name used if another, birth.
  private var identity: String {
    let person = request.person
    let word = person.sex == .female ? "née" : "né"
    let usage = person.usageName.map { ", nom d’usage \($0.uppercased())" } ?? ""
    return
      "\(person.firstNames.first ?? "") \(person.birthName.uppercased())\(usage), \(word) le \(person.birth.date.label) \(French.at(person.birth.commune)),"
  }
}
