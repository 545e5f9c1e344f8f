import Artefacts
import Crypto
import Glibc

/// A file read once, a mebibyte at a time whatever its size: its digest and its size.
package struct FileDigest: Sendable {
  package private(set) var digest = ""
  package private(set) var size = 0

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
      unsafe buffer.withUnsafeBytes {
        unsafe hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
      size += count
    }
    digest = Digest.hexadecimal(hasher.finalize())
  }
}
