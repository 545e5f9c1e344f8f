import CStemmer

/// The Snowball stemmer for French (libstemmer). Not to be shared between threads: each use makes its own.
@safe package final class Stemmer {
  private let handle: OpaquePointer?
  private var known: [String: String] = [:]

  package init() { unsafe handle = sb_stemmer_new("french", "UTF_8") }

  deinit { unsafe sb_stemmer_delete(handle) }

  /// The stem of a lower-case word.
  package func stem(_ word: String) -> String {
    if let stem = known[word] { return stem }
    let bytes = Array(word.utf8)
    let stem = unsafe bytes.withUnsafeBufferPointer { buffer -> String in
      guard let result = unsafe sb_stemmer_stem(handle, buffer.baseAddress, Int32(buffer.count)) else {
        return word
      }
      return unsafe String(
        decoding: UnsafeBufferPointer(start: result, count: Int(sb_stemmer_length(handle))), as: UTF8.self)
    }
    known[word] = stem
    return stem
  }
}
