import CMagic

/// libmagic, the library of `file(1)`, its database read before the doors are shut.
package enum Magic {
  /// One opened database.
  @safe private final class Cookie: @unchecked Sendable {
    let pointer: magic_t

    init?() {
      guard let opened = unsafe magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS) else { return nil }
      unsafe pointer = opened
      if unsafe magic_load(pointer, nil) != 0 { return nil }
    }
  }

  private static let cookie = Cookie()

  /// Reads the database. Gives false when it is not there.
  package static func open() -> Bool { cookie != nil }

  /// The type of bytes, as a MIME type; empty when none can be told.
  static func type(of bytes: [UInt8]) -> String {
    guard let cookie else { return "" }
    return unsafe bytes.withUnsafeBytes { buffer in
      guard let text = unsafe magic_buffer(cookie.pointer, buffer.baseAddress, buffer.count) else {
        return ""
      }
      return unsafe String(cString: text)
    }
  }
}
