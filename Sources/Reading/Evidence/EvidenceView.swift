import Artefacts
import Channel
import Files
import XML

/// A picture that not every screen shows, drawn as a JPEG beside the evidence.
package enum EvidenceView {
  /// Draws a page, unless it was drawn from that very file.
  /// - Parameters:
  ///   - source: the picture; what is drawn bears its time.
  ///   - page: from 1.
  /// - Returns: whether it is there.
  package static func draw(
    _ source: String, page: Int, of original: Disk.Entry, to folder: String, as name: String
  ) throws(Refusal) -> Bool {
    let drawn = Disk.entry(name, in: folder)
    if drawn.kind == .file, drawn.modified == original.modified { return true }
    let inquiry = Readers.ask(source, as: .picture, word: String(page))
    var bytes: [UInt8] = []
    while let frame = inquiry.next() { if case .bytes(let part) = frame { bytes += part } }
    if inquiry.ending != .answered || !bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return false }
    try Draft(folder + "/" + name, with: bytes).keep()
    Disk.date(folder + "/" + name, modified: original.modified)
    return true
  }
}
