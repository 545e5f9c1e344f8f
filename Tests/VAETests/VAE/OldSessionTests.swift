import Foundation
import Schemas
import Testing
import XML

@testable import Artefacts
@testable import Engine
@testable import Files
@testable import VAE

/// A session written for the first version of the documents, kept as it was.
@Suite("Older documents")
struct OldSessionTests {
  @Test("A session of the first version is run as it is, its table of regimes completed from the tool’s")
  func run() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "acquis-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let session = folder.appending(path: "session").path
    try FileManager.default.copyItem(atPath: Place.tests.appending(path: "OldSession").path, toPath: session)
    let run = try PathRun(
      session: session, out: folder.appending(path: "out").path, pipeline: try Pipeline.vae(), asOf: nil,
      options: RunOptions())
    let outcome = try await run.run { _, _ in }
    let dossier = try #require(outcome.dossiers.first)
    #expect(dossier.diagnostics.filter { $0.severity == .error }.isEmpty, "\(dossier.diagnostics)")
    let results = try Results(folder.appending(path: "out").path)
    let deliberation: Deliberation = try #require(try results.read("candidat"))
    #expect(deliberation.sitting != nil && deliberation.findings["jury.asked"] != nil)
    let bytes = try #require(try Disk.read("\(results.out)/candidat/interview.xml", named: "interview.xml"))
    #expect(try Schemas.read(bytes, file: "interview.xml")["version"] == String(Schemas.version))
  }

  @Test("A document of a newer version is refused with what to do, before its content is judged")
  func newer() throws {
    let bytes = Array(
      "<?xml version=\"1.0\"?>\n<request xmlns=\"urn:acquis:1\" version=\"99\"><neuf/></request>".utf8)
    let refusal = #expect(throws: Refusal.self) { try Schemas.read("request", bytes, file: "request.xml") }
    #expect(refusal?.diagnostics.map(\.code) == [.schemaVersion])
  }
}
