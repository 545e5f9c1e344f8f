import Foundation
import Testing
import XML

@testable import Artefacts
@testable import Engine
@testable import VAE

@Suite("Engine")
struct EngineTests {
  /// review → guide: small artefacts, a toy function.
  private static let first = Stage { (review: Review) throws(Refusal) -> Guide? in
    review.items.isEmpty
      ? nil
      : Guide(
        minutes: nil, opinions: [],
        questions: [Question(capacity: "C1", ground: .gap, situation: nil, text: review.by)])
  }
  private static let second = Stage { (guide: Guide, record: Record?) throws(Refusal) -> Inventory? in
    Inventory(files: [])
  }

  private let folder = FileManager.default.temporaryDirectory.appending(path: "acquis-\(UUID().uuidString)")

  private func session(_ dossiers: [String: [String: String]]) throws -> String {
    let path = folder.appending(path: "session")
    try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    try Data((try Templates.model("session.xml")) ?? []).write(to: path.appending(path: "session.xml"))
    for (id, files) in dossiers {
      let own = path.appending(path: id)
      try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
      for (name, text) in files { try Data(text.utf8).write(to: own.appending(path: name)) }
    }
    return path.path
  }

  private func run(
    _ session: String, stages: [Stage] = [first, second], _ change: (inout RunOptions) -> Void = { _ in }
  ) async throws -> [DossierOutcome<DossierSummary>] {
    var options = RunOptions()
    change(&options)
    let run = try PathRun(
      session: session, out: folder.path + "/out", pipeline: Pipeline(stages), asOf: nil, options: options)
    return try await run.run { _, _ in }.dossiers
  }

  private static let review =
    "<review xmlns=\"urn:acquis:1\" by=\"Zoé\" on=\"2022-01-10\"><item situation=\"S1\" capacity=\"C1\" verdict=\"added\"/></review>"
  private static let empty = "<review xmlns=\"urn:acquis:1\" by=\"Zoé\" on=\"2022-01-10\"/>"

  @Test("A pipeline refuses two stages that write the same name")
  func twice() { #expect(throws: Refusal.self) { try Pipeline([Self.first, Self.first]) } }

  @Test("A pipeline refuses a stage that reads what is written after it")
  func order() { #expect(throws: Refusal.self) { try Pipeline([Self.second, Self.first]) } }

  @Test("A missing source makes the dossier wait, and says for what")
  func waits() async throws {
    let results = try await run(session(["a": [:]]))
    #expect(results[0].stages.map(\.outcome) == [.waiting(for: ["review"]), .waiting(for: ["guide"])])
  }

  @Test("A first run writes, a second run leaves everything unchanged")
  func again() async throws {
    let path = try session(["a": ["review.xml": Self.review]])
    #expect(try await run(path)[0].stages.map(\.outcome) == [.written, .written])
    #expect(try await run(path)[0].stages.map(\.outcome) == [.unchanged, .unchanged])
  }

  @Test("A stage that gives nothing stops the dossier there")
  func stops() async throws {
    let results = try await run(session(["a": ["review.xml": Self.empty]]))
    #expect(results[0].stages.map(\.outcome) == [.stopped, .waiting(for: ["guide"])])
  }

  @Test("A source that is not valid refuses that dossier alone, once")
  func alone() async throws {
    let results = try await run(session(["a": ["review.xml": "<review"], "b": ["review.xml": Self.review]]))
    #expect(results.map(\.id) == ["a", "b"])
    #expect(results[0].diagnostics.map(\.code) == [.xmlTruncated])
    #expect(results[0].diagnostics.first?.file == "a/review.xml")
    #expect(results[0].summary.standing == .refused)
    #expect(results[1].stages.map(\.outcome) == [.written, .written])
  }

  @Test("The provenance names each input and its digest, and nothing of the machine")
  func provenance() async throws {
    _ = try await run(session(["a": ["review.xml": Self.review]]))
    let text = try String(contentsOfFile: folder.path + "/out/a/guide.xml", encoding: .utf8)
    #expect(text.contains("<input artefact=\"review\" sha256=\"\(Digest.of(Array(Self.review.utf8)))\"/>"))
    #expect(!text.contains(folder.path))
  }

  @Test("What a stage no longer produces is told, and removed only when asked")
  func stale() async throws {
    let path = try session(["a": ["review.xml": Self.review]])
    _ = try await run(path)
    try Data(Self.empty.utf8).write(to: URL(filePath: path + "/a/review.xml"))
    #expect(try await run(path)[0].outputDiagnostics.map(\.code) == [.stageStale, .stageStale])
    #expect(FileManager.default.fileExists(atPath: folder.path + "/out/a/guide.xml"))
    #expect(try await run(path) { $0.prune = true }[0].outputDiagnostics.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/a/guide.xml"))
  }

  @Test("A dry run writes nothing")
  func dry() async throws {
    _ = try await run(session(["a": ["review.xml": Self.review]])) { $0.dryRun = true }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
  }

  @Test("Files are for their owner alone, in folders for their owner alone")
  func modes() async throws {
    _ = try await run(session(["a": ["review.xml": Self.review]]))
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: folder.path + path)[.posixPermissions] as? Int
    }
    #expect(try mode("/out/a/guide.xml") == 0o600)
    #expect(try mode("/out/a") == 0o700)
  }

  @Test("A source that is a symbolic link or a pipe is refused, never followed, never waited on")
  func links() async throws {
    let path = try session(["a": [:], "b": [:]])
    try FileManager.default.createSymbolicLink(
      atPath: path + "/a/review.xml", withDestinationPath: "/etc/passwd")
    #expect(mkfifo(path + "/b/review.xml", 0o600) == 0)
    let results = try await run(path)
    #expect(results[0].diagnostics.map(\.code) == [.diskOpen])
    #expect(results[1].diagnostics.map(\.code) == [.diskKind])
  }

