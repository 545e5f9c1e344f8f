import XML

/// One question put to a reader: its answer comes a frame at a time.
package final class Inquiry {
  /// How it ended.
  package enum Ending: Sendable {
    /// All was said.
    case answered
    /// It went over a limit of ours.
    case stopped
    /// The reader is not there, was killed by someone else, sleeps, or is under limits of the machine: nothing is known of the
    /// file.
    case failed
  }

  /// Nil as long as there is more to come.
  package private(set) var ending: Ending?
  private let reader: ReaderProcess?
  private var rest: Int

  /// What a frame costs at least: many empty ones are an answer without end.
  private static let leastCost = 256

  init(_ reader: ReaderProcess?, _ paper: Paper) {
    (self.reader, rest) = (reader, paper.answerBytes)
    if reader == nil { ending = .failed }
  }

  deinit {
    // One that was not heard to the end is of no use for another file.
    if let reader, ending == .answered { Readers.give(reader) }
  }

  /// What is said next; nil at the end.
  package func next() -> Frame? {
    guard ending == nil, let reader else { return nil }
    guard let frame = reader.next() else {
      ending = reader.end()
      return nil
    }
    if case .end = frame.said {
      ending = .answered
      return nil
    }
    rest -= max(frame.length, Inquiry.leastCost)
    if rest < 0 {
      ending = .failed
      return nil
    }
    return frame.said
  }

  /// The next element; nil at the end.
  package func nextElement() -> Element? {
    while let frame = next() { if case .element(let element) = frame { return element } }
    return nil
  }
}
