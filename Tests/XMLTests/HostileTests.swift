import Foundation
import Schemas
import Testing
import XML

/// Every file of `Hostile/` is named after the code that must refuse it.
@Suite("Hostile documents")
struct HostileTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Hostile")
  static let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []

  @Test("Each hostile file is refused with the code of its name, in French, with a line", arguments: files)
  func refused(file: String) throws {
    let expected = try #require(file.split(separator: "-").first.map(String.init))
    let bytes = try [UInt8](Data(contentsOf: Self.folder.appending(path: file)))
    let diagnostics = problems(bytes)
    #expect(diagnostics.first?.code.rawValue == expected, "\(diagnostics)")
    #expect(diagnostics.allSatisfy { $0.line != nil && $0.file == "essai.xml" })
  }

  @Test("The folder of hostile files is really there")
  func present() { #expect(Self.files.count >= 30) }

  @Test("A document too deep is refused")
  func depth() {
    let deep = String(repeating: "<a>", count: 2000) + String(repeating: "</a>", count: 2000)
    #expect(problems(Array(deep.utf8)).contains { $0.code == .xmlDepth })
  }

  @Test("An attribute too long is refused")
  func attribute() {
    let long = String(repeating: "a", count: 9000)
    #expect(problems(review(by: long)).map(\.code).contains(.xmlAttribute))
  }

  @Test("A text too long is refused")
  func text() {
    let long = String(repeating: "a ", count: 600_000)
    let bytes = Array(
      """
      <review xmlns="urn:acquis:1" by="A" on="2022-01-10"><item situation="S1" capacity="C1" \
      verdict="added"><reason>\(long)</reason></item></review>
      """.utf8)
    #expect(problems(bytes).map(\.code).contains(.xmlText))
  }

  @Test("A file too large is refused before it is parsed")
  func size() {
    let bytes = [UInt8](repeating: UInt8(ascii: " "), count: (16 << 20) + 1)
    #expect(problems(bytes).map(\.code) == [.xmlSize])
  }

  @Test("Too many attributes are refused")
  func attributes() {
    let many = (0..<40).map { "a\($0)=\"x\"" }.joined(separator: " ")
    #expect(
      problems(Array("<review xmlns=\"urn:acquis:1\" \(many)/>".utf8)).map(\.code).contains(.xmlAttributes))
  }

  /// libxml2 compares the attributes of a tag pair by pair, and keeps every byte of what does not end.
  @Test(
    "What is in one tag, or waits for its end, stops the reading",
    arguments: [
      "<review " + (0..<90_000).map { "a\($0)=\"x\"" }.joined(separator: " ") + "/>",
      "<review><!--" + String(repeating: "x", count: 1 << 20),
      "<review><?x " + String(repeating: "x", count: 1 << 20),
    ])
  func unended(document: String) {
    #expect(problems(Array(document.utf8)).map(\.code) == [.xmlAttribute])
  }

  /// libxml2 keeps each name of a document to the end, and looks for it among those that it has.
  @Test("Names without end stop the reading")
  func names() {
    let many = "<review>" + (0..<200_000).map { "<nom-\($0)/>" }.joined()
    var rest = Array(many.utf8)[...]
    let foreign = RecordStream(record: "FICHE") {
      defer { rest = rest.dropFirst(1 << 16) }
      return Array(rest.prefix(1 << 16))
    }
    let refusal = #expect(throws: Refusal.self) { _ = try foreign.all(where: "A", is: "B") }
    #expect(refusal?.diagnostics.map(\.code) == [.xmlMemory])
  }

  @Test("What follows the first ill-formed place is not read")
  func first() {
    let many = "<review>" + String(repeating: "<a></b>", count: 50_000)
    #expect(problems(Array(many.utf8)).map(\.code) == [.xmlTag])
  }

  /// A refusal in the middle of a tag must not free what the parser is reading: only a large file shows it.
  @Test(
    "A large document is refused as quietly as a small one",
    arguments: [
      "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:a b'",
      "long='\(String(repeating: "a", count: 70_000))'",
      (0..<3000).map { "a\($0)='x'" }.joined(separator: " "),
      "xmlns:x='http://www.w3.org/2001/XInclude'><x:include/><a",
    ])
  func large(attributes: String) {
    for items in [0, 2000, 20_000] {
      let item = "<item situation=\"S1\" capacity=\"C1\" verdict=\"added\"/>\n"
      let rest = String(repeating: item, count: items)
      let bytes = Array(
        "<review xmlns=\"urn:acquis:1\" by=\"A\" on=\"2022-01-10\" \(attributes)>\(rest)</review>".utf8)
      #expect(!problems(bytes).isEmpty)
    }
  }

  @Test("A text too long in a large document is refused quietly")
  func largeText() {
    let item =
      "<item situation=\"S1\" capacity=\"C1\" verdict=\"added\"><reason>\(String(repeating: "mot ", count: 400_000))</reason></item>"
    let bytes = Array(
      "<review xmlns=\"urn:acquis:1\" by=\"A\" on=\"2022-01-10\">\(item)\(item)\(item)</review>".utf8)
    #expect(problems(bytes).map(\.code) == [.xmlText])
  }

  @Test("A document with thousands of problems reports a few and says so")
  func many() {
    let items = String(repeating: "<item/>", count: 5000)
    let found = problems(
      Array("<review xmlns=\"urn:acquis:1\" by=\"A\" on=\"2022-01-10\">\(items)</review>".utf8))
    #expect(found.count == Limits().diagnostics + 1)
    #expect(found.last?.code == .xmlMore)
  }

  @Test("A document of another kind is refused by name")
  func kind() {
    #expect(throws: Refusal.self) { try Schemas.read("record", review(by: "A"), file: "record.xml") }
  }
}

func review(by: String) -> [UInt8] {
  Array("<review xmlns=\"urn:acquis:1\" by=\"\(by)\" on=\"2022-01-10\"/>\n".utf8)
}

func problems(_ bytes: [UInt8]) -> [Diagnostic] {
  do throws(Refusal) {
    _ = try Schemas.all.get().read(bytes, file: "essai.xml")
    return []
  } catch {
    return error.diagnostics
  }
}