  @Test("Half-written files of a killed run are swept away")
  func sweep() async throws {
    let path = try session(["a": ["review.xml": Self.review]])
    _ = try await run(path)
    let leftover = folder.path + "/out/a/.acquis-999999999.tmp"
    try Data("à moitié".utf8).write(to: URL(filePath: leftover))
    _ = try await run(path)
    #expect(!FileManager.default.fileExists(atPath: leftover))
  }

  @Test("Whatever a killed run has left of its files, a new run gives the same bytes", arguments: 0..<8)
  func resumed(left: Int) async throws {
    let path = try session(["a": ["review.xml": Self.review]])
    _ = try await run(path)
    let files = ["guide.xml", "inventory.xml"].map { folder.path + "/out/a/" + $0 }
    let whole = try files.map { try Data(contentsOf: URL(filePath: $0)) }
    for (bit, file) in files.enumerated() where left & (1 << bit) == 0 {
      try FileManager.default.removeItem(atPath: file)
    }
    if left & 4 != 0 {
      try Data("<gui".utf8).write(to: URL(filePath: folder.path + "/out/a/.acquis-999999999.tmp"))
    }
    _ = try await run(path)
    #expect(try files.map { try Data(contentsOf: URL(filePath: $0)) } == whole)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out/a").count == 2)
  }

  @Test("A dossier whose name hides characters is told, not run")
  func names() async throws {
    let path = try session(["a\u{202E}b": [:]])
    let run = try PathRun(
      session: path, out: folder.path + "/out", pipeline: Pipeline([Self.first]), asOf: nil,
      options: RunOptions())
    let results = try await run.run { _, _ in }
    #expect(results.dossiers.isEmpty)
    #expect(results.notes.map(\.code) == [.dossierName])
  }

  @Test(
    "An output folder that would mix with the session is refused",
    arguments: ["", "/a", "/a/b", "/..", "/../session", "/../../../../../../../../.."])
  func outputPlace(place: String) throws {
    let path = try session(["a": ["review.xml": Self.review]])
    let pipeline = try Pipeline([Self.first])
    #expect(throws: Refusal.self) {
      try PathRun(session: path, out: path + place, pipeline: pipeline, asOf: nil, options: RunOptions())
    }
  }

  @Test("A link inside the output leads nothing elsewhere")
  func linkInside() async throws {
    let path = try session(["a": ["review.xml": Self.review]])
    try FileManager.default.createDirectory(atPath: folder.path + "/out", withIntermediateDirectories: true)
    try Data().write(to: URL(filePath: folder.path + "/out/.acquis"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/out/a", withDestinationPath: path + "/a")
    let results = try await run(path)
    #expect(results[0].outputDiagnostics.map(\.code) == [.diskLink])
    #expect(!FileManager.default.fileExists(atPath: path + "/a/guide.xml"))
  }

  @Test(
    "A name that a report or the output cannot hold is told",
    arguments: [" ", "report.xml", "index.html", "a  b"])
  func unusable(name: String) async throws {
    let path = try session([name: [:], "b": [:]])
    let run = try PathRun(
      session: path, out: folder.path + "/out", pipeline: Pipeline([Self.first]), asOf: nil,
      options: RunOptions())
    let results = try await run.run { _, _ in }
    #expect(results.dossiers.map(\.id) == ["b"])
    #expect(results.notes.map(\.code) == [.dossierName])
  }

  @Test("An output folder inside the session is allowed, and is no dossier afterwards")
  func outputInside() async throws {
    let path = try session(["a": ["review.xml": Self.review]])
    for _ in 0..<2 {
      let run = try PathRun(
        session: path, out: path + "/out", pipeline: Pipeline([Self.first]), asOf: nil, options: RunOptions())
      #expect(try await run.run { _, _ in }.dossiers.map(\.id) == ["a"])
    }
  }

  @Test("A document of a candidate is never looked for above its folder; strays are told")
  func strays() async throws {
    let path = try session(["a": ["Review.xml": Self.review]])
    try Data(Self.review.utf8).write(to: URL(filePath: path + "/review.xml"))
    let run = try PathRun(
      session: path, out: folder.path + "/out", pipeline: Pipeline([Self.first]), asOf: nil,
      options: RunOptions())
    let results = try await run.run { _, _ in }
    #expect(results.dossiers[0].stages.map(\.outcome) == [.waiting(for: ["review"])])
    #expect(results.dossiers[0].diagnostics.map(\.code) == [.dossierFile])
    #expect(results.notes.map(\.code) == [.sessionFile])
  }

  @Test("What waits because a document was refused is neither stale nor removed")
  func blocked() async throws {
    let path = try session(["a": ["review.xml": Self.review]])
    _ = try await run(path)
    try Data("<review".utf8).write(to: URL(filePath: path + "/a/review.xml"))
    let result = try await run(path) { $0.prune = true }[0]
    #expect(result.diagnostics.map(\.code) == [.xmlTruncated])
    #expect(result.outputDiagnostics.isEmpty)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/out/a/inventory.xml"))
  }

  @Test("White space around and inside a value is what the schema says it is: nothing")
  func collapsed() async throws {
    let spaced = Self.review.replacing("by=\"Zoé\"", with: "by=\"  Zoé\n  Exemple \"").replacing(
      "\"C1\"", with: "\" C1 \"")
    let path = try session(["a": ["review.xml": spaced]])
    _ = try await run(path)
    let text = try String(contentsOfFile: folder.path + "/out/a/guide.xml", encoding: .utf8)
    #expect(text.contains("<text>Zoé Exemple</text>"))
  }
}
