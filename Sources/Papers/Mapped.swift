import Glibc

/// The bytes of an open file, where they are.
@safe package final class Mapped {
  package let pointer: UnsafePointer<UInt8>
  package let count: Int

  /// Nil when it holds nothing, or cannot be mapped.
  package init?(_ descriptor: Int32) {
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0, info.st_size > 0,
      let place = unsafe mmap(nil, Int(info.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe place != MAP_FAILED
    else { return nil }
    unsafe pointer = UnsafePointer(place.assumingMemoryBound(to: UInt8.self))
    count = Int(info.st_size)
  }

  /// The bytes of an open file, copied; none when it cannot be had.
  package static func bytes(of descriptor: Int32) -> [UInt8] {
    guard let mapped = Mapped(descriptor) else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: mapped.pointer, count: mapped.count))
  }

  deinit { unsafe munmap(UnsafeMutableRawPointer(mutating: pointer), count) }
}
