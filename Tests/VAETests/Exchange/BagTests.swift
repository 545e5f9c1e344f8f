import Foundation
import Testing
import XML

@testable import Artefacts
@testable import Exchange
@testable import Files

@Suite("Paquets scellés")
struct BagTests {
  private let root = FileManager.default.temporaryDirectory.appending(path: "acquis-\(UUID().uuidString)")
    .path
  private let derived: Set<String> = ["admissibility", "intake"]

  /// A folder of results with a page, a hidden file, and a name that a manifest must encode.
  private func results() throws -> String {
    let folder = root + "/out/candidat"
    try Disk.makeFolder(folder + "/evidence")
    let admissibility = try Fixture.assess(Fixture.request)
    var xml = admissibility.xml
    xml.children.insert(Element("provenance", attributes: [.init("engine", "essai")]), at: 0)
    _ = try Disk.replace(folder + "/admissibility.xml", with: xml.document(namespace: "urn:acquis:1"))
    _ = try Disk.replace(folder + "/jury.html", with: Array("<p>é</p>".utf8))
    _ = try Disk.replace(folder + "/evidence/relevé 100 %.pdf", with: Array("%PDF-1.4".utf8))
    _ = try Disk.replace(folder + "/.memory.xml", with: Array("caché".utf8))
    return folder
  }

  private func sealed(_ transfer: SedaTransfer? = nil) throws -> String {
    let target = root + "/paquet"
    var bag = try Bag(of: try results())
    try bag.write(to: target, transfer)
    return target
  }

  @Test("A bag holds every file but the hidden ones, and verifies")
  func whole() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let bag = try sealed()
    let manifest = String(decoding: try Disk.existing(bag + "/manifest-sha256.txt"), as: UTF8.self)
    #expect(manifest.split(separator: "\n").count == 3 && manifest.contains("relevé 100 %25.pdf"))
    #expect(!manifest.contains("memory"))
    let verification = try Verification(bag, derived: derived)
    #expect(verification.problems.isEmpty, "\(verification.problems)")
    #expect(verification.compared > 3)
  }

  @Test(
    "What is changed, removed or added in a bag is told",
    arguments: [
      ("changed", DiagnosticCode.verifyDigest), ("removed", .verifyMissing), ("added", .verifyUnlisted),
      ("version", .verifyVersion), ("outside", .verifyLine),
    ])
  func tampered(how: String, code: DiagnosticCode) throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let bag = try sealed()
    switch how {
    case "changed": _ = try Disk.replace(bag + "/data/jury.html", with: Array("autre".utf8))
    case "removed": Disk.remove(bag + "/data/jury.html")
    case "added": _ = try Disk.replace(bag + "/data/intrus.txt", with: [])
    case "version": _ = try Disk.replace(bag + "/bagit.txt", with: Array("BagIt-Version: 0.97\n".utf8))
    default:
      let line = String(repeating: "0", count: 64) + "  ../ailleurs\n"
      _ = try Disk.replace(bag + "/manifest-sha256.txt", with: Array(line.utf8))
    }
    #expect(try Verification(bag, derived: derived).problems.map(\.code).contains(code))
  }

  @Test("A package is never written over another, nor inside what it seals")
  func places() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let folder = try results()
    var bag = try Bag(of: folder)
    let inside = #expect(throws: Refusal.self) { try bag.write(to: folder + "/paquet", nil) }
    #expect(inside?.diagnostics.map(\.code) == [.packPlace])
    try bag.write(to: root + "/paquet", nil)
    let again = #expect(throws: Refusal.self) { try bag.write(to: root + "/paquet", nil) }
    #expect(again?.diagnostics.map(\.code) == [.packExists])
    #expect(throws: Refusal.self) { try Bag(of: root) }
    #expect(throws: Refusal.self) { try Verification(root, derived: []) }
  }

  @Test("A transfer names each file once, by its digest and its escaped address")
  func seda() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let bag = try sealed(
      SedaTransfer(
        date: Fixture.day("2022-05-01"), agreement: "A & B", archive: "SA", sender: "SV",
        identifier: "candidat"))
    let text = String(decoding: try Disk.existing(bag + "/manifest.xml"), as: UTF8.self)
    #expect(text.contains("A &amp; B") && text.contains("relev%C3%A9%20100%20%25.pdf"))
    #expect(text.components(separatedBy: "<BinaryDataObject ").count == 4)
    #expect(try Verification(bag, derived: derived).problems.isEmpty)
  }
}
