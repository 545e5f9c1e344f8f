import Foundation
import Testing
import XML

@testable import Artefacts
@testable import Channel

/// A program that someone has turned says what it likes, as long as it likes: `TurnedReader/reader.py` does.
@Suite("Lecteur retourné")
struct TurnedReaderTests {
  private func inquiry(_ way: String) throws -> Inquiry {
    let deposit = try Deposit()
    let program = Place.tests.appending(path: "TurnedReader/reader.py").path
    let reader = try #require(ReaderProcess(program))
    reader.hand(Int32(0), as: .picture, word: way)
    withExtendedLifetime(deposit) {}
    return Inquiry(reader, .picture)
  }

  @Test(
    "An answer of empty parts, of parts without end, of elements without end, comes to its end",
    arguments: ["empty", "bytes", "elements"])
  func endless(way: String) throws {
    let inquiry = try inquiry(way)
    while inquiry.next() != nil {}
    #expect(inquiry.ending == .failed)
  }

  @Test("One that computes on and on, deaf to its limits, is ended, and the file is one that goes over them")
  func deaf() throws {
    let inquiry = try inquiry("deaf")
    #expect(inquiry.next() == nil && inquiry.ending == .stopped)
  }

  @Test("Counts that no paper has are none that anything is built on; words for a terminal are made plain")
  func absurd() {
    let item = BoundEvidence(
      id: "P1", file: "a.tiff", kind: .procedure, state: .present, type: .tiff, pages: 2_000_000_000,
      title: "A")
    #expect(item.views.count == 200)
    let told = Refusal(Diagnostic(code: .tableKind, "a\u{1B}[2Jb")).told
    #expect(Refusal(told: told)?.diagnostics[0].message.contains("\u{1B}") == false)
    #expect(Refusal(told: Element("refusal")) == nil)
  }
}
