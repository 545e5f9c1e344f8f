/// The texts of an export: HTML, escaped once or twice, or bare.
enum FreeText {
  /// One line of text, its tags and references read.
  static func line(_ text: String) -> String { plain(text).collapsed }

  /// Items: lines, bullets, numbers. What only announces them is none.
  static func items(_ text: String) -> [String] {
    // « C.1. », « C2.3 - »: a label, no item of its own, and no end of a sentence.
    let unlabelled = plain(text).replacing(
      /(?m)(?<before>^|[.;]\s+)(?:C|BC|A)\.?\s?\d{1,2}(?:\.\d{1,2})*\s?(?:[.:\-–—)]+\s*|\s+(?=\p{Lu})|$)/
    ) { "\($0.before)\n" }
    // « - Ceci - Cela », « Ceci. Cela »: items on one line begin with a capital.
    let apart = unlabelled.replacing(/\s[-–—*]\s+(?=\p{Lu})/, with: "\n").replacing(
      /(?<end>[.;])\s+(?=\p{Lu})/
    ) {
      "\($0.end)\n"
    }
    let items = apart.split { $0.isNewline || "•●▪◦".contains($0) }.map { line in
      String(line.drop { $0.isWhitespace || "-–—*·;.".contains($0) }).collapsed
    }.filter { $0.contains(where: \.isLetter) }
    let said = items.filter { !$0.hasSuffix(":") }
    return said.isEmpty ? items : said
  }

  /// Tags first, then references: what a reference spells is no tag, unless the whole was escaped once more.
  private static func plain(_ text: String) -> String {
    var text = text
    for _ in 0..<3 {
      let read = text.replacing(unsafe tag, with: "\n").replacing(unsafe reference) { match in
        character(String(match.1)) ?? String(match.0)
      }
      if read == text { break }
      text = read
    }
    return text
  }

  nonisolated(unsafe) private static let tag =
    /<\/?(?:p|br|hr|ul|ol|li|div|span|strong|b|em|i|u|h[1-6]|table|tbody|thead|tr|td|th|sup|sub|a|font|o:p)(?:\s[^<>]*)?\/?>/
    .ignoresCase()
  nonisolated(unsafe) private static let reference = /&(#?[A-Za-z0-9]{2,8});/

  private static func character(_ name: String) -> String? {
    if name.hasPrefix("#") {
      let figures = name.dropFirst()
      let code =
        figures.lowercased().hasPrefix("x") ? UInt32(figures.dropFirst(), radix: 16) : UInt32(figures)
      return code.flatMap(Unicode.Scalar.init).map { String($0) }
    }
    return named[name]
  }

  /// The references of HTML that French texts use.
  private static let named: [String: String] = {
    let words = """
      amp & lt < gt > quot " apos ' nbsp \u{A0} eacute é egrave è ecirc ê euml ë agrave à acirc â auml ä ccedil ç icirc î iuml ï \
      ocirc ô ouml ö ugrave ù ucirc û uuml ü yuml ÿ oelig œ aelig æ Eacute É Egrave È Ecirc Ê Euml Ë Agrave À Acirc Â Ccedil Ç \
      Icirc Î Iuml Ï Ocirc Ô Ugrave Ù Ucirc Û OElig Œ AElig Æ rsquo ’ lsquo ‘ ldquo “ rdquo ” laquo « raquo » hellip … ndash – \
      mdash — bull • middot · euro € deg ° sup2 ² sup3 ³ times × frac12 ½ frac14 ¼ plusmn ± micro µ sect § para ¶ ntilde ñ \
      thinsp \u{2009} ensp \u{2002} emsp \u{2003} shy \u{AD} zwnj \u{200C} rarr → le ≤ ge ≥
      """.split(separator: " ")
    return Dictionary(
      uniqueKeysWithValues: stride(from: 0, to: words.count - 1, by: 2).map {
        (String(words[$0]), String(words[$0 + 1]))
      })
  }()
}
