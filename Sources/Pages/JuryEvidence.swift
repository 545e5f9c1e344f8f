import Artefacts

extension JuryPage {
  /// The index of evidence, each sound file a click away.
  func evidence(_ html: inout HTML, _ intake: Intake) {
    html.section("evidence", "Pièces") { html in
      if intake.items.isEmpty { return html.tag("p", "Le candidat n’annonce aucune pièce.") }
      html.table(
        "Pièces annoncées, dans l’ordre du candidat",
        heads: ["Nº", "Pièce", "Nature", "Date et auteur", "Fichier", "État", "Situations"]
      ) { html in
        for item in intake.items { row(&html, item, intake: intake) }
      }
    }
  }

  private func row(_ html: inout HTML, _ item: BoundEvidence, intake: Intake) {
    let users = intake.situations.filter { $0.uses.contains { $0.evidence == item.id } }.map(\.id)
    html.tag("tr", [("id", item.id)]) { html in
      html.tag("th", [("scope", "row")], item.id)
      html.tag("td", item.title)
      html.tag("td", item.kind.label)
      html.tag("td", [item.date?.label, item.author].compactMap { $0 }.joined(separator: ", "))
      html.tag("td") { html in
        if item.state == .present {
          html.tag("a", [("href", Evidence.folder + "/" + item.file.percentEncoded)], item.file)
          for (index, view) in item.views.enumerated() {
            let label = item.views.count == 1 ? "en JPEG" : "page \(index + 1) en JPEG"
            html.text(", ")
            html.tag("a", [("href", "\(BoundEvidence.views)/\(view.percentEncoded)")], label)
          }
          if let type = item.type, let size = item.size {
            html.text(" (\(type.label), \(French.number(max(1, size / 1024))) Kio)")
          }
        } else {
          html.text(item.file)
        }
      }
      html.tag("td") { html in
        html.badge(item.state.label, item.state == .present ? .good : .poor)
      }
      html.tag("td", users.isEmpty ? "aucune" : users.joined(separator: ", "))
    }
  }

  /// What was handed in before the dossier itself.
  var received: [StoredFile] { intake == nil ? inventory?.files ?? [] : [] }

  /// The files that wait for the dossier that is to speak of them.
  func handIn(_ html: inout HTML) {
    html.section("received", "Fichiers reçus") { html in
      html.tag(
        "p", [("class", "note")],
        "Le dossier de preuves lui-même n’est pas encore déposé : aucun de ces fichiers n’est rattaché à une situation ni à une capacité."
      )
      html.table(
        "Fichiers reçus, dans l’ordre de leur nom",
        heads: ["Fichier", "Venu de", "Type", "Taille", "Ce qui a été vu"]
      ) { html in
        for file in received {
          html.tag("tr") { html in
            html.tag("th", [("scope", "row")], file.name)
            html.tag("td", file.origin ?? Evidence.folder)
            html.tag("td", file.type.label)
            html.tag("td", "\(French.number(max(1, file.size / 1024))) Kio")
            html.tag("td", file.problems.isEmpty ? "—" : French.list(file.problems.map(\.kind.label)))
          }
        }
      }
    }
  }
}
