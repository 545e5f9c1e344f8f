import Schemas

/// The parts of the pages that people fill.
enum FormParts {
  /// What a page to fill is made of, beside its fields.
  struct Frame {
    let title: String
    /// What to do with the page.
    let intro: String
    /// What is this page’s own; what all share is added.
    let script: [UInt8]
    /// The root of the document that the page saves, and the attributes that it has from the start.
    let root: FormElement
    let own: KeyValuePairs<String, String>
    /// Under which name a browser keeps the draft.
    let draft: String
    /// What the script reads beside the structure of the document.
    let data: [(String, JSON)]
    /// The document that the dossier already has: the page opens with it.
    var kept: [UInt8]? = nil
  }

  /// A page to fill: its heading, what to do with it, its form and its buttons.
  static func page(_ frame: Frame, _ content: (inout HTML) -> Void) -> [UInt8] {
    HTML.page(
      title: frame.title, scripts: [PackageResources.forms_js, PackageResources.document_js, frame.script],
      data: .object(
        [("schema", frame.root.structure)] + frame.data
          + (frame.kept.map { [("kept", .text(String(decoding: $0, as: UTF8.self)))] } ?? []))
    ) { html in
      html.tag("header", [("class", "top")]) { html in
        html.tag("h1", frame.title)
        html.tag("p", frame.intro)
      }
      html.tag("main", [("id", "main")]) { html in
        let attributes = [("data-draft", frame.draft), ("novalidate", "")]
        html.tag("form", frame.root.rootBound(frame.own) + attributes) { html in
          content(&html)
          buttons(&html, "Enregistrer \(frame.root.name).xml")
        }
      }
    }
  }

  /// A labelled field of one line, of the type that the schema gives it.
  /// - Parameters:
  ///   - label: that of the schema when nil.
  ///   - missing: what the page says when it is left empty; for what must be there.
  static func field(
    _ html: inout HTML, _ name: String, for leaf: FormElement.Leaf, label: String? = nil, value: String = "",
    missing: String? = nil
  ) {
    html.tag("p") { html in
      html.tag("label", [("for", name)], label ?? leaf.label)
      html.void("input", [("id", name)] + line(name, for: leaf, value: value) + said(missing))
    }
  }

  /// A field of one line that a table names.
  static func cell(
    _ html: inout HTML, _ name: String, for leaf: FormElement.Leaf, label: String, value: String = ""
  ) {
    html.void("input", line(name, for: leaf, value: value) + [("aria-label", label)])
  }

  /// A labelled text of several lines; several answers where the schema takes several.
  static func text(_ html: inout HTML, _ name: String, for leaf: FormElement.Leaf, label: String? = nil) {
    let isLine = leaf.text?.isLine ?? true
    let each = leaf.part.isMany ? (isLine ? " (un par ligne)" : " (une ligne vide entre deux)") : ""
    html.tag("p") { html in
      html.tag("label", [("for", name)], (label ?? leaf.label) + each)
      html.tag("textarea", [("id", name), ("name", name), ("rows", "2")] + leaf.attributes, "")
    }
  }

  /// A text of several lines that a table names.
  static func textCell(_ html: inout HTML, _ name: String, for leaf: FormElement.Leaf, label: String) {
    html.tag("textarea", [("name", name), ("rows", "2"), ("aria-label", label)] + leaf.attributes, "")
  }

  /// Who takes a result back, when and why; hidden until it is asked for.
  static func revocation(_ html: inout HTML, _ prefix: String, for place: FormElement, isResult: Bool = false)
  {
    let attributes = [("id", prefix + "revocation"), ("class", "choices revocation"), ("hidden", "")]
    html.tag("fieldset", attributes + place.bound()) { html in
      html.tag("legend", place.label)
      let prefix = prefix + "revocation."
      field(&html, prefix + "on", for: place.attribute("on"), missing: "la date")
      field(&html, prefix + "by", for: place.attribute("by"), missing: "l’auteur")
      field(&html, prefix + "reason", for: place.child("reason"), missing: "le motif")
      if isResult { hidden(&html, prefix + "previous", for: place.attribute("previous")) }
    }
  }

  /// A field that the script alone fills.
  static func hidden(_ html: inout HTML, _ name: String, for leaf: FormElement.Leaf) {
    html.tag(
      "textarea", [("name", name), ("hidden", ""), ("aria-label", leaf.label)] + leaf.attributes, "")
  }

  /// The values of an enumeration, as the schema names them.
  /// - Parameter isOffered: those to choose from.
  static func values(of leaf: FormElement.Leaf, where isOffered: (String) -> Bool = { _ in true }) -> [(
    String, String
  )] {
    (leaf.text?.values ?? []).filter { isOffered($0.value) }.map { ($0.value, $0.label) }
  }

  /// One choice among a few, the empty one first where there is one.
  /// - Parameters:
  ///   - leaf: what it fills; nil for a choice that the page alone uses.
  ///   - missing: what the page says when nothing is chosen.
  static func choices(
    _ html: inout HTML, _ name: String, for leaf: FormElement.Leaf?, legend: String,
    among choices: [(String, String)],
    chosen: String = "", isTitled: Bool = false, missing: String? = nil
  ) {
    html.tag("fieldset", [("class", "choices")]) { html in
      html.tag("legend", isTitled ? [] : [("class", "hidden")], legend)
      for (value, label) in choices {
        html.tag("label") { html in
          html.void(
            "input",
            [("type", "radio"), ("name", name), ("value", value)] + (leaf.map { [$0.binding] } ?? [])
              + said(missing) + (value == chosen ? [("checked", "")] : []))
          html.text(label)
        }
      }
    }
  }

  /// A box to tick.
  /// - Parameter bound: what it stands for in the document; nothing for a box that the page alone uses.
  static func tick(
    _ html: inout HTML, _ name: String, label: String, bound: [(String, String)] = [], isOn: Bool = false
  ) {
    html.tag("label", [("class", "tick")]) { html in
      html.void("input", [("type", "checkbox"), ("name", name)] + bound + (isOn ? [("checked", "")] : []))
      html.text(label)
    }
  }

  static func reopen(_ html: inout HTML, _ label: String) {
    html.tag("p") { html in
      html.tag("label", [("for", "reopen")], label)
      html.void("input", [("id", "reopen"), ("type", "file"), ("accept", ".xml")])
    }
  }

  private static func line(_ name: String, for leaf: FormElement.Leaf, value: String) -> [(String, String)] {
    let types = ["day": "date", "clock": "time", "count": "number"]
    let range = leaf.text?.range.map { [("min", $0.lowerBound), ("max", $0.upperBound)] } ?? []
    return [("name", name), ("type", types[leaf.part.type] ?? "text"), ("value", value)] + range
      + leaf.attributes
  }

  private static func said(_ missing: String?) -> [(String, String)] {
    missing.map { [("data-missing", $0)] } ?? []
  }

  private static func buttons(_ html: inout HTML, _ label: String) {
    html.tag("div", [("class", "buttons")]) { html in
      html.tag("button", [("type", "submit")], label)
      html.tag("button", [("type", "button"), ("id", "forget")], "Effacer le brouillon")
      html.tag("div", [("id", "said"), ("class", "said"), ("role", "status"), ("aria-live", "polite")], "")
    }
  }
}
