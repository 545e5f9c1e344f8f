extension String {
  /// Without white space around, and with one space where there was a run of it (XSD: `collapse`).
  package var collapsed: String {
    var previous: UInt8 = 0x20
    var needs = false
    for byte in utf8 {
      if byte == 0x0A || byte == 0x09 || byte == 0x0D || (byte == 0x20 && previous == 0x20) { needs = true }
      previous = byte
    }
    if !needs && previous != 0x20 { return self }
    return split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }.joined(
      separator: " ")
  }

  /// One line: collapsed, no-break spaces made plain.
  package var oneLine: String { replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ").collapsed }

  /// Nil when there is nothing in it.
  package var nonEmpty: String? { isEmpty ? nil : self }

  /// Pieces of at most so many code points, as a schema counts them.
  package func slices(of length: Int) -> [String] {
    var rest = unicodeScalars[...]
    var slices: [String] = []
    while !rest.isEmpty {
      slices.append(String(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return slices
  }

  /// As a part of an address: everything but letters, digits, `-`, `.`, `_` and `~` is escaped (RFC 3986, 2.1).
  package var percentEncoded: String {
    var text = ""
    for byte in utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }

  /// The steps of a path, cut at the very byte: a slash with an accent put on it is a slash all the same.
  package var steps: [String] {
    unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  }

  /// Whether it can be the name of a file without leading anywhere else, hiding or deceiving.
  package var isPlainName: Bool {
    !isEmpty && !hasPrefix(".") && steps.count == 1 && !unicodeScalars.contains("\\") && utf8.count <= 255
      && printable == self
  }

  /// Whether Windows, macOS or a word processor at work adds a file of that name to a folder: no paper of anybody’s.
  package var isOfSystem: Bool {
    let name = lowercased()
    return ["thumbs.db", "desktop.ini", ".ds_store", "ehthumbs.db"].contains(name) || name.hasPrefix("._")
      || name.hasPrefix("~$") || name.hasPrefix(".~lock.")
  }

  /// A name with its control, invisible and direction characters made visible.
  package var printable: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .surrogate, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator:
            "\u{FFFD}"
          default: scalar
          }
        }))
  }
}

extension String {
  /// The same text, its letters with accents each in one sign: what a Macintosh writes in two is one name with what others
  /// write in one.
  package var composed: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var text = ""
    for character in self {
      let isApart = character.unicodeScalars.count > 1
      let place = isApart ? Character.precomposed.firstIndex(of: character) : nil
      text.append(place.map { Character.precomposed[$0] } ?? character)
    }
    return text
  }
}

extension Character {
  /// Characters are equal whatever the spelling of their accents.
  fileprivate static let precomposed = Set(
    [0xC0...0x24F, 0x1E00...0x1EFF].joined().compactMap { Unicode.Scalar(UInt32($0)).map(Character.init) })
}
