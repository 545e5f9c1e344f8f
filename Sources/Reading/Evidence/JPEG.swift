import Files

/// Does a JPEG reach its end? Its segments are stepped over (a thumbnail has an end of its own), then the picture’s
/// end is looked for: what a telephone adds after it does not matter (ITU T.81, B.1).
enum JPEG {
  static func isWhole(_ path: String) -> Bool {
    guard let bytes = try? Disk.read(path, named: path, limit: most), bytes.starts(with: [0xFF, 0xD8]) else {
      return false
    }
    var place = 2
    while place + 4 <= bytes.count, bytes[place] == 0xFF {
      let kind = bytes[place + 1]
      if kind == 0xFF {
        place += 1
        continue
      }
      if kind == 0xD9 { return false }
      let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
      place += 2 + length
      if kind == startOfScan { return ends(bytes, from: place) }
    }
    return false
  }

  private static let most = 256 << 20
  private static let startOfScan: UInt8 = 0xDA

  /// Inside a scan, `FF` is followed by zero, by a restart mark, or by a true mark.
  private static func ends(_ bytes: [UInt8], from start: Int) -> Bool {
    var place = start
    while place + 1 < bytes.count {
      if bytes[place] == 0xFF, bytes[place + 1] == 0xD9 { return true }
      place += 1
    }
    return false
  }
}
