import Artefacts

/// A word of a text, as it is compared: lower case, without accents.
package struct Token {
  package let word: String
  /// Where it stands, in Unicode scalars from the start of the text.
  package let start: Int
  package let end: Int
}

/// A sentence of a text, by positions in Unicode scalars.
struct Sentence {
  let start: Int
  let end: Int
  let tokens: ArraySlice<Token>
}

/// Splits French text into words and sentences.
package enum Tokenizer {
  /// The words of a text. Accents fall away, written in one code point or in two: many candidates leave them
  /// out. `œ` is two letters. An elided article (l’, d’, qu’) is no word.
  package static func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var word: [UInt8] = []
    var start = 0
    var position = 0
    func close(_ end: Int) {
      if word.isEmpty { return }
      let plain = String(decoding: word, as: UTF8.self)
      if word.count > 2 || !elided.contains(plain) {
        tokens.append(Token(word: plain, start: start, end: end))
      }
      word.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      let letter = letter(scalar)
      if letter != 0 {
        if word.isEmpty { start = position }
        word.append(letter)
        if let second = second(scalar) { word.append(second) }
      } else if !(0x300...0x36F).contains(scalar.value) {
        close(position)
      }
      position += 1
    }
    close(position)
    return tokens
  }

  /// A text with nothing left but its plain letters and digits.
  package static func plain(_ text: String) -> String {
    let letters = text.unicodeScalars.flatMap { scalar -> [UInt8] in
      let first = letter(scalar)
      return first == 0 ? [] : [first] + (second(scalar).map { [$0] } ?? [])
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Sentences end at `.`, `!`, `?`, `;` or a line end; a full stop inside a number or after one letter does not.
  static func sentences(_ scalars: [Unicode.Scalar], tokens: [Token]) -> [Sentence] {
    var sentences: [Sentence] = []
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
    return index < 2 || (letter(scalars[index - 1]) != 0 && letter(scalars[index - 2]) == 0)
  }

  private static let elided: Set<String> = ["l", "d", "j", "n", "s", "c", "m", "t", "qu"]

  /// The plain lower-case letter or digit of a character; 0 when it is neither.
  @inline(__always)
  private static func letter(_ scalar: Unicode.Scalar) -> UInt8 {
    scalar.value < 0x180 ? letters[Int(scalar.value)] : 0
  }

  /// The second letter of a ligature.
  @inline(__always)
  private static func second(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar {
    case "œ", "Œ", "æ", "Æ": UInt8(ascii: "e")
    case "ß": UInt8(ascii: "s")
    default: nil
    }
  }

  private static let letters: [UInt8] = {
    var letters = [UInt8](repeating: 0, count: 0x180)
    for digit in 0x30...0x39 { letters[digit] = UInt8(digit) }
    for lower in 0x61...0x7A {
      letters[lower] = UInt8(lower)
      letters[lower - 0x20] = UInt8(lower)
    }
    let families: [(UInt8, String)] = [
      (UInt8(ascii: "a"), "àâäáãåāăąæÀÂÄÁÃÅĀĂĄÆ"), (UInt8(ascii: "c"), "çćĉċčÇĆĈĊČ"),
      (UInt8(ascii: "d"), "ďđðĎĐÐ"),
      (UInt8(ascii: "e"), "éèêëēĕėęěÉÈÊËĒĔĖĘĚ"), (UInt8(ascii: "g"), "ĝğġģĜĞĠĢ"), (UInt8(ascii: "h"), "ĥħĤĦ"),
      (UInt8(ascii: "i"), "îïíìĩīĭįıÎÏÍÌĨĪĬĮİ"), (UInt8(ascii: "j"), "ĵĴ"), (UInt8(ascii: "k"), "ķĶ"),
      (UInt8(ascii: "l"), "ĺļľŀłĹĻĽĿŁ"), (UInt8(ascii: "n"), "ñńņňÑŃŅŇ"),
      (UInt8(ascii: "o"), "ôöóòõøōŏőœÔÖÓÒÕØŌŎŐŒ"), (UInt8(ascii: "r"), "ŕŗřŔŖŘ"),
      (UInt8(ascii: "s"), "śŝşšßŚŜŞŠ"), (UInt8(ascii: "t"), "ţťŧŢŤŦ"),
      (UInt8(ascii: "u"), "ûüùúũūŭůűųÛÜÙÚŨŪŬŮŰŲ"),
      (UInt8(ascii: "w"), "ŵŴ"), (UInt8(ascii: "y"), "ÿýŷŸÝŶ"), (UInt8(ascii: "z"), "źżžŹŻŽ"),
    ]
    for (letter, family) in families {
      for scalar in family.unicodeScalars { letters[Int(scalar.value)] = letter }
    }
    return letters
  }()
}
