/// The parts of the pages that people fill.
enum FormParts {
  /// The characters of a line, by the schema (`line`); checked when the page saves, for a browser cuts without a word.
  static let most = ("data-most", "600")

  /// A page to fill: its heading, what to do with it, its form and its buttons.
  /// - Parameters:
  ///   - script: what is this page’s own.
  ///   - form: the attributes of the form.
  ///   - file: what the page saves.
  static func page(
    _ title: String, _ intro: String, script: [UInt8], form: [(String, String)], file: String,
    _ content: (inout HTML) -> Void
  ) -> [UInt8] {
    HTML.page(title: title, scripts: [PackageResources.forms_js, script]) { html in
      html.tag("header", [("class", "top")]) { html in
        html.tag("h1", title)
        html.tag("p", intro)
      }
      html.tag("main", [("id", "main")]) { html in
        html.tag("form", form + [("novalidate", "")]) { html in
          content(&html)
          buttons(&html, "Enregistrer \(file)")
        }
      }
    }
  }

  /// A labelled field.
  static func field(
    _ html: inout HTML, _ name: String, label: String, type: String = "text", value: String = ""
  ) {
    html.tag("p") { html in
      html.tag("label", [("for", name)], label)
      html.void(
        "input", [("id", name), ("name", name), ("type", type), ("value", value), most])
    }
  }

  /// A labelled text of several lines.
  /// - Parameters:
  ///   - most: the characters that the schema allows.
  ///   - isLines: whether each line is one answer.
  static func text(
    _ html: inout HTML, _ name: String, label: String, most: Int = 600, isLines: Bool = false
  ) {
    html.tag("p") { html in
      html.tag("label", [("for", name)], label)
      html.tag(
        "textarea",
        [("id", name), ("name", name), ("rows", "2"), ("data-most", String(most))]
          + (isLines ? [("data-lines", "true")] : []), "")
    }
  }

  /// Who takes a result back, when and why; hidden until it is asked for.
  static func revocation(_ html: inout HTML, _ prefix: String, what: String) {
    html.tag("fieldset", [("id", prefix + "revocation"), ("class", "choices revocation"), ("hidden", "")]) {
      html in
      html.tag("legend", what)
      field(&html, prefix + "revocation.on", label: "Le", type: "date")
      field(&html, prefix + "revocation.by", label: "Par (nom et qualité)")
      field(&html, prefix + "revocation.reason", label: "Motif")
    }
  }

  /// One choice among a few, the empty one first.
  static func choices(
    _ html: inout HTML, _ name: String, legend: String, choices: [(String, String)], chosen: String,
    isTitled: Bool = false
  ) {
    html.tag("fieldset", [("class", "choices")]) { html in
      html.tag("legend", isTitled ? [] : [("class", "hidden")], legend)
      for (value, label) in choices {
        var attributes = [("type", "radio"), ("name", name), ("value", value)]
        if value == chosen { attributes.append(("checked", "")) }
        html.tag("label") { html in
          html.void("input", attributes)
          html.text(label)
        }
      }
    }
  }

  static func tick(_ html: inout HTML, _ name: String, label: String, isOn: Bool = false) {
    html.tag("label", [("class", "tick")]) { html in
      html.void("input", [("type", "checkbox"), ("name", name)] + (isOn ? [("checked", "")] : []))
      html.text(label)
    }
  }

  static func reopen(_ html: inout HTML, _ label: String) {
    html.tag("p") { html in
      html.tag("label", [("for", "reopen")], label)
      html.void("input", [("id", "reopen"), ("type", "file"), ("accept", ".xml")])
    }
  }

  private static func buttons(_ html: inout HTML, _ label: String) {
    html.tag("div", [("class", "buttons")]) { html in
      html.tag("button", [("type", "submit")], label)
      html.tag("button", [("type", "button"), ("id", "forget")], "Effacer le brouillon")
      html.tag("div", [("id", "said"), ("class", "said"), ("role", "status"), ("aria-live", "polite")], "")
    }
  }
}
