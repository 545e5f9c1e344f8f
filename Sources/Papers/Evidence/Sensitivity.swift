import Artefacts
import Language

/// Data of third parties in a text: counted by page, never kept.
package enum Sensitivity {
  /// What of a text seems to be data of a third party.
  package static func find(in text: String, page: Int = 1) -> [Sensitive] {
    let bytes = Array(text.utf8)
    let counts: [(SensitiveKind, Int)] = [
      (.nir, runs(of: bytes, isNIR)), (.iban, runs(of: bytes, isIBAN)), (.payslip, isPayslip(text) ? 1 : 0),
    ]
    return counts.filter { $0.1 > 0 }.map { Sensitive(kind: $0.0, page: page, count: $0.1) }
  }

  /// Letters and figures, single spaces, points or dashes between them left out, that pass a check.
  private static func runs(of bytes: [UInt8], _ check: (ArraySlice<UInt8>) -> Int?) -> Int {
    var count = 0
    var index = 0
    var previous = UInt8(ascii: " ")
    while index < bytes.count {
      let isStart = !isWord(previous) && isWord(bytes[index])
      if isStart, let length = check(bytes[index..<min(bytes.count, index + 60)]) {
        count += 1
        index += length
      } else {
        previous = bytes[index]
        index += 1
      }
    }
    return count
  }

  /// A number of thirteen signs and its key of two: sex, year, month, place, order (INSEE); 97 less the rest.
  private static func isNIR(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let (signs, length) = signs(bytes, 15), [0x31, 0x32].contains(signs[0]) else { return nil }
    var body = signs[..<13].map { $0 }
    // Corsica: 2A counts as 19, 2B as 18.
    if body[6] == UInt8(ascii: "A") { (body[5], body[6]) = (0x31, 0x39) }
    if body[6] == UInt8(ascii: "B") { (body[5], body[6]) = (0x31, 0x38) }
    guard let number = Int(String(decoding: body, as: UTF8.self)),
      let key = Int(String(decoding: signs[13...], as: UTF8.self)), key == 97 - number % 97
    else { return nil }
    return length
  }

  /// A French account: FR, two figures of check, 23 signs; the whole is 1 modulo 97 (ISO 13616).
  private static func isIBAN(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let (signs, length) = signs(bytes, 27), signs.starts(with: Array("FR".utf8)) else { return nil }
    var rest = 0
    for sign in signs[4...] + signs[..<4] {
      let value = (0x30...0x39).contains(sign) ? Int(sign) - 0x30 : Int(sign) - 0x41 + 10
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97
    }
    return rest == 1 ? length : nil
  }

  /// So many capital letters and figures from the start, and the bytes they take; nil when a figure follows: a letter begins
  /// another word.
  private static func signs(_ bytes: ArraySlice<UInt8>, _ wanted: Int) -> ([UInt8], Int)? {
    var signs: [UInt8] = []
    var index = bytes.startIndex
    var gap = 0
    while index < bytes.endIndex, signs.count < wanted {
      if isWord(bytes[index]) {
        signs.append(bytes[index])
        gap = 0
      } else {
        gap += 1
        if gap > 1 || ![0x20, 0x2E, 0x2D].contains(bytes[index]) { return nil }
      }
      index += 1
    }
    let ends = index >= bytes.endIndex || !(0x30...0x39).contains(bytes[index])
    return signs.count == wanted && ends ? (signs, index - bytes.startIndex) : nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
  }

  /// Words that stand together on a page of pay and nowhere else: a resource, not code.
  private static let words = String(decoding: PackageResources.payslip_words_txt, as: UTF8.self)
    .split(separator: "\n").map { Tokenizer.plain(String($0)) }.filter { !$0.isEmpty }
  private static let enough = 3

  private static func isPayslip(_ text: String) -> Bool {
    let plain = Tokenizer.plain(text)
    return words.count { plain.contains($0) } >= enough
  }
}
