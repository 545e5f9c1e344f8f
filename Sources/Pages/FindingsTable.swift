import Artefacts

extension HTML {
  /// The findings of a stage, what asks for a person first.
  mutating func findings(_ caption: String, _ findings: [Finding]) {
    let order: [FindingResult] = [.notSatisfied, .toDecide, .notEvaluated, .satisfied]
    table(caption, heads: ["Résultat", "Constat", "Éléments", "Source"]) { html in
      for result in order {
        for finding in findings where finding.result == result { html.finding(finding) }
      }
    }
  }

  private mutating func finding(_ finding: Finding) {
    tag("tr") { html in
      html.tag("th", [("scope", "row")]) { $0.badge(finding.result.label, finding.result.tone) }
      html.tag("td") { html in
        html.text(finding.message)
        if let remedy = finding.remedy { html.tag("div", [("class", "remedy")], remedy) }
      }
      html.tag("td", finding.figures.map { "\($0.name) : \($0.value)" }.joined(separator: " ; "))
      html.tag("td", finding.source ?? "—")
    }
  }
}
