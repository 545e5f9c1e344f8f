import Glibc

/// The bytes of an open file, where they are.
@safe final class Mapped {
  let pointer: UnsafePointer<UInt8>
  let count: Int

  /// Nil when it holds nothing, or cannot be mapped.
  init?(_ descriptor: Int32) {
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0, info.st_size > 0,
      let place = unsafe mmap(nil, Int(info.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe place != MAP_FAILED
    else { return nil }
    unsafe pointer = UnsafePointer(place.assumingMemoryBound(to: UInt8.self))
    count = Int(info.st_size)
  }

  deinit { unsafe munmap(UnsafeMutableRawPointer(mutating: pointer), count) }
}
