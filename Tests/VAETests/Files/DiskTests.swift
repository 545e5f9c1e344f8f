import Foundation
import Testing
import XML

@testable import Files

/// Whoever plants a link on the way, and whenever: every call of ours stops there.
@Suite("Liens sur le chemin")
struct DiskTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "acquis-\(UUID().uuidString)")
    .path
  private var through: String { folder + "/lien/f.xml" }

  init() throws {
    for name in ["a/b", "vrai/b"] { try Disk.makeFolder("\(folder)/\(name)") }
    for name in ["vrai/f.xml", "vrai/.acquis-1.tmp"] {
      try Data("précieux".utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }
    try FileManager.default.createSymbolicLink(atPath: folder + "/lien", withDestinationPath: "vrai")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/a/f.xml", withDestinationPath: "../vrai/f.xml")
  }

  private func untouched() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let names = FileManager.default.subpaths(atPath: folder + "/vrai")?.sorted()
    #expect(names == [".acquis-1.tmp", "b", "f.xml"])
    #expect(FileManager.default.contents(atPath: folder + "/vrai/f.xml") == Data("précieux".utf8))
  }

  @Test("Nothing is read, written, copied, moved, listed, removed or made through a link to a folder")
  func folders() throws {
    try Data("x".utf8).write(to: URL(filePath: folder + "/a/x"))
    let draft = Draft(temporary: folder + "/a/x", place: through)
    #expect(throws: Refusal.self) { try draft.keep() }
    try Data("x".utf8).write(to: URL(filePath: folder + "/a/x"))
    #expect(throws: Refusal.self) { try Disk.replace(through, with: [1]) }
    #expect(throws: Refusal.self) { try Disk.read(through, named: "f.xml") }
    #expect(throws: Refusal.self) { try Disk.copy(through, to: folder + "/a/copie") }
    #expect(throws: Refusal.self) { try Disk.copy(folder + "/a/x", to: through) }
    #expect(throws: Refusal.self) { try Disk.makeFolder(folder + "/lien/c/d") }
    #expect(throws: Refusal.self) { try Disk.makeOwnFolder(folder + "/lien/c") }
    #expect(throws: Refusal.self) { try Disk.makeOwnFolder(folder + "/lien") }
    #expect(throws: Refusal.self) { try Disk.list(folder + "/lien/b") }
    #expect(throws: Refusal.self) { try FolderLock(folder + "/lien/.acquis", resting: [], holder: "") }
    #expect(try Disk.list(folder + "/lien") == nil)
    #expect(!Disk.entry("f.xml", in: folder + "/lien").isThere)
    #expect(FileDigest(through) == nil)
    Disk.sweep(folder + "/lien")
    Disk.remove(through)
    untouched()
  }

  @Test("A link to a file is neither read nor written through: it is what is replaced or removed")
  func files() throws {
    let link = folder + "/a/f.xml"
    #expect(throws: Refusal.self) { try Disk.read(link, named: "f.xml") }
    #expect(FileDigest(link) == nil)
    #expect(try Disk.replace(link, with: Array("précieux".utf8)))
    #expect(Disk.entry("f.xml", in: folder + "/a").kind == .file)
    Disk.remove(link)
    untouched()
  }

  @Test("A lock whose file has another name elsewhere is refused: what is written in it would be there")
  func hardLink() throws {
    try FileManager.default.linkItem(atPath: folder + "/vrai/f.xml", toPath: folder + "/a/.acquis")
    #expect(throws: Refusal.self) { try FolderLock(folder + "/a/.acquis", resting: [], holder: "moi") }
    untouched()
  }

  @Test("What a person names may go through links: it is said once where that leads")
  func named() throws {
    #expect(Disk.straight(folder + "/a/b") == folder + "/a/b")
    #expect(Disk.straight(folder + "/lien/b").hasSuffix("/vrai/b"))
    #expect(Disk.straight(folder + "/lien").hasSuffix("/vrai"))
    #expect(Disk.straight(folder + "/lien/c/d").hasSuffix("/vrai/c/d"))
    #expect(Disk.straight("pas/la") == "pas/la")
    #expect(try Disk.existing(folder + "/a/f.xml") == Array("précieux".utf8))
    untouched()
  }
}
