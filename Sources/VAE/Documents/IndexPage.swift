import XML

/// The session at a glance: every dossier, where it stands, and the way to its page.
enum IndexPage {
  static func page(_ session: Session, _ certification: Certification, _ lines: [Line]) -> [UInt8] {
    HTML.page(title: "Session \(session.id) — \(session.title)") { html in
      html.tag("a", [("class", "skip"), ("href", "#main")], "Aller au contenu")
      html.tag("header", [("class", "top")]) { html in
        html.tag("h1", session.title)
        html.tag("p", "\(session.centre.name), \(session.centre.place)")
        html.tag("p", "\(certification.title) — \(certification.code)")
        html.tag("p", "Situation au \(session.asOf.label)")
      }
      html.tag("main", [("id", "main")]) { html in
        counts(&html, lines)
        table(&html, lines, certification)
        messages(&html, lines)
      }
      html.tag("footer") { html in
        html.tag(
          "p",
          "Document préparé par \(Engine.name). L’outil prépare, contrôle et consigne ; des personnes décident."
        )
      }
    }
  }

  /// One dossier of the index.
  struct Line {
    let row: Row
    let hasPage: Bool
    let diagnostics: [Diagnostic]
  }

  private static func counts(_ html: inout HTML, _ lines: [Line]) {
    html.section("counts", French.count(lines.count, "dossier", "dossiers")) { html in
      html.tag("ul", [("class", "count")]) { html in
        for standing in Standing.allCases {
          let count = lines.count { $0.row.standing == standing }
          if count > 0 { html.tag("li") { $0.badge("\(standing.label) : \(count)", standing.tone) } }
        }
      }
    }
  }

  private static func table(_ html: inout HTML, _ lines: [Line], _ certification: Certification) {
    let total = certification.blocs.flatMap(\.capacities).count
    html.section("dossiers", "Dossiers") { html in
      html.table(
        "Chaque candidat et son dossier",
        heads: ["Candidat", "Situation", "Recevabilité", "Capacités appuyées", "À voir"]
      ) { html in
        for line in lines {
          let row = line.row
          html.tag("tr") { html in
            html.tag("th", [("scope", "row")]) { html in
              if line.hasPage {
                html.tag("a", [("href", Link.encoded(row.id) + "/jury.html")], row.name)
              } else {
                html.text(row.name)
              }
            }
            html.tag("td") { $0.badge(row.standing.label, row.standing.tone) }
            html.tag("td", row.outcome?.label ?? "—")
            html.tag("td", row.covered.map { "\($0) sur \(total)" } ?? "—")
            html.tag(
              "td",
              row.toSee + line.diagnostics.count == 0
                ? "—" : String(row.toSee + line.diagnostics.count))
          }
        }
      }
    }
  }

  private static func messages(_ html: inout HTML, _ lines: [Line]) {
    if lines.allSatisfy(\.diagnostics.isEmpty) { return }
    html.section("messages", "Documents à corriger") { html in
      for line in lines where !line.diagnostics.isEmpty {
        html.tag("h3", line.row.id)
        html.tag("ul") { html in
          for diagnostic in line.diagnostics {
            html.tag("li") { html in
              html.text(
                "\(diagnostic.file ?? "")\(diagnostic.line.map { ", ligne \($0)" } ?? "") : \(diagnostic.message)"
              )
              if let advice = diagnostic.advice { html.tag("div", [("class", "remedy")], advice) }
            }
          }
        }
      }
    }
  }
}
