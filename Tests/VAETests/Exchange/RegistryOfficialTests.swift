import Foundation
import Testing
import XML

@testable import Artefacts
@testable import Exchange

@Suite("Registre national : les documents officiels, où ils sont à côté du projet")
struct RegistryOfficialTests {
  private func report(_ name: String) throws -> DepositReport {
    let deposit = try Deposit()
    return try DepositReport(deposit.file("accuse.xml", bytes(name)))
  }

  /// The bytes of a document of the Caisse des dépôts.
  private func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Place.shared.appending(path: "data/cdc/" + name)))
  }

  @Test(
    "The report of treatment is read whole: two accepted, one already there, two to correct",
    .enabled(if: Place.isShared("data/cdc")))
  func report() throws {
    let report = try report("accuse-traitement-exemple.xml")
    #expect(report.accepted.sorted() == ["1964200", "1968666", "1983189"])
    #expect(report.rejected.map(\.id) == ["1979262", "1996215"])
    #expect(report.rejected.allSatisfy { $0.advice.contains("naissance") })
    #expect(report.file.hasSuffix(".xml"))
  }

  @Test("The report of a file refused by the XSD says the line", .enabled(if: Place.isShared("data/cdc")))
  func refused() throws {
    let report = try report("accuse-traitement-rejet-xsd.xml")
    #expect(report.accepted.isEmpty && report.refusals.count == 1)
    #expect(report.refusals[0].hasPrefix("ligne 1, colonne 18"))
  }

  @Test(
    "The official examples are valid and are read; what is exported reads back as what was awarded",
    .enabled(if: Place.isShared("data/cdc")))
  func examples() throws {
    let xsd = try bytes("certifications-cdc-kit-v2.0.0-xsd-1.1.2.xsd")
    let schema = try Schema(xsd: xsd)
    func texts(_ name: String, _ element: Element) -> [String] {
      (element.name.hasSuffix(name) ? [element.text.collapsed] : [])
        + element.children.flatMap { texts(name, $0) }
    }
    for name in ["exemple-officiel-kit-v2.0.0.xml", "exemple-vae-rncp28236-synthetique.xml"] {
      let bytes = try bytes(name)
      try schema.check(bytes, file: name)
      #expect(try !texts("idTechnique", Element(foreign: bytes)).isEmpty, "\(name)")
    }
    var request = Fixture.request
    request.person.birthName = "D’ÉTÉ & <FILS>"
    let award = Award(session: Fixture.session, request: request, awardedOn: Fixture.day("2022-03-24"))
    let moment = try #require(DepositFile.Moment("2022-04-01T09:30"))
    let registry = DepositAccount(client: "EXEMPLE1", contract: "MCFCER000000", postcode: nil)
    let read = try Element(foreign: try #require(DepositFile.files([award], registry, at: moment).first))
    #expect(texts("idTechnique", read) == [award.id])
    #expect(texts("nomNaissance", read) == ["D’ÉTÉ & <FILS>"])
    #expect(texts("horodatage", read) == ["2022-04-01T09:30:00+02:00"])
  }

  @Test(
    "An award has the elements of the official VAE example, in its order",
    .enabled(if: Place.isShared("data/cdc")))
  func order() throws {
    let bytes = try bytes("exemple-vae-rncp28236-synthetique.xml")
    func passage(_ element: Element) -> Element? {
      if element.name.hasSuffix("passageCertification") { return element }
      return element.children.lazy.compactMap(passage).first
    }
    func names(_ element: Element) -> [String] {
      element.children.flatMap { [String($0.name.split(separator: ":").last ?? "")] + names($0) }
    }
    let official = names(try #require(passage(try Element(foreign: bytes))))
    let award = Award(
      session: Fixture.session, request: Fixture.request, awardedOn: Fixture.day("2022-03-24"))
    let own = names(
      award.element(DepositAccount(client: "EXEMPLE1", contract: "MCFCER000000", postcode: "00000")))
    let shared = own.filter(official.contains)
    #expect(shared == official.filter(own.contains))
    #expect(shared.count > 25)
  }
}
