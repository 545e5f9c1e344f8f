import Crypto
import Glibc

/// One pass over the bytes of a file, a mebibyte at a time whatever its size.
struct Pass {
  private(set) var digest = ""
  private(set) var head: [UInt8] = []
  /// The last bytes: where images and archives end.
  private(set) var tail: [UInt8] = []
  private(set) var size = 0
  /// Whether a PDF names an action that runs code or a program. What is compressed inside is left to its reader.
  private(set) var holdsActions = false
  /// Whether a PDF sends what is typed in it, or opens another file.
  private(set) var holdsCalls = false
  /// Whether a PDF compresses its objects, or spells names in code: they must be written out to be read.
  private(set) var hidesNames = false
  /// Whether a PDF may hold files: it names some, or compresses what would name them.
  private(set) var mayHoldFiles = false

  static let headLength = 1 << 16
  private static let tailLength = 1 << 16

  /// Nil when the file cannot be read to its end.
  init?(_ path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if descriptor < 0 { return nil }
    defer { close(descriptor) }
    var hasher = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 { return nil }
      if count == 0 { break }
      if head.isEmpty { head = Array(buffer[..<min(count, Pass.headLength)]) }
      unsafe buffer.withUnsafeBytes {
        unsafe hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
      if head.starts(with: Array("%PDF".utf8)) {
        let seam = tail.suffix(16) + buffer[..<min(16, count)]
        for bytes in [seam[...], buffer[..<count]] {
          if !holdsActions { holdsActions = Pass.holds(Pass.actions, bytes) }
          if !holdsCalls { holdsCalls = Pass.holds(Pass.calls, bytes) }
          if !hidesNames { hidesNames = Pass.holds(Pass.hidden, bytes) || Pass.spellsInCode(bytes) }
          if !mayHoldFiles { mayHoldFiles = Pass.holds(Pass.files, bytes) }
        }
      }
      size += count
      tail = (count < Pass.tailLength ? tail : []) + buffer[max(0, count - Pass.tailLength)..<count]
      if tail.count > 2 * Pass.tailLength { tail.removeFirst(tail.count - Pass.tailLength) }
    }
    digest = Digest.hexadecimal(hasher.finalize())
  }

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

  /// Whether the end of the file holds this mark, whatever a camera has left after it.
  func endsLike(_ mark: [UInt8]) -> Bool { tail.lastRange(of: mark) != nil }

  /// The end of a ZIP’s directory in a file that is none.
  var hidesArchive: Bool { endsLike([0x50, 0x4B, 0x05, 0x06]) }

  /// Office documents with a password are compound files that hold an `EncryptedPackage`.
  var isEncryptedOffice: Bool {
    head.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
      && (head + tail).firstRange(of: "EncryptedPackage".utf8.flatMap { [$0, 0] }) != nil
  }
}

extension [UInt8] {
  fileprivate func lastRange(of mark: [UInt8]) -> Range<Int>? {
    var index = count - mark.count
    while index >= 0 {
      if self[index] == mark[0], self[index..<(index + mark.count)].elementsEqual(mark) {
        return index..<(index + mark.count)
      }
      index -= 1
    }
    return nil
  }
}
