import Foundation
import Schemas
import Testing
import XML

@testable import Artefacts
@testable import Files
@testable import Reading
@testable import Rules

@Suite("Pièces hostiles : chacune est nommée, aucune n’arrête rien")
struct HostileEvidenceTests {
  private static func names(_ folder: String) -> [String] {
    let path = Deposit.hostile.path + folder
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
      .filter { $0.contains("--") }.sorted()
  }

  private static func expected(_ name: String) -> FileProblem? {
    name.range(of: "--").flatMap { FileProblem(rawValue: String(name[..<$0.lowerBound])) }
  }

  @Test("Each hostile file has the finding of its name", arguments: names(""))
  func file(name: String) async throws {
    let deposit = try Deposit()
    try deposit.add(name, Array(Data(contentsOf: Deposit.hostile.appending(path: name))))
    let files = try await deposit.collect()
    #expect(files.count == 1)
    let kinds = files[0].problems.map(\.kind)
    if name.hasPrefix("fine") {
      #expect(kinds == [] || kinds == [.noText])
    } else {
      #expect(kinds.contains(try #require(HostileEvidenceTests.expected(name))), "\(kinds)")
    }
  }

  @Test(
    "Each hostile archive has the finding of its name, and nothing leaves its folder",
    arguments: names("/archives"))
  func archive(name: String) async throws {
    let deposit = try Deposit()
    let source = Deposit.hostile.appending(path: "archives/" + name)
    try FileManager.default.copyItem(atPath: source.path, toPath: deposit.folder.sources + "/evidence.zip")
    let files = try await deposit.collect()
    let kinds = files.flatMap { $0.problems.map(\.kind) }
    if name.hasPrefix("fine") {
      #expect(!kinds.contains { $0.isFatal && $0 != .unknownType })
    } else {
      #expect(kinds.contains(try #require(HostileEvidenceTests.expected(name))), "\(kinds)")
    }
    let everything = FileManager.default.enumerator(atPath: deposit.root.path)?.allObjects as? [String] ?? []
    #expect(!everything.contains { $0.hasSuffix("out.txt") })
    for entry in try Disk.list(deposit.folder.unpacked) ?? [] { #expect(entry.kind == .file) }
  }

  @Test(
    "Two entries of one name in two folders both live, beside a loose file of that name; accents of DOS are read"
  )
  func sameNames() async throws {
    let deposit = try Deposit()
    try deposit.add("x.txt", Array("0".utf8))
    // Of the longest that a disk takes.
    let long = String(repeating: "é", count: 125) + ".txt"
    for (name, expected) in [
      ("fine--same-names.zip", ["a - x.txt", "b - x.txt", "x.txt"]),
      ("fine--dos-accents.zip", ["procédure.txt", "x.txt"]),
      ("fine--long-names.zip", ["2 - " + long.dropFirst(7), "3 - " + long.dropFirst(7), "x.txt", long]),
    ] {
      let place = deposit.folder.sources + "/evidence.zip"
      try? FileManager.default.removeItem(atPath: place)
      try FileManager.default.copyItem(
        atPath: Deposit.hostile.appending(path: "archives/" + name).path, toPath: place)
      #expect(try await deposit.collect().map(\.name) == expected)
    }
  }

  @Test(
    "A number is found where no page shows it",
    arguments: ["fine--number-in-a-note.pdf", "fine--number-in-a-sheet.xlsx"])
  func unseen(name: String) async throws {
    let deposit = try Deposit()
    try deposit.add(name, Array(Data(contentsOf: Deposit.hostile.appending(path: name))))
    #expect(try await deposit.collect()[0].sensitive.map(\.kind) == [.nir])
  }

  @Test("Strange names, links, pipes and folders are told, never followed nor waited for")
  func strange() async throws {
    let deposit = try Deposit()
    let place = deposit.folder.evidence + "/"
    try deposit.add("retour\nligne.txt", Array("Bonjour".utf8))
    try deposit.add("photo\u{202E}gpj.exe", Array("Bonjour".utf8))
    try deposit.add(String(repeating: "é", count: 124) + ".txt", Array("Bonjour".utf8))
    try FileManager.default.createSymbolicLink(atPath: place + "lien.txt", withDestinationPath: "/etc/passwd")
    try FileManager.default.createDirectory(atPath: place + "dossier", withIntermediateDirectories: false)
    #expect(mkfifo(place + "tube", 0o600) == 0)
    let files = try await deposit.collect()
    #expect(files.count == 6)
    func kinds(_ part: String) -> [FileProblem] {
      files.first { $0.name.contains(part) }?.problems.map(\.kind) ?? []
    }
    #expect(kinds("retour").contains(.unsafeName))
    #expect(kinds("gpj").contains(.unsafeName))
    #expect(kinds("ééé") == [])
    for name in ["lien", "dossier", "tube"] { #expect(kinds(name) == [.notAFile]) }
  }

  @Test("A file read once is not read again; one that changed is")
  func memory() async throws {
    let deposit = try Deposit()
    try deposit.add("a.txt", Array("un".utf8))
    // A file that has just changed is not remembered: its next change could bear the same time.
    try await Task.sleep(for: .seconds(3.2))
    let first = try await deposit.collect()
    let memory = deposit.folder.derived + "/.memory.xml"
    let kept = try String(contentsOfFile: memory, encoding: .utf8)
    // A memory that was altered is forgotten; one that bears its seal is what is told.
    let marked = kept.replacing("scanned=\"false\"", with: "pages=\"7\" scanned=\"false\"")
    try marked.write(toFile: memory, atomically: true, encoding: .utf8)
    #expect(try await deposit.collect()[0].pages == nil)
    var sealed = try ReadingMemory(xml: Schemas.read("memory", Array(marked.utf8), file: memory))
    sealed.seal = sealed.proof
    _ = try Disk.replace(memory, with: Schemas.document(sealed.xml))
    #expect(try await deposit.collect()[0].pages == 7)
    try deposit.add("a.txt", Array("deux".utf8))
    let changed = try await deposit.collect()
    #expect(changed[0].pages == nil && changed[0].sha256 != first[0].sha256)
    try "pas du XML".write(toFile: memory, atomically: true, encoding: .utf8)
    #expect(try await deposit.collect() == changed)
  }

  @Test("The fields of an XFA form are read where its page shows nothing")
  func form() async throws {
    let deposit = try Deposit()
    let name = "waiting-page--xfa.pdf"
    try deposit.add(name, Array(Data(contentsOf: Deposit.hostile.appending(path: name))))
    let file = try await deposit.collect()[0]
    #expect(file.fields.map(\.value) == ["EXEMPLE"])
    #expect(file.fields.first?.name.hasSuffix("Page1.Nom") == true)
  }

  @Test("The same names in two spellings of an accent are one name in the list")
  func accents() throws {
    var stored = StoredFile(name: "re\u{301}ponse.txt", size: 1)
    stored.type = .text
    var parameters = Fixture.session.parameters
    parameters.alsoAllowed = "text"
    let listed = Evidence(
      id: "P1", file: "r\u{E9}ponse.txt", kind: .letter, date: nil, title: "Réponse", author: nil)
    let binding = EvidenceBinding([listed], Inventory(files: [stored]), parameters: parameters)
    #expect(binding.items[0].state == .present)
  }
}
