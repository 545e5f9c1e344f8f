import Artefacts

/// The page on which an adviser confirms, dismisses or adds links with a click: one file, nothing fetched, nothing sent.
package struct ReviewForm {
  let intake: Intake
  let mapping: Mapping
  let certification: Certification
  /// The dossier’s name, shown and kept with the draft.
  let dossier: String

  package init(intake: Intake, mapping: Mapping, certification: Certification, dossier: String) {
    (self.intake, self.mapping, self.certification) = (intake, mapping, certification)
    self.dossier = dossier
  }

  package func render() -> [UInt8] {
    FormParts.page(
      "Relecture des rapprochements — \(dossier)",
      "Lisez chaque situation, puis confirmez, écartez ou ajoutez une capacité. Rien ne quitte cette page : « Enregistrer » crée review.xml, à placer dans le dossier du candidat.",
      script: PackageResources.review_js, form: [("data-draft", "review:\(dossier)")], file: "review.xml"
    ) { html in
      reviewer(&html)
      for situation in intake.situations {
        if let mapped = mapping.situations.first(where: { $0.id == situation.id }) {
          self.situation(&html, situation, mapped: mapped)
        }
      }
    }
  }

  private func reviewer(_ html: inout HTML) {
    html.section("reviewer", "Accompagnateur") { html in
      FormParts.field(&html, "by", label: "Nom", value: mapping.reviewedBy ?? "")
      FormParts.field(
        &html, "on", label: "Date de la relecture", type: "date", value: mapping.reviewedOn?.spelling ?? "")
      FormParts.reopen(&html, "Rouvrir un review.xml déjà enregistré")
    }
  }

  private func situation(_ html: inout HTML, _ situation: Situation, mapped: MappedSituation) {
    html.tag(
      "article",
      [
        ("class", "situation"), ("id", situation.id), ("data-situation", situation.id),
        ("data-digest", mapped.digest),
      ]
    ) { html in
      html.tag("h2", "\(situation.id) — \(situation.title)")
      if let period = [situation.organisation, situation.period].compactMap({ $0 }).joined(separator: ", ")
        .nonEmpty
      {
        html.tag("p", period)
      }
      Highlight.narrative(situation, mapped, heading: "h3", html: &html)
      html.table(
        "Capacités de \(situation.id)", heads: ["Capacité", "Candidat", "Proposition", "Votre avis", "Motif"]
      ) { html in
        for capacity in certification.capacities {
          row(
            &html, situation.id, capacity: capacity, link: mapped.links.first { $0.capacity == capacity.code }
          )
        }
      }
    }
  }

  private func row(_ html: inout HTML, _ situation: String, capacity: Capacity, link: CapacityLink?) {
    let name = "\(situation).\(capacity.code)"
    html.tag("tr", [("data-capacity", capacity.code)]) { html in
      html.tag("th", [("scope", "row")], "\(capacity.code) \(capacity.short)")
      html.tag("td", link?.claimed == true ? "revendiquée" : "—")
      html.tag("td") { html in
        if let proposed = link?.proposed, let percent = link?.probability {
          html.text("\(proposed.label), \(percent)\u{202F}%")
          let words = link?.passages.flatMap(\.words) ?? []
          if !words.isEmpty { html.tag("div", [("class", "soft")], words.prefix(6).joined(separator: ", ")) }
        } else {
          html.text("—")
        }
      }
      html.tag("td") { html in
        let isOpen = link.map { $0.claimed || $0.proposed != nil } ?? false
        let choices: [(String, String)] =
          isOpen
          ? [
            ("", "à voir"), (Verdict.confirmed.rawValue, "confirmer"),
            (Verdict.dismissed.rawValue, "écarter"),
          ]
          : [("", "non"), (Verdict.added.rawValue, "ajouter")]
        FormParts.choices(
          &html, name, legend: "Avis sur \(capacity.code) dans \(situation)", choices: choices,
          chosen: link?.verdict?.rawValue ?? "")
      }
      html.tag("td") { html in
        html.void(
          "input",
          [
            ("name", name + ".reason"), ("aria-label", "Motif pour \(capacity.code) dans \(situation)"),
            ("value", link?.reason ?? ""), FormParts.most,
          ])
      }
    }
  }
}
