import CMagic
import Synchronization

/// One opened database of libmagic.
@safe final class MagicCookie: @unchecked Sendable {
  let pointer: magic_t

  init?() {
    guard let opened = unsafe magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS) else { return nil }
    unsafe pointer = opened
    if unsafe magic_load(pointer, nil) != 0 { return nil }
  }

  deinit { unsafe magic_close(pointer) }
}

/// Cookies not in use: opening one costs more than a file. As many are kept as files were ever looked at at once.
final class MagicPool: Sendable {
  private let idle = Mutex<[MagicCookie]>([])

  func take() -> MagicCookie? { idle.withLock { $0.popLast() } ?? MagicCookie() }
  func give(_ cookie: MagicCookie) { idle.withLock { $0.append(cookie) } }
}
