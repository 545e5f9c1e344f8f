import Artefacts

extension JuryPage {
  /// Capacities down, situations across: who claims what, what the text suggests, what people said.
  func matrix(_ html: inout HTML, _ mapping: Mapping) {
    html.section("matrix", "Capacités et situations") { html in
      html.tag(
        "p",
        "« fort, probable, faible » : force du rapprochement proposé par l’outil, à lire avec le passage cité ; « revendiquée » : le candidat l’annonce ; « confirmé, écarté, ajouté » : avis de l’accompagnateur. Rien de cela n’est une décision."
      )
      let heads =
        ["Capacité"] + mapping.situations.map(\.id) + ["Couverture", "Pièces"]
        + (interview == nil ? [] : ["Commission"]) + (deliberation?.sitting == nil ? [] : ["Jury"])
      html.table("Chaque capacité et les situations qui la couvrent", heads: heads, class: "matrix") { html in
        for bloc in certification.blocs {
          html.tag("tr", [("class", "bloc")]) { html in
            html.tag(
              "th", [("scope", "rowgroup"), ("colspan", String(heads.count))],
              "Bloc \(bloc.code) — \(bloc.title)")
          }
          for capacity in bloc.capacities { row(&html, capacity, mapping: mapping) }
        }
      }
      legend(&html, mapping)
    }
  }

  private func row(_ html: inout HTML, _ capacity: Capacity, mapping: Mapping) {
    html.tag("tr") { html in
      html.tag("th", [("scope", "row"), ("title", capacity.label)], "\(capacity.code) \(capacity.short)")
      for situation in mapping.situations {
        let link = situation.links.first { $0.capacity == capacity.code }
        html.tag("td") { html in
          guard let link else { return html.text("—") }
          if let strength = link.proposed {
            html.tag("a", [("href", "#\(situation.id)-\(capacity.code)")], strength.label)
          }
          if link.claimed {
            html.tag("div", link.proposed == nil ? "revendiquée, non retrouvée" : "revendiquée")
          }
          if let verdict = link.verdict { html.tag("div") { $0.badge(verdict.label, .plain) } }
        }
      }
      if let coverage = mapping.coverage.first(where: { $0.capacity == capacity.code }) {
        html.tag("td") { $0.badge(coverage.level.label, coverage.level.tone) }
        html.tag("td", String(coverage.evidence))
      }
      if let interview {
        outcome(&html, interview.assessments.first { $0.capacity == capacity.code }?.outcome ?? .notAssessed)
      }
      if let deliberation, deliberation.sitting != nil {
        outcome(&html, deliberation.rulings.first { $0.code == capacity.code }?.outcome ?? .notAssessed)
      }
    }
  }

  private func outcome(_ html: inout HTML, _ outcome: CapacityOutcome) {
    html.tag("td") { $0.badge(outcome.label, outcome.tone) }
  }

  private func legend(_ html: inout HTML, _ mapping: Mapping) {
    html.tag("ul") { html in
      for situation in mapping.situations {
        html.tag("li") { html in
          html.tag("a", [("href", "#" + situation.id)], situation.id)
          html.text(" : \(situation.title)")
        }
      }
    }
    if let by = mapping.reviewedBy {
      html.tag("p", "Rapprochements relus par \(by)\(mapping.reviewedOn.map { ", le \($0.label)" } ?? "").")
    }
  }
}
