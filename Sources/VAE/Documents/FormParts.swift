/// The parts of the pages that people fill.
enum FormParts {
  /// A labelled field.
  static func field(
    _ html: inout HTML, _ name: String, _ label: String, type: String = "text", value: String = ""
  ) {
    html.tag("p") { html in
      html.tag("label", [("for", name)], label)
      html.void(
        "input", [("id", name), ("name", name), ("type", type), ("value", value), ("maxlength", "500")])
    }
  }

  /// A labelled text of several lines.
  static func text(_ html: inout HTML, _ name: String, _ label: String, value: String = "") {
    html.tag("p") { html in
      html.tag("label", [("for", name)], label)
      html.tag("textarea", [("id", name), ("name", name), ("rows", "2"), ("maxlength", "500")], value)
    }
  }

  /// One choice among a few, the empty one first.
  static func choices(
    _ html: inout HTML, _ name: String, _ legend: String, _ choices: [(String, String)], chosen: String
  ) {
    html.tag("fieldset", [("class", "choices")]) { html in
      html.tag("legend", [("class", "hidden")], legend)
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

  static func tick(_ html: inout HTML, _ name: String, _ label: String) {
    html.tag("label", [("class", "tick")]) { html in
      html.void("input", [("type", "checkbox"), ("name", name)])
      html.text(label)
    }
  }

  static func reopen(_ html: inout HTML, _ label: String) {
    html.tag("p") { html in
      html.tag("label", [("for", "reopen")], label)
      html.void("input", [("id", "reopen"), ("type", "file"), ("accept", ".xml")])
    }
  }

  static func buttons(_ html: inout HTML, _ label: String) {
    html.tag("div", [("class", "buttons")]) { html in
      html.tag("button", [("type", "submit")], label)
      html.tag("button", [("type", "button"), ("id", "forget")], "Effacer le brouillon")
      html.tag("p", [("id", "said"), ("class", "said"), ("role", "status"), ("aria-live", "polite")], "")
    }
  }
}
