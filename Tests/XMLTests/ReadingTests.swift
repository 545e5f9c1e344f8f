import Schemas
import Testing
import XML

@Suite("Reading and writing")
struct ReadingTests {
  private func read(_ bytes: [UInt8]) throws -> Element {
    try Schemas.all.get().read(bytes, file: "essai.xml")
  }

  @Test("A UTF-8 byte order mark is not part of the text")
  func mark() throws {
    #expect(try read([0xEF, 0xBB, 0xBF] + review(by: "Zoé"))["by"] == "Zoé")
  }

  @Test("A document that declares ISO-8859-1 is read")
  func latin() throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><review xmlns=\"urn:acquis:1\" by=\"Zoé\" on=\"2022-01-10\"/>"
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    #expect(try read(bytes)["by"] == "Zoé")
  }

  @Test("A document in UTF-16, either order, is read", arguments: [true, false])
  func wide(bigEndian: Bool) throws {
    let text =
      "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?><review xmlns=\"urn:acquis:1\" by=\"Zoé\" on=\"2022-01-10\"/>"
    let bytes = text.utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? pair : pair.reversed()
    }
    #expect(try read(bytes)["by"] == "Zoé")
  }

  @Test("A problem after a hundred thousand lines is reported at its line")
  func manyLines() {
    let text = String(repeating: "\n", count: 100_000)
    let bytes = Array(
      "<review xmlns=\"urn:acquis:1\" by=\"A\" on=\"2022-01-10\">\(text)<item situation=\"S1\"/></review>"
        .utf8)
    #expect(problems(bytes).first?.line == 100_001)
  }

  @Test("A problem names the line, the place and a remedy")
  func place() {
    let bytes = Array(
      """
      <review xmlns="urn:acquis:1" by="A" on="2022-01-10">
        <item situation="S1" capacity="C1" verdict="confirmed"/>
        <item situation="S2" capacity="X9" verdict="confirmed"/>
      </review>
      """.utf8)
    let problem = problems(bytes).first
    #expect(problem?.line == 3)
    #expect(problem?.path?.hasPrefix("/review/item") == true)
    #expect(problem?.advice != nil)
    #expect(problem?.message.contains("capacity") == true)
  }

  @Test("A missing child is told of its parent, not of its parent’s parent")
  func missingChild() {
    let bytes = Array("<dossier xmlns=\"urn:acquis:1\" submittedOn=\"2021-12-13\"/>".utf8)
    #expect(problems(bytes).first?.path == "/dossier")
  }

  @Test("Predefined entities and character references are resolved, in text and in attributes")
  func entities() throws {
    let element = try read(review(by: "A &amp; B &lt;&#233;&gt;"))
    #expect(element["by"] == "A & B <é>")
  }

  @Test("CDATA is text, comments and processing instructions are nothing")
  func cdata() throws {
    let bytes = Array(
      """
      <?xml-stylesheet href="x.xsl"?><review xmlns="urn:acquis:1" by="A" on="2022-01-10"><!-- rien -->\
      <item situation="S1" capacity="C1" verdict="added"><reason>a<![CDATA[<b>&]]>c</reason></item></review>
      """.utf8)
    #expect(try read(bytes).children.first?.first("reason")?.text == "a<b>&c")
  }

  @Test("Reading what was written gives the same element, whatever the characters", arguments: 0..<200)
  func law(seed: Int) throws {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let alphabet = Array("aé œ€<>&\"'\t\n\r\u{A0}\u{202F}\u{2028}😀]]>".unicodeScalars)
    func text() -> String {
      String(String.UnicodeScalarView((0...next(40)).map { _ in alphabet[next(alphabet.count)] })) + "x"
    }
    let items = (0..<next(5)).map { _ in
      Element(
        "item",
        attributes: [
          .init("situation", "S1"), .init("capacity", "C\(1 + next(9))"), .init("verdict", "added"),
        ],
        children: [Element("reason", text: text())])
    }
    let element = Element(
      "review", attributes: [.init("by", "x" + text()), .init("on", "2022-01-10")], children: items)
    #expect(try read(element.document(namespace: Schemas.namespace)) == element)
  }

  @Test("A character that XML cannot hold is replaced, never written")
  func illegal() throws {
    let bytes = Element(
      "review", attributes: [.init("by", "a\u{0}\u{1}\u{FFFE}b"), .init("on", "2022-01-10")]
    )
    .document(namespace: Schemas.namespace)
    #expect(try read(bytes)["by"] == "a\u{FFFD}\u{FFFD}\u{FFFD}b")
  }

  @Test("One schema serves many threads at once")
  func threads() async throws {
    let bytes = review(by: "A")
    let read = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask { (0..<500).count { _ in (try? Schemas.all.get().read(bytes)) != nil } }
      }
      return await group.reduce(0, +)
    }
    #expect(read == 4000)
  }
}
