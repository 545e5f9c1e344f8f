import Artefacts

/// One sheet for each bloc that a jury has acquired to a candidate (R335-10: attestations for the parts obtained). A bloc
/// kept whole from an earlier session has its own already.
struct BlocAttestation {
  let request: Request
  let certification: Certification
  let session: Session
  let deliberation: Deliberation

  func render(_ html: inout HTML, _ sitting: Sitting) {
    let ruled = Set(deliberation.rulings.map(\.code))
    for bloc in deliberation.blocs where bloc.acquired {
      guard let known = certification.blocs.first(where: { $0.code == bloc.code }),
        known.capacities.contains(where: { ruled.contains($0.code) })
      else { continue }
      let kept = deliberation.held.filter { piece in known.capacities.contains { $0.code == piece.code } }
      html.tag("main", [("class", "sheet")]) { html in
        html.tag("h1", [("class", "letter")], "Attestation de bloc de compétences")
        html.tag("p", "\(session.centre.name), \(session.centre.place)")
        html.tag(
          "p",
          "\(request.person.civility) \(identity) a acquis par la validation des acquis de l’expérience, par décision du jury paritaire du \(sitting.date.label), le bloc suivant :"
        )
        html.tag("h2", "\(bloc.code) — \(known.title)")
        html.tag("p", "\(certification.title) — \(certification.code)")
        html.tag("ul") { html in for each in known.capacities { html.tag("li", "\(each.code) \(each.label)") }
        }
        for piece in kept {
          html.tag("p", "\(piece.code) : acquis par délibération du \(piece.date.label), et conservé.")
        }
        html.signature(at: session.centre, "Pour le centre d’examen")
      }
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
