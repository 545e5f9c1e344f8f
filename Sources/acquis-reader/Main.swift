import Artefacts
import CChannel
import CPapers
import Glibc
import Reading
import XML

/// The reader: it alone parses what candidates hand in. It is given files as open descriptors, over a pipe, and answers in XML;
/// once its doors are shut it can open nothing, reach nobody and start nothing.
@main
enum Main {
  static func main() {
    let isLess = reader_bound(ReaderAnswer.memory) != 0 || reader_allow(ReaderAnswer.seconds) != 0
    let versions = unsafe String(cString: papers_versions())
    papers_open()
    guard reader_shut() == 0 else { exit(1) }
    answer(
      Element(
        "reader",
        attributes: [.init("versions", versions), .init("limits", isLess ? "machine" : "own")]))
    var (kind, descriptor): (UInt8, Int32) = (0, -1)
    while unsafe channel_take(0, &kind, &descriptor) == 1 {
      _ = reader_allow(ReaderAnswer.seconds)
      guard let paper = Paper(rawValue: kind) else { exit(1) }
      reader_room(paper.memory)
      let said = Look.look(at: descriptor, as: paper)
      close(descriptor)
      answer(said)
    }
  }

  private static func answer(_ element: Element) {
    var rest = ReaderAnswer.framed(element)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(1, $0.baseAddress, $0.count) }
      if count <= 0 { exit(1) }
      rest = rest.dropFirst(count)
    }
  }
}
