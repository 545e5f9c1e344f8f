import Artefacts
import XML

/// The session at a glance: every dossier, where it stands, and the way to its page.
package enum IndexPage {
  /// The page of a session.
  package static func page(
    _ session: Session, _ certification: Certification, _ lines: [Line], _ toDo: [ToDo]
  ) -> [UInt8] {
    HTML.page(title: "Session \(session.id) — \(session.title)") { html in
      html.tag("a", [("class", "skip"), ("href", "#main")], "Aller au contenu")
      html.tag("header", [("class", "top")]) { html in
        html.tag("h1", session.title)
        html.tag("p", "\(session.centre.name), \(session.centre.place)")
        html.tag("p", "\(certification.title) — \(certification.code)")
        html.tag("p", "État des dossiers au \(session.asOf.label)")
      }
      html.tag("main", [("id", "main")]) { html in
        self.toDo(&html, toDo, pages: Set(lines.filter(\.hasPage).map(\.id)))
        counts(&html, lines)
        table(&html, lines, certification: certification)
        messages(&html, lines)
      }
      html.tag("footer") { html in
        html.tag(
          "p",
          "Document préparé par \(Tool.name). L’outil prépare, contrôle et consigne ; des personnes décident."
        )
      }
    }
  }

  /// One dossier of the index.
  package struct Line {
    /// The dossier’s folder, and the name as printed.
    let id: String
    let name: String
    let standing: DossierStatus
    let outcome: AdmissibilityOutcome?
    /// Capacities that the dossier covers, when the mapping exists.
    let covered: Int?
    /// Findings that ask for a person.
    let toSee: Int
    /// How many files were handed in before the dossier itself.
    let received: Int
    /// What is due next, in words, and whether it is near or past.
    let due: (words: String, isPressing: Bool)?
    let hasPage: Bool
    let diagnostics: [Diagnostic]

    package init(
      id: String, name: String, standing: DossierStatus, outcome: AdmissibilityOutcome? = nil,
      covered: Int? = nil,
      toSee: Int, received: Int = 0, due: (words: String, isPressing: Bool)? = nil, hasPage: Bool,
      diagnostics: [Diagnostic]
    ) {
      (self.id, self.name, self.standing, self.outcome) = (id, name, standing, outcome)
      (self.covered, self.toSee, self.hasPage) = (covered, toSee, hasPage)
      (self.received, self.due) = (received, due)
      self.diagnostics = diagnostics
    }
  }

  private static func toDo(_ html: inout HTML, _ all: [ToDo], pages: Set<String>) {
    if all.isEmpty { return }
    html.section("todo", "À faire maintenant") { html in
      html.tag("ul", [("class", "todo")]) { html in
        for each in all {
          html.tag("li") { html in
            html.badge(each.standing.label, each.standing.tone)
            html.tag("strong", each.step)
            html.tag("ul") { html in
              for dossier in each.dossiers.prefix(mostNamed) {
                html.tag("li") { html in
                  link(&html, dossier.id, dossier.name, hasPage: pages.contains(dossier.id))
                  guard let due = dossier.due else { return }
                  html.text(" — ")
                  if due.isPressing { html.badge("échéance", .fair) }
                  html.text(due.isPressing ? " " + due.words : due.words)
                }
              }
              let rest = each.dossiers.count - mostNamed
              if rest > 0 {
                html.tag("li", French.count(rest, "autre", many: "autres") + ", dans le tableau ci-dessous")
              }
            }
          }
        }
      }
    }
  }

  /// How many dossiers of one kind are named before the table names them all.
  private static let mostNamed = 20

  private static func link(_ html: inout HTML, _ id: String, _ name: String, hasPage: Bool) {
    guard hasPage else { return html.text(name) }
    html.tag("a", [("href", id.percentEncoded + "/jury.html")], name)
  }

  private static func counts(_ html: inout HTML, _ lines: [Line]) {
    html.section("counts", French.count(lines.count, "dossier", many: "dossiers")) { html in
      html.tag("ul", [("class", "count")]) { html in
        for standing in DossierStatus.allCases {
          let count = lines.count { $0.standing == standing }
          if count > 0 { html.tag("li") { $0.badge("\(standing.label) : \(count)", standing.tone) } }
        }
      }
    }
  }

  private static func table(_ html: inout HTML, _ lines: [Line], certification: Certification) {
    let total = certification.capacities.count
    html.section("dossiers", "Dossiers") { html in
      html.table(
        "Chaque candidat et son dossier",
        heads: ["Candidat", "État", "Recevabilité", "Échéance", "Capacités couvertes", "À voir"]
      ) { html in
        for line in lines {
          html.tag("tr") { html in
            html.tag("th", [("scope", "row")]) { html in
              link(&html, line.id, line.name, hasPage: line.hasPage)
            }
            html.tag("td") { html in
              html.badge(line.standing.label, line.standing.tone)
              if line.received > 0 {
                html.text(" " + French.count(line.received, "fichier reçu", many: "fichiers reçus"))
              }
            }
            html.tag("td", line.outcome?.label ?? "—")
            html.tag("td") { html in
              guard let due = line.due else { return html.text("—") }
              if due.isPressing { html.badge("à faire", .fair) }
              html.text(due.isPressing ? " " + due.words : due.words)
            }
            html.tag("td", line.covered.map { "\($0) sur \(total)" } ?? "—")
            html.tag(
              "td",
              line.toSee + line.diagnostics.count == 0
                ? "—" : String(line.toSee + line.diagnostics.count))
          }
        }
      }
    }
  }

  private static func messages(_ html: inout HTML, _ lines: [Line]) {
    if lines.allSatisfy(\.diagnostics.isEmpty) { return }
    html.section("messages", "Documents à corriger") { html in
      for line in lines where !line.diagnostics.isEmpty {
        html.tag("h3", line.id)
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
