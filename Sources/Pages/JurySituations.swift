import Artefacts

extension JuryPage {
  /// Each situation as the candidate wrote it, with the passages that carry each proposal.
  func situations(_ html: inout HTML, _ intake: Intake) {
    html.section("situations", "Situations décrites") { html in
      for situation in intake.situations {
        let mapped = mapping?.situations.first { $0.id == situation.id }
        html.tag("article", [("class", "situation"), ("id", situation.id)]) { html in
          html.tag("h3", "\(situation.id) — \(situation.title)")
          html.tag(
            "p",
            [situation.organisation, situation.period].compactMap { $0 }.joined(separator: ", ")
          )
          cited(&html, situation, intake: intake)
          Highlight.narrative(situation, mapped, heading: "h4", html: &html)
          if let mapped { links(&html, mapped) }
        }
      }
    }
  }

  private func cited(_ html: inout HTML, _ situation: Situation, intake: Intake) {
    if situation.uses.isEmpty { return }
    html.tag("p") { html in
      html.text("Pièces citées : ")
      for (index, use) in situation.uses.enumerated() {
        if index > 0 { html.text(", ") }
        html.tag("a", [("href", "#" + use.evidence)], use.evidence)
      }
    }
  }

  private func links(_ html: inout HTML, _ mapped: MappedSituation) {
    let shown = mapped.links.filter { !$0.passages.isEmpty || $0.claimed || $0.verdict != nil }
    if shown.isEmpty { return html.tag("p", "Aucun rapprochement trouvé dans ce texte.") }
    html.tag("h4", "Rapprochements et passages")
    for link in shown {
      html.tag("div", [("id", "\(mapped.id)-\(link.capacity)")]) { html in
        html.tag("p") { html in
          html.tag("strong", "\(link.capacity) \(short(link.capacity))")
          html.text(" — " + describe(link))
        }
        for passage in link.passages {
          html.tag("blockquote") { html in
            html.text("« \(passage.quote) »")
            html.tag("div") { $0.tag("em", "Expressions : \(passage.words.joined(separator: ", "))") }
          }
        }
      }
    }
  }

  private func describe(_ link: CapacityLink) -> String {
    var parts: [String] = []
    parts.append(link.proposed.map { "rapprochement \($0.label)" } ?? "non retrouvée dans le texte")
    parts.append(link.claimed ? "revendiquée par le candidat" : "non revendiquée")
    if let verdict = link.verdict { parts.append("accompagnateur : \(verdict.label)") }
    if let reason = link.reason { parts.append(reason) }
    return parts.joined(separator: " ; ")
  }

  func short(_ code: String) -> String { certification.short(of: code) }
}

extension Situation {
  /// `du 1er mars 2019 au 30 juin 2021`; nil when the candidate did not say.
  var period: String? {
    start.map { "du \($0.label) \(end.map { "au \($0.label)" } ?? "à ce jour")" }
  }
}

/// Puts passages in relief inside the text they come from.
enum Highlight {
  /// The story of a situation, section by section, its paragraphs counted through.
  static func narrative(
    _ situation: Situation, _ mapped: MappedSituation?, heading: String, html: inout HTML
  ) {
    var rank = 0
    for section in situation.sections {
      html.tag(heading, section.kind.label)
      for text in section.paragraphs {
        rank += 1
        html.tag("p") { html in paragraph(text, marks(of: mapped, paragraph: rank), html: &html) }
      }
    }
  }

  struct Mark {
    let start: Int
    let end: Int
    var capacities: [String]
  }

  /// The marked sentences of a paragraph, each with the capacities that it supports. Passages are whole
  /// sentences: two of them are the same one or do not touch.
  private static func marks(of mapped: MappedSituation?, paragraph: Int) -> [Mark] {
    var marks: [Mark] = []
    for link in mapped?.links ?? [] {
      for passage in link.passages where passage.paragraph == paragraph {
        if let index = marks.firstIndex(where: { $0.start == passage.start }) {
          marks[index].capacities.append(link.capacity)
        } else {
          marks.append(
            Mark(start: passage.start, end: passage.start + passage.length, capacities: [link.capacity]))
        }
      }
    }
    return marks.sorted { $0.start < $1.start }
  }

  private static func paragraph(_ text: String, _ marks: [Mark], html: inout HTML) {
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var position = 0
    func take(upTo end: Int) -> String {
      let from = index
      index = scalars.index(index, offsetBy: end - position, limitedBy: scalars.endIndex) ?? scalars.endIndex
      position = end
      return String(scalars[from..<index])
    }
    for mark in marks where mark.start >= position {
      html.text(take(upTo: mark.start))
      html.tag("mark") { html in
        html.text(take(upTo: mark.end))
        html.tag("sup", mark.capacities.joined(separator: ", "))
      }
    }
    html.text(String(scalars[index...]))
  }
}
