import Files

/// The text of a table, whatever spreadsheet and machine wrote it: its encoding is told from its bytes, and never guessed where
/// two fit as well.
enum TextDecoding {
  /// Nil when no encoding gives French, or two give it as well.
  static func text(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2)) { $0 | $1 << 8 } }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2)) { $0 << 8 | $1 } }
    if bytes.contains(0) { return nil }
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if let text = String(validating: marked ? bytes.dropFirst(3) : bytes[...], as: UTF8.self) {
      return undoubled(text)
    }
    let readings = [windows, macintosh, CodePage.high].map { table in
      String(String.UnicodeScalarView(bytes.map { $0 < 0x80 ? Unicode.Scalar($0) : table[Int($0) - 0x80] }))
    }
    let scores = readings.map(likeliness)
    guard let best = scores.max(), best >= 0, scores.count(where: { $0 == best }) == 1,
      let place = scores.firstIndex(of: best)
    else { return nil }
    return readings[place]
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, _ unit: (UInt16, UInt16) -> UInt16) -> String? {
    if bytes.count % 2 != 0 { return nil }
    let pairs = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2)
    let units = pairs.map { unit(UInt16(bytes[$0]), UInt16(bytes[$0 + 1])) }
    return String(validating: units, as: UTF16.self)
  }

  /// UTF-8 taken for Windows-1252 and written as UTF-8 again: `Ã©` for `é`. Undone when all of it can be.
  private static func undoubled(_ text: String) -> String {
    guard text.unicodeScalars.contains("Ã") else { return text }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else if let place = windows.firstIndex(of: scalar) {
        bytes.append(UInt8(place + 0x80))
      } else {
        return text
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }

  /// How much a reading looks like French: its letters count where they stand as letters do, and what no French text holds
  /// counts against it.
  private static func likeliness(_ text: String) -> Int {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.reduce(0) { sum, place in
      let scalar = scalars[place]
      if scalar.isASCII || quiet.contains(scalar) { return sum }
      let before = place > 0 ? scalars[place - 1].properties : nil
      let after = place + 1 < scalars.count ? scalars[place + 1].properties : nil
      if small.contains(scalar) { return sum + 3 }
      // A capital begins a word, or stands among capitals.
      let isAtEase = before?.isLowercase != true && after?.isAlphabetic == true
      if capital.contains(scalar) { return sum + (isAtEase ? 1 : -3) }
      return sum - (scalar.properties.isAlphabetic ? 1 : 3)
    }
  }

  private static let small = Set("àâäçéèêëîïôöùûüÿœæ".unicodeScalars)
  private static let capital = Set("ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ".unicodeScalars)
  private static let quiet = Set("’‘“”«»–—…€°·\u{A0}\u{202F}".unicodeScalars)

  /// Windows-1252, which differs from ISO-8859-1 below 0xA0.
  private static let windows: [Unicode.Scalar] =
    Array("€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
    + (0xA0...0xFF).map { Unicode.Scalar(UInt8($0)) }
  /// What older spreadsheets on a Macintosh write.
  private static let macintosh: [Unicode.Scalar] = Array(
    ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ"
      + "–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ").unicodeScalars)
}
