/// A word of a text, as it is compared: lower case, stemmed, without accents.
struct Token {
  let stem: String
  /// Where it stands, in Unicode scalars from the start of the text.
  let start: Int
  let end: Int
}

/// A sentence of a text, by positions in Unicode scalars.
struct Sentence {
  let start: Int
  let end: Int
  let tokens: ArraySlice<Token>
}

/// Splits French text into words and sentences.
enum Tokenizer {
  static func tokens(_ text: String, _ stemmer: Stemmer) -> [Token] {
    var tokens: [Token] = []
    var word = ""
    var start = 0
    var position = 0
    func close(_ end: Int) {
      if word.isEmpty { return }
      if !elided.contains(word) {
        tokens.append(Token(stem: stemmer.stem(fold(word)), start: start, end: end))
      }
      word = ""
    }
    for scalar in text.unicodeScalars {
      if isLetter(scalar) {
        if word.isEmpty { start = position }
        append(lowered(scalar), to: &word)
      } else {
        close(position)
      }
      position += 1
    }
    close(position)
    return tokens
  }

  /// Sentences end at `.`, `!`, `?`, `;` or a line end; a full stop inside a number or after one letter does not.
  static func sentences(_ text: String, tokens: [Token]) -> [Sentence] {
    var sentences: [Sentence] = []
    let scalars = Array(text.unicodeScalars)
    var start = 0
    var first = 0
    func close(_ end: Int) {
      var begin = start
      while begin < end, scalars[begin].properties.isWhitespace { begin += 1 }
      var last = first
      while last < tokens.count, tokens[last].start < end { last += 1 }
      if begin < end { sentences.append(Sentence(start: begin, end: end, tokens: tokens[first..<last])) }
      start = end
      first = last
    }
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "!", "?", ";", "\n", "\u{2022}": close(index + 1)
      case "." where !isAbbreviation(scalars, index): close(index + 1)
      default: continue
      }
    }
    close(scalars.count)
    return sentences
  }

  private static func isAbbreviation(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    if index + 1 < scalars.count, !scalars[index + 1].properties.isWhitespace { return true }
    return index < 2 || (isLetter(scalars[index - 1]) && !isLetter(scalars[index - 2]))
  }

  private static let elided: Set<String> = ["l", "d", "j", "n", "s", "c", "m", "t", "qu"]

  @inline(__always)
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return (0x61...0x7A).contains(scalar.value | 0x20) || (0x30...0x39).contains(scalar.value)
    }
    return scalar.value >= 0xC0 && scalar.value <= 0x24F && scalar.value != 0xD7 && scalar.value != 0xF7
  }

  @inline(__always)
  private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: Unicode.Scalar(scalar.value + 0x20) ?? scalar
    case 0x152: "\u{153}"
    default: scalar
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to word: inout String) {
    if scalar == "\u{153}" { word += "oe" } else { word.unicodeScalars.append(scalar) }
  }

  /// Without accents: many candidates leave them out.
  static func fold(_ word: String) -> String {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return word }
    var folded = ""
    for scalar in word.unicodeScalars { folded.unicodeScalars.append(base[scalar] ?? scalar) }
    return folded
  }

  private static let base: [Unicode.Scalar: Unicode.Scalar] = {
    var base: [Unicode.Scalar: Unicode.Scalar] = [:]
    let families: [(Unicode.Scalar, String)] = [
      ("a", "àâäáã"), ("e", "éèêë"), ("i", "îïíì"), ("o", "ôöóòõ"), ("u", "ûüùú"), ("c", "ç"), ("y", "ÿ"),
      ("n", "ñ"),
    ]
    for (letter, accented) in families { for scalar in accented.unicodeScalars { base[scalar] = letter } }
    return base
  }()
}
