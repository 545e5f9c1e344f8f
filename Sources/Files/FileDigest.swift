import Artefacts
import Crypto
import Glibc

/// A file read once, a mebibyte at a time whatever its size: its digest, its size, how it begins and ends.
package struct FileDigest: Sendable {
  package private(set) var digest = ""
  package private(set) var head: [UInt8] = []
  /// The last bytes: where images and archives end.
  package private(set) var tail: [UInt8] = []
  package private(set) var size = 0

  private static let headLength = 1 << 16
  private static let tailLength = 1 << 16

  /// Nil when the file cannot be read to its end.
  package init?(_ path: String) {
    let descriptor = Holder.open(path)
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
      if head.isEmpty { head = Array(buffer[..<min(count, FileDigest.headLength)]) }
      unsafe buffer.withUnsafeBytes {
        unsafe hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
      size += count
      tail =
        (count < FileDigest.tailLength ? tail : []) + buffer[max(0, count - FileDigest.tailLength)..<count]
      if tail.count > 2 * FileDigest.tailLength { tail.removeFirst(tail.count - FileDigest.tailLength) }
    }
    digest = Digest.hexadecimal(hasher.finalize())
  }

  /// Whether the end of the file holds this mark, whatever a camera has left after it.
  package func endsLike(_ mark: [UInt8]) -> Bool { tail.lastRange(of: mark) != nil }

  /// Whether a reader of PDF would find its mark: within the first 1,024 bytes (ISO 32000-1, annex H.3).
  package var isPDF: Bool {
    guard let mark = head.prefix(1024).firstRange(of: Array("%PDF-".utf8)) else { return false }
    // In a text, the mark is only spoken of: what stands before the true one is no word.
    return !head[..<mark.lowerBound].contains { (0x30...0x39).contains($0) || (0x41...0x7A).contains($0) }
      || head[mark.upperBound...].prefix(2).elementsEqual([0x31, 0x2E])
  }

  /// The end of a ZIP’s directory in a file that is none.
  package var hidesArchive: Bool { endsLike([0x50, 0x4B, 0x05, 0x06]) }

  /// Office documents with a password are compound files that hold an `EncryptedPackage`.
  package var isEncryptedOffice: Bool {
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
