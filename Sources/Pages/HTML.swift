import Artefacts
import XML

/// Writes an HTML page. Text is escaped by construction: only `tag` writes markup.
struct HTML {
  private var writer = Writer()

  var bytes: [UInt8] { writer.bytes }

  /// An element with its content.
  mutating func tag(
    _ name: String, _ attributes: [(String, String)] = [], _ content: (inout HTML) -> Void
  ) {
    open(name, attributes)
    content(&self)
    writer.raw("</")
    writer.raw(name)
    writer.raw(HTML.inline.contains(name) ? ">" : ">\n")
  }

  /// An element that holds one piece of text.
  mutating func tag(_ name: String, _ attributes: [(String, String)], _ text: String) {
    tag(name, attributes) { $0.text(text) }
  }

  /// An element that holds one piece of text, without attributes.
  mutating func tag(_ name: String, _ text: String) { tag(name, [], text) }

  /// An element without content.
  mutating func void(_ name: String, _ attributes: [(String, String)] = []) {
    open(name, attributes)
    if name != "br" { writer.raw("\n") }
  }

  mutating func text(_ text: String) { writer.escaped(French.spaced(text), in: .text) }

  /// The frame of every page: French, self-contained, nothing fetched, nothing run.
  /// - Parameters:
  ///   - scripts: for the pages that people fill; their policy still allows no connection.
  ///   - data: what the scripts read.
  static func page(
    title: String, scripts: [[UInt8]] = [], data: JSON? = nil, _ body: (inout HTML) -> Void
  ) -> [UInt8] {
    var html = HTML()
    html.writer.raw("<!DOCTYPE html>\n")
    html.tag("html", [("lang", "fr")]) { html in
      html.tag("head") { html in
        html.void("meta", [("charset", "utf-8")])
        html.void("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
        html.void(
          "meta",
          [
            ("http-equiv", "Content-Security-Policy"),
            (
              "content",
              "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:"
                + (scripts.isEmpty ? "" : "; script-src 'unsafe-inline'; form-action 'none'; base-uri 'none'")
            ),
          ])
        html.void("meta", [("name", "robots"), ("content", "noindex")])
        html.tag("title", title)
        html.tag("style") { html in
          html.writer.bytes += PackageResources.acquis_css
          if !scripts.isEmpty { html.writer.bytes += PackageResources.forms_css }
        }
      }
      html.tag("body") { html in
        body(&html)
        if let data {
          html.tag("script", [("type", "application/json"), ("id", "data")]) { data.write(to: &$0.writer) }
        }
        for script in scripts { html.tag("script") { $0.writer.bytes += script } }
      }
    }
    return html.bytes
  }

  private mutating func open(_ name: String, _ attributes: [(String, String)]) {
    writer.raw("<")
    writer.raw(name)
    for (name, value) in attributes { writer.attribute(name, value) }
    writer.raw(">")
  }

  private static let inline: Set<String> = [
    "a", "abbr", "b", "label", "textarea", "button", "cite", "code", "em", "mark", "span", "strong", "sup",
    "time",
  ]
}

extension HTML {
  /// A table: caption, column heads, and rows whose first cell is their head.
  mutating func table(
    _ caption: String, heads: [String], class name: String = "", rows: (inout HTML) -> Void
  ) {
    tag("div", [("class", "scroll")]) { html in
      html.tag("table", name.isEmpty ? [] : [("class", name)]) { html in
        html.tag("caption", caption)
        html.tag("thead") { html in
          html.tag("tr") { html in for head in heads { html.tag("th", [("scope", "col")], head) } }
        }
        html.tag("tbody", [], rows)
      }
    }
  }

  mutating func row(_ head: String, _ cells: [String]) {
    tag("tr") { html in
      html.tag("th", [("scope", "row")], head)
      for cell in cells { html.tag("td", cell) }
    }
  }

  mutating func section(_ id: String, _ title: String, content: (inout HTML) -> Void) {
    tag("section", [("id", id), ("aria-labelledby", id + "-t")]) { html in
      html.tag("h2", [("id", id + "-t")], title)
      content(&html)
    }
  }

  /// A word in a coloured frame; the word alone says everything.
  mutating func badge(_ text: String, _ tone: Tone) {
    tag("span", [("class", "badge " + tone.rawValue)], text)
  }
}

/// The colour of a word: never the only bearer of meaning.
enum Tone: String {
  case good, fair, poor, plain
}
