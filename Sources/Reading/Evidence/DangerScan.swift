/// What the bytes of a PDF name without being understood: actions, calls, files. What is compressed inside is left to its
/// reader.
struct DangerScan {
  /// Whether it names an action that runs code or a program.
  private(set) var holdsActions = false
  /// Whether it sends what is typed in it, or opens another file.
  private(set) var holdsCalls = false
  /// Whether it compresses its objects, or spells names in code: they must be written out to be read.
  private(set) var hidesNames = false
  /// Whether it may hold files: it names some, or compresses what would name them.
  private(set) var mayHoldFiles = false

  /// Looks at a chunk of a file; nothing is looked at in a file that does not begin like a PDF.
  mutating func look(at bytes: ArraySlice<UInt8>, _ head: [UInt8]) {
    guard head.starts(with: DangerScan.mark) else { return }
    if !holdsActions { holdsActions = DangerScan.holds(DangerScan.actions, bytes) }
    if !holdsCalls { holdsCalls = DangerScan.holds(DangerScan.calls, bytes) }
    if !hidesNames {
      hidesNames = DangerScan.holds(DangerScan.hidden, bytes) || DangerScan.spellsInCode(bytes)
    }
    if !mayHoldFiles { mayHoldFiles = DangerScan.holds(DangerScan.files, bytes) }
  }

  private static let mark = Array("%PDF".utf8)
  static let actions = ["/JavaScript", "/Launch"].map { Array($0.utf8) }

  static let calls = ["/SubmitForm", "/GoToR", "/ImportData"].map { Array($0.utf8) }
  private static let hidden = ["/ObjStm"].map { Array($0.utf8) }
  private static let files = ["/EmbeddedFile", "/Embedded#", "/ObjStm"].map { Array($0.utf8) }

  /// A name with one of its letters written as `#` and two figures: nobody does that for a letter in good faith.
  private static func spellsInCode(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while let place = rest.firstIndex(of: UInt8(ascii: "#")) {
      let next = rest[place...].dropFirst().prefix(2)
      let text = String(decoding: next, as: UTF8.self)
      if let code = UInt8(text, radix: 16), (0x41...0x5A).contains(code) || (0x61...0x7A).contains(code) {
        let name = bytes[..<place].suffix(40).reversed().prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        if bytes[..<place].dropLast(name.count).last == UInt8(ascii: "/") { return true }
      }
      rest = rest[(place + 1)...]
    }
    return false
  }

  static func holds(_ words: [[UInt8]], _ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while let place = rest.firstIndex(of: UInt8(ascii: "/")) {
      rest = rest[place...]
      if words.contains(where: { rest.starts(with: $0) }) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
