import Foundation
import Testing
import XML

@testable import Files

@Suite("Ensembles de fichiers")
struct WholeSetTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "acquis-\(UUID().uuidString)")
    .path

  init() throws {
    for name in ["a", "b"] { try Disk.makeFolder("\(folder)/\(name)") }
    _ = try Disk.replace("\(folder)/a/decision.xml", with: Array("ancienne".utf8))
  }

  private func set() throws -> WholeSet {
    var set = WholeSet(in: folder)
    try set.add("a/decisions/kept.xml", bytes: Array("ancienne".utf8))
    try set.add("a/decision.xml", bytes: Array("nouvelle".utf8))
    try set.add("b/decision.xml", bytes: Array("nouvelle".utf8))
    return set
  }

  private func tree() -> [String: String] {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var files: [String: String] = [:]
    for name in FileManager.default.subpaths(atPath: folder) ?? [] where name != WholeSet.lock {
      guard let bytes = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
      files[name] = String(decoding: bytes, as: UTF8.self)
    }
    return files
  }

  private let whole = [
    "a/decision.xml": "nouvelle", "a/decisions/kept.xml": "ancienne", "b/decision.xml": "nouvelle",
  ]

  @Test("A set that was not committed leaves what was there")
  func uncommitted() throws {
    _ = try set()
    try WholeSet.resume(folder)
    Disk.sweep(folder)
    #expect(tree() == ["a/decision.xml": "ancienne"])
  }

  @Test("A committed set is finished by the next command, wherever it stopped", arguments: 0...3)
  func committed(done: Int) throws {
    try set().promise()
    let list = try #require(FileManager.default.contents(atPath: folder + "/.lot-acquis"))
    let names = String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init)
    for index in 0..<done {
      let (temporary, place) = (names[index * 2], names[index * 2 + 1])
      try Disk.makeFolder("\(folder)/a/decisions")
      try Draft(temporary: "\(folder)/\(temporary)", place: "\(folder)/\(place)").keep()
    }
    try WholeSet.resume(folder)
    #expect(tree() == whole)
  }

  @Test("A committed set that cannot take a place now loses nothing: the next command finishes it")
  func obstructed() throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/b/decision.xml/obstacle", withIntermediateDirectories: true)
    let whole = try set()
    #expect(throws: Refusal.self) { try whole.keep() }
    try FileManager.default.removeItem(atPath: folder + "/b/decision.xml")
    try WholeSet.resume(folder)
    #expect(tree() == self.whole)
  }

  @Test("While another holds the folder, a committed set is not touched")
  func held() throws {
    try set().promise()
    let lock = try FolderLock("\(folder)/\(WholeSet.lock)", resting: [], holder: "autre")
    #expect(throws: Refusal.self) { try WholeSet.resume(folder) }
    lock.release()
    try WholeSet.resume(folder)
    #expect(tree() == whole)
  }

  @Test(
    "A list that leads elsewhere moves nothing",
    arguments: [
      ".acquis-x.tmp\n../dehors.xml", ".acquis-x.tmp\na/../../dehors.xml",
      "../.acquis-x.tmp\na/decision.xml", "a/.acquis-x.tmp\na/decision.xml",
      "a/autre.xml\na/decision.xml", ".acquis-x.tmp\n/dehors.xml", ".acquis-x.tmp\na/b/c/d.xml",
      ".acquis-x.tmp\n.acquis", ".acquis-x.tmp\na/.memory.xml", "a", "lien/.acquis-x.tmp\na/decision.xml",
    ])
  func elsewhere(list: String) throws {
    for name in ["a/.acquis-x.tmp", "a/autre.xml", ".acquis-x.tmp"] {
      _ = try Disk.replace("\(folder)/\(name)", with: Array("x".utf8))
    }
    try FileManager.default.createSymbolicLink(atPath: folder + "/lien", withDestinationPath: folder + "/b")
    _ = try Disk.replace("\(folder)/b/.acquis-x.tmp", with: Array("x".utf8))
    _ = try Disk.replace("\(folder)/.lot-acquis", with: Array(list.utf8))
    try WholeSet.resume(folder)
    let after = tree()
    #expect(after["a/decision.xml"] == "ancienne" && after["a/autre.xml"] == "x")
    for name in [".acquis-x.tmp", "a/.acquis-x.tmp", "b/.acquis-x.tmp"] { #expect(after[name] == "x") }
  }

  @Test("A set never goes through a link")
  func link() throws {
    try FileManager.default.createSymbolicLink(atPath: folder + "/lien", withDestinationPath: folder + "/b")
    var set = WholeSet(in: folder)
    #expect(throws: Refusal.self) { try set.add("lien/decision.xml", bytes: [1]) }
    _ = try Disk.replace("\(folder)/.acquis-x.tmp", with: Array("x".utf8))
    _ = try Disk.replace("\(folder)/.lot-acquis", with: Array(".acquis-x.tmp\nlien/decision.xml".utf8))
    #expect(throws: Refusal.self) { try WholeSet.resume(folder) }
    #expect(tree()["b/decision.xml"] == nil)
  }
}
