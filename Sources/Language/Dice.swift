/// A small generator of numbers (SplitMix64): the same seed gives the same session on every machine.
package struct Dice {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// A number from 0 up to `bound`, excluded.
  package mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return Int(z % UInt64(max(1, bound)))
  }

  /// True so many times in a hundred.
  package mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of the items; empty when there is none.
  package mutating func pick(_ items: [String]) -> String { items.isEmpty ? "" : items[below(items.count)] }

  /// So many different items, in the order drawn.
  package mutating func pick(_ count: Int, of items: [String]) -> [String] {
    var rest = items
    var picked: [String] = []
    for _ in 0..<min(count, rest.count) { picked.append(rest.remove(at: below(rest.count))) }
    return picked
  }
}
