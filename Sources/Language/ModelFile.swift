import Artefacts
import XML

/// A model as bytes: little-endian, the rows sorted by their key.
extension Model {
  private static let mark = Array("acquis model 1\n".utf8)

  var bytes: [UInt8] {
    var bytes = Model.mark
    func put<N: FixedWidthInteger>(_ number: N) {
      unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }
    bytes += digest.utf8
    let names = codes.joined(separator: " ")
    put(UInt32(names.utf8.count))
    bytes += names.utf8
    put(slope.bitPattern)
    put(shift.bitPattern)
    put(UInt32(keys.count))
    bias.forEach { put($0) }
    for row in keys.indices {
      put(keys[row])
      put(rarity[row])
      for weight in weights[(row * classes)..<((row + 1) * classes)] { put(weight) }
    }
    return bytes
  }

  /// Nil when the bytes are no model, or one learnt from other knowledge.
  init?(bytes: [UInt8], digest wanted: String) {
    guard bytes.starts(with: Model.mark) else { return nil }
    var rest = ModelReader(bytes: bytes, place: Model.mark.count)
    guard let digest = rest.text(64), digest == wanted, let length = rest.take(UInt32.self),
      let names = rest.text(Int(length)), let slope = rest.take(UInt64.self),
      let shift = rest.take(UInt64.self),
      let count = rest.take(UInt32.self)
    else { return nil }
    let codes = names.split(separator: " ").map(String.init)
    let classes = codes.count + 1
    guard rest.left == classes * 2 + Int(count) * (10 + classes * 2) else { return nil }
    let bias = (0..<classes).compactMap { _ in rest.take(Int16.self) }
    var keys: [UInt64] = []
    var rarity: [Int16] = []
    var weights: [Int16] = []
    keys.reserveCapacity(Int(count))
    rarity.reserveCapacity(Int(count))
    weights.reserveCapacity(Int(count) * classes)
    for _ in 0..<count {
      guard let key = rest.take(UInt64.self), let rare = rest.take(Int16.self) else { return nil }
      keys.append(key)
      rarity.append(rare)
      for _ in 0..<classes { weights.append(rest.take(Int16.self) ?? 0) }
    }
    self.init(
      digest: digest, codes: codes, keys: keys, rarity: rarity, weights: weights, bias: bias,
      slope: Double(bitPattern: slope), shift: Double(bitPattern: shift))
  }
}

/// Reads the parts of a stored model one after the other; nil past the end.
private struct ModelReader {
  let bytes: [UInt8]
  var place: Int

  var left: Int { bytes.count - place }

  mutating func take<N: FixedWidthInteger>(_ type: N.Type) -> N? {
    let size = MemoryLayout<N>.size
    guard size <= left else { return nil }
    defer { place += size }
    var number: N = 0
    for index in (0..<size).reversed() {
      number = number << 8 | N(truncatingIfNeeded: bytes[place + index])
    }
    return number
  }

  mutating func text(_ count: Int) -> String? {
    guard count <= left else { return nil }
    defer { place += count }
    return String(decoding: bytes[place..<(place + count)], as: UTF8.self)
  }
}

extension Certification {
  /// The digest of what a model learns from.
  var knowledgeDigest: String {
    let codes = capacities.map(\.code).joined(separator: " ")
    let words = Element(
      "knowledge",
      children: [Element("codes", text: codes)] + abbreviations.map(\.xml) + themes.map(\.xml)
        + examples.map(\.xml))
    return Digest.of(words.document(namespace: "urn:acquis:knowledge"))
  }
}
