import Foundation
import Testing
import XML

@testable import Artefacts

/// Every document, and every element in them, walked by its shape with values made up for each field.
@Suite("Shapes")
struct ShapeTests {
  /// The documents; the rest is reached through their fields.
  static let documents: [any Shaped.Type] = [
    Session.self, Certification.self, Regimes.self, Request.self, Dossier.self, Review.self, Record.self,
    Decision.self, Decisions.self, DepositLedger.self, Admissibility.self, CentreRegister.self,
    Inventory.self,
    Intake.self, Exhibits.self, DossierDeadlines.self, Mapping.self, Guide.self, Interview.self,
    Deliberation.self, Report.self,
  ]

  /// Every type with a shape, by its name in the code.
  static let all: [String: any Shaped.Type] = {
    var found: [String: any Shaped.Type] = [:]
    func visit<T: Shaped>(_ type: T.Type) {
      guard found.updateValue(type, forKey: "\(type)") == nil else { return }
      for field in T.shape.outline { if case .child(let child) = field { visit(child) } }
    }
    documents.forEach { visit($0) }
    return found
  }()

  @Test("The walk reaches every shape of the artefacts")
  func whole() throws {
    let declared = try ArchitectureTests.sources(under: "Sources/Artefacts").flatMap { _, text in
      text.matches(of: /(?m)^package struct (\w+): (?:Shaped|Artefact)/).map { String($0.1) }
    }
    #expect(Set(declared) == Set(Self.all.keys))
  }

  @Test(
    "The fields of a shape are the stored properties of the struct, in the same order",
    arguments: all.keys.sorted())
  func order(name: String) throws {
    func check<T: Shaped>(_ type: T.Type) throws {
      let places = try T.shape.places.map { try #require($0, "\(name): a field is no stored property") }
      #expect(places == places.sorted() && Set(places).count == places.count, "\(name): \(places)")
      var values = Values()
      #expect(
        Mirror(reflecting: try T(xml: values.element(of: type))).children.count == places.count, "\(name)")
    }
    guard let type = Self.all[name] else { throw Fixture.Missing() }
    try check(type)
  }

  @Test("What is written reads the same, whatever the fields hold", arguments: all.keys.sorted())
  func law(name: String) throws {
    func check<T: Shaped>(_ type: T.Type) throws {
      // Two runs, so that each yes-or-no field is read both ways.
      for round in 0..<6 {
        var values = Values(round: round)
        let element = values.element(of: type)
        let value = try T(xml: element)
        #expect(value.xml == element, "\(name)")
        #expect(try T(xml: value.xml) == value, "\(name)")
      }
    }
    guard let type = Self.all[name] else { throw Fixture.Missing() }
    try check(type)
  }

  @Test("Fields that hold different values are kept apart by the initialiser", arguments: all.keys.sorted())
  func apart(name: String) throws {
    func check<T: Shaped>(_ type: T.Type) throws {
      for round in 0..<6 {
        var values = Values(round: round)
        let element = values.element(of: type)
        let written = try T(xml: element).xml
        #expect(written.attributes == element.attributes && written.children == element.children, "\(name)")
      }
    }
    guard let type = Self.all[name] else { throw Fixture.Missing() }
    try check(type)
  }
}

/// Values for the fields of a document, no two alike where their type allows it.
private struct Values {
  private var count = 0
  /// Which of the yes-or-no fields say yes: the bit of their rank.
  private let round: Int

  init(round: Int = 0) { self.round = round }

  mutating func element<T: Shaped>(of type: T.Type) -> Element {
    var element = Element(T.shape.name)
    for field in T.shape.outline {
      switch field {
      case .attribute(let name, let scalar):
        element.attributes.append(.init(name, spelling(of: scalar)))
      case .text(let name, let scalar):
        element.children.append(Element(name, text: spelling(of: scalar)))
      case .content(let scalar): element.text = spelling(of: scalar)
      case .child(let child): element.children.append(self.element(of: child))
      }
    }
    return element
  }

  private mutating func spelling(of type: any Scalar.Type) -> String {
    count += 1
    if type == Bool.self { return (count >> (round % 6)) & 1 == 1 ? "true" : "false" }
    if type == Int.self { return String(count) }
    if type == Day.self { return "2021" + day }
    if type == Hours.self { return "\(count).25" }
    if let code = type as? any Code.Type { return value(of: code) }
    return "texte \(count)"
  }

  private var day: String {
    let month = count / 28 % 12 + 1
    let day = count % 28 + 1
    return "-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  private func value<C: Code>(of type: C.Type) -> String {
    let all = Array(C.allCases)
    return all[count % all.count].rawValue
  }
}
