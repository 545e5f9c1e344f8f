import CKnowledge

/// What ships inside the tool as plain bytes.
package enum ShippedKnowledge {
  package static let certification = unsafe bytes(acquis_certification_start(), acquis_certification_size)
  /// The weights learnt from that certification’s examples.
  static let model = unsafe bytes(acquis_model_start(), acquis_model_size)

  private static func bytes(_ start: UnsafePointer<UInt8>, _ count: Int) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }
}
