import Testing
import XML

@testable import Pages
@testable import Schemas

@Suite("Ce que les pages à remplir lisent des schémas")
struct FormTests {
  private func kind(_ root: String) throws -> Structure.Kind {
    let part = try #require(Structure.all.roots[root])
    return try #require(Structure.all.kinds[part.type])
  }

  @Test("The order, what is required and what repeats are those of the XSD")
  func structure() throws {
    let record = try kind("record")
    #expect(
      record.attributes.map(\.name) == ["number", "candidate", "on", "start", "end", "status", "version"])
    #expect(record.attributes.filter(\.isRequired).map(\.name) == ["on", "status"])
    #expect(record.children.first?.name == "present" && record.children.last?.name == "earlier")
    #expect(record.children.filter { !$0.isMany }.map(\.name) == ["companyOpinion", "revocation"])
    let decision = try kind("decision")
    #expect(decision.children.filter(\.isRequired).map(\.name) == ["conformity", "vote"])
  }

  @Test("A reference to an element is followed")
  func reference() throws {
    let root = try #require(Structure.all.roots["decisions"])
    #expect(
      Structure.all.kinds(under: root).keys.sorted() == [
        "caseType", "conformityType", "decisionType", "decisionsType", "juryRulingType", "presenceType",
        "recusalType", "revocationType", "voteType",
      ])
  }

  @Test("A text has its limits, and an enumeration its French names")
  func texts() throws {
    #expect(Structure.all.texts["line"]?.most == 600 && Structure.all.texts["line"]?.isLine == true)
    #expect(Structure.all.texts["paragraph"]?.isLine == false)
    #expect(Structure.all.texts["day"]?.range == "1900-01-01"..."2199-12-31")
    let values = try #require(Structure.all.texts["capacityOutcome"]?.values)
    for each in values { #expect(each.label == Labels.label("capacityOutcome", each.value)) }
    #expect(values.map(\.value) == ["acquired", "not-acquired", "not-assessed"])
  }

  @Test("No data can end its script, nor open a comment in it")
  func data() {
    var writer = Writer()
    JSON.object([("a\"\\", .list([.text("</script><!--&\u{2028}\n\0"), .number(-2), .flag(true)]))]).write(
      to: &writer)
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == #"{"a\"\\":["\u003c/script\u003e\u003c!--\u0026\u2028\u000a\u0000",-2,true]}"#)
  }
}
