import XML

/// Data for the script of a page, written so that it may stand in a `script` element.
enum JSON {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([JSON])
  case object([(String, JSON)])

  func write(to writer: inout Writer) {
    switch self {
    case .text(let text): JSON.quote(text, to: &writer)
    case .number(let number): writer.raw(String(number))
    case .flag(let flag): writer.raw(flag ? "true" : "false")
    case .list(let items):
      JSON.join(items, between: ("[", "]"), to: &writer) { item, writer in item.write(to: &writer) }
    case .object(let members):
      JSON.join(members, between: ("{", "}"), to: &writer) { member, writer in
        JSON.quote(member.0, to: &writer)
        writer.raw(":")
        member.1.write(to: &writer)
      }
    }
  }

  private static func join<Item>(
    _ items: [Item], between ends: (String, String), to writer: inout Writer,
    write: (Item, inout Writer) -> Void
  ) {
    writer.raw(ends.0)
    for (index, item) in items.enumerated() {
      if index > 0 { writer.raw(",") }
      write(item, &writer)
    }
    writer.raw(ends.1)
  }

  /// `<`, `>` and `&` are escaped too: no text can end the element, nor open a comment in it.
  private static func quote(_ text: String, to writer: inout Writer) {
    writer.raw("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": writer.raw("\\\"")
      case "\\": writer.raw("\\\\")
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        writer.raw("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: writer.raw(String(scalar))
      }
    }
    writer.raw("\"")
  }
}
