import CModels
import Glibc
import XML

/// A container of Word or OpenDocument: parts by name, in their order.
enum Container {
  /// A part, and whether it stands there as it is: the first of OpenDocument is read without opening the container.
  typealias Part = (name: String, bytes: [UInt8], isStored: Bool)

  /// The bytes of the container; they are the same for the same parts.
  static func bytes(_ parts: [Part]) throws(Refusal) -> [UInt8] {
    if let container = unsafe container_open() {
      for part in parts {
        unsafe container_add(container, part.name, part.bytes, part.bytes.count, part.isStored ? 1 : 0)
      }
      var count = 0
      let bytes = unsafe container_close(container, &count)
      defer { unsafe free(bytes) }
      if count > 0 { return unsafe Array(UnsafeBufferPointer(start: bytes, count: count)) }
    }
    throw Refusal(
      Diagnostic(
        code: .machineLimit, "le document à remplir n’a pas pu être préparé",
        advice: "libérer de la mémoire, puis relancer"))
  }
}
