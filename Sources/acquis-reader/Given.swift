import CPapers
import Papers

/// What a library in C gives back, handed to a closure.
@safe final class Given {
  private let take: (Int, UnsafeRawBufferPointer) -> Void

  private init(_ take: @escaping (Int, UnsafeRawBufferPointer) -> Void) { unsafe self.take = unsafe take }

  private static let give: paper_give = { who, page, bytes, count in
    guard let who = unsafe who, let bytes = unsafe bytes else { return }
    let given = unsafe Unmanaged<Given>.fromOpaque(who).takeUnretainedValue()
    unsafe given.take(Int(page), UnsafeRawBufferPointer(start: bytes, count: count))
  }

  /// Calls a library that gives bytes, each time with the number of a page.
  /// - Returns: how the library ended.
  static func from(
    _ call: (paper_give, UnsafeMutableRawPointer) -> Int32,
    take: @escaping (Int, UnsafeRawBufferPointer) -> Void
  ) -> Int32 {
    let given = unsafe Given(take)
    return withExtendedLifetime(given) {
      unsafe call(give, Unmanaged.passUnretained(given).toOpaque())
    }
  }

  /// The text of each page of a PDF.
  static func pages(of bytes: Mapped, take: @escaping (Int, String) -> Void) -> Int32 {
    unsafe from({ give, who in unsafe pdf_text(bytes.pointer, bytes.count, give, who) }) { page, raw in
      take(page, unsafe String(decoding: raw.bindMemory(to: UInt16.self), as: UTF16.self))
    }
  }
}
