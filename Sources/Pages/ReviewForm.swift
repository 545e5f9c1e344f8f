import Artefacts

/// The page on which an adviser confirms, dismisses or adds links with a click: one file, nothing fetched, nothing sent.
package struct ReviewForm {
  let intake: Intake
  let mapping: Mapping
  let certification: Certification
  /// The number of the request.
  let number: String
  let candidate: String
  /// The dossier’s name, shown and kept with the draft.
  let dossier: String

  package init(
    intake: Intake, mapping: Mapping, certification: Certification, number: String, candidate: String,
    dossier: String
  ) {
    self.candidate = candidate
    self.number = number
    (self.intake, self.mapping, self.certification) = (intake, mapping, certification)
    self.dossier = dossier
  }

  private let review = FormElement.root("review")

  /// The page, as it is written.
  package func render() -> [UInt8] {
    let frame = FormParts.Frame(
      title: "Relecture des rapprochements — \(dossier)",
      intro:
        "Lisez chaque situation, puis confirmez, écartez ou ajoutez une capacité. Rien ne quitte cette page : « Enregistrer » crée review.xml, à placer dans le dossier du candidat.",
      script: PackageResources.review_js, root: review, own: ["number": number, "candidate": candidate],
      draft: "review:\(dossier)",
      data: [])
    return FormParts.page(frame) { html in
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
      FormParts.field(
        &html, "by", for: review.attribute("by"), value: mapping.reviewedBy ?? "",
        missing: "Écrivez votre nom.")
      FormParts.field(
        &html, "on", for: review.attribute("on"), value: mapping.reviewedOn?.spelling ?? "",
        missing: "Indiquez la date de la relecture.")
      FormParts.reopen(&html, "Rouvrir un review.xml déjà enregistré")
    }
  }

  private func situation(_ html: inout HTML, _ situation: Situation, mapped: MappedSituation) {
    let read = review.element("read").bound(["situation": situation.id, "sha256": mapped.digest])
    html.tag("article", [("class", "situation"), ("id", situation.id)]) { html in
      html.tag("h2", read, "\(situation.id) — \(situation.title)")
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
    let item = review.element("item")
    html.tag("tr", item.bound(["situation": situation, "capacity": capacity.code])) { html in
      html.tag("th", [("scope", "row")], "\(capacity.code) \(capacity.short)")
      html.tag("td", link?.claimed == true ? "revendiquée" : "—")
      html.tag("td") { html in proposal(&html, link) }
      html.tag("td") { html in
        FormParts.choices(
          &html, name, for: item.attribute("verdict"),
          legend: "Avis sur \(capacity.code) dans \(situation)", among: verdicts(on: link),
          chosen: link?.verdict?.rawValue ?? "")
      }
      html.tag("td") { html in
        FormParts.cell(
          &html, name + ".reason", for: item.child("reason"),
          label: "Motif pour \(capacity.code) dans \(situation)", value: link?.reason ?? "")
      }
    }
  }

  private func proposal(_ html: inout HTML, _ link: CapacityLink?) {
    guard let proposed = link?.proposed, let percent = link?.probability else { return html.text("—") }
    html.text("\(proposed.label), \(percent)\u{202F}%")
    let words = link?.passages.flatMap(\.words) ?? []
    if !words.isEmpty { html.tag("div", [("class", "soft")], words.prefix(6).joined(separator: ", ")) }
  }

  /// What is claimed or proposed is confirmed or dismissed; what is neither may be added.
  private func verdicts(on link: CapacityLink?) -> [(String, String)] {
    let isOpen = link.map { $0.claimed || $0.proposed != nil } ?? false
    let values = FormParts.values(of: review.element("item").attribute("verdict")) {
      ($0 == Verdict.added.rawValue) != isOpen
    }
    return [("", isOpen ? "à voir" : "non")] + values
  }
}
