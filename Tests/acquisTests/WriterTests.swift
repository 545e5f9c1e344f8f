import Foundation
import Testing

/// One writer at a time in a folder.
@Suite("Deux traitements à la fois")
struct WriterTests {
  private let tool: Tool
  private let session: String
  init() throws {
    tool = try Tool()
    session = try tool.copySample()
  }

  /// Holds the lock of a file, as another run would, until the work is done.
  private func holding<R>(_ path: String, saying text: String, _ work: () throws -> R) throws -> R {
    let holder = try FileHandle(forUpdating: URL(filePath: path))
    try holder.truncate(atOffset: 0)
    try holder.write(contentsOf: Data(text.utf8))
    try #require(flock(holder.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
    defer { try? holder.close() }
    return try work()
  }

  @Test("A second writer says who writes and since when, touches nothing, and exits 2")
  func refused() throws {
    try tool.run("run", session, "-o", "out")
    let before = try Tool.tree(tool.path("out"))
    let arguments = [
      ["run", session, "-o", "out", "--as-of", "2022-01-15"], ["mapping", session, "-o", "out"],
      ["index", session, "-o", "out"], ["forms", session, "-o", "out"], ["minutes", session, "-o", "out"],
      ["review", "out"], ["import-cdc-report", "accuse.xml", "-o", "out"],
    ]
    try holding(tool.path("out/.acquis"), saying: "processus 12 depuis le 24-03-2022 à 10:00 UTC\n") {
      for line in arguments {
        let output = try tool.run(line)
        #expect(output.code == 2, "\(line)")
        #expect(output.err.contains("out.locked"), "\(line)")
        #expect(output.err.contains("processus 12 depuis le 24-03-2022 à 10:00 UTC"), "\(line)")
        #expect(output.err.contains("--wait"))
      }
      #expect(try tool.run("run", session, "-o", "out", "--dry-run").code < 2)
    }
    // The other one’s words stand in the marker until its turn ends.
    let after = try Tool.tree(tool.path("out"))
    #expect(after.filter { $0.key != ".acquis" } == before.filter { $0.key != ".acquis" })
    #expect(try tool.run("run", session, "-o", "out").code == 1)
    #expect(try Tool.tree(tool.path("out")) == before)
  }

  @Test("A second writer that waits has its turn")
  func waits() throws {
    try tool.run("run", session, "-o", "out")
    let (out, err) = (Pipe(), Pipe())
    let process = try holding(tool.path("out/.acquis"), saying: "un autre") {
      let process = try tool.start(
        ["run", session, "-o", "out", "--wait"], out: out, err: err, silent: true)
      Thread.sleep(forTimeInterval: 0.5)
      #expect(process.isRunning)
      return process
    }
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    let marker = try String(contentsOfFile: tool.path("out/.acquis"), encoding: .utf8)
    #expect(marker == "Écrit par acquis : ce dossier se recalcule.\n")
  }

  @Test(
    "Told to stop while it waits, a second writer gives up and exits 2; without words of the first, none are said"
  )
  func interrupted() throws {
    try tool.run("run", session, "-o", "out")
    let err = Pipe()
    let process = try holding(
      tool.path("out/.acquis"), saying: "Écrit par acquis : ce dossier se recalcule.\n"
    ) {
      let process = try tool.start(["run", session, "-o", "out", "--wait"], out: Pipe(), err: err)
      Thread.sleep(forTimeInterval: 1)
      kill(process.processIdentifier, SIGTERM)
      process.waitUntilExit()
      return process
    }
    #expect(process.terminationReason == .exit && process.terminationStatus == 2)
    let told = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(told.contains("out.locked") && !told.contains("recalcule"), "\(told)")
  }

  @Test("Two runs at once with different dates leave the results of one of them")
  func race() throws {
    let days = ["2021-11-02", "2022-03-24"]
    for day in days { try tool.run("run", session, "-o", day, "--as-of", day) }
    let wholes = try days.map { try Tool.tree(tool.path($0)) }
    try #require(wholes[0] != wholes[1])
    for _ in 0..<3 {
      try? FileManager.default.removeItem(atPath: tool.path("out"))
      let both = try days.map { day in
        try tool.start(
          ["run", session, "-o", "out", "--as-of", day], out: Pipe(), err: Pipe(), silent: true)
      }
      for process in both { process.waitUntilExit() }
      // One was refused, unless it came after the other.
      let result = try Tool.tree(tool.path("out"))
      #expect(wholes.contains(result))
    }
  }

  @Test("An import takes its turn in the session, and removes what a killed one left half-written")
  func importing() throws {
    let decisions = Data("dossier;candidat\n".utf8)
    try decisions.write(to: URL(filePath: tool.path("decisions.csv")))
    try Data("x".utf8).write(to: URL(filePath: session + "/.acquis-abc.tmp"))
    try tool.run("import-decisions", "decisions.csv", "-o", session)
    #expect(!FileManager.default.fileExists(atPath: session + "/.acquis-abc.tmp"))
    try holding(session + "/.verrou-acquis", saying: "processus 12") {
      for line in [
        ["import-decisions", "decisions.csv", "-o", session], ["import", "decisions.csv", "-o", session],
      ] {
        let output = try tool.run(line)
        #expect(output.code == 2 && output.err.contains("out.locked"), "\(line) \(output.err)")
      }
    }
  }

  @Test("Killed at any moment, an import of decisions has written all of them or none", arguments: 0..<12)
  func killed(round: Int) throws {
    let numbers = (0..<30).map { "AUTRE-\($0)" }
    let read = { try String(contentsOfFile: session + "/" + $0, encoding: .utf8) }
    let request = try read("hugo-prototype/request.xml")
    for number in numbers {
      try FileManager.default.createDirectory(
        atPath: "\(session)/\(number)", withIntermediateDirectories: true)
      try request.replacing("VAE-2021-019", with: number)
        .write(toFile: "\(session)/\(number)/request.xml", atomically: true, encoding: .utf8)
    }
    let decision = try read("bastien-fictif/decision.xml").drop { $0 != ">" }.dropFirst()
      .replacing(" xmlns=\"urn:acquis:1\"", with: "")
    let cases = numbers.map { number in
      "<case number=\"\(number)\">\(decision.replacing("VAE-2021-014", with: number))</case>"
    }
    try "<decisions xmlns=\"urn:acquis:1\" session=\"2021-11\">\(cases.joined())</decisions>"
      .write(toFile: tool.path("decisions.xml"), atomically: true, encoding: .utf8)
    let process = try tool.start(
      ["import-decisions", "decisions.xml", "-o", session], out: Pipe(), err: Pipe(), silent: true)
    usleep(UInt32(20_000 + round * 25_000))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    // Any command finishes what was committed.
    try tool.run("run", session, "-o", "out", "--dry-run", "--only", "AUTRE-0")
    let there = numbers.count {
      FileManager.default.fileExists(atPath: "\(session)/\($0)/decision.xml")
    }
    #expect(there == 0 || there == numbers.count)
    #expect(try tool.run("import-decisions", "decisions.xml", "-o", session).code == 0)
    let left = FileManager.default.subpaths(atPath: session)?.filter { $0.hasSuffix(".tmp") }
    #expect(left == [])
  }

  @Test("No candidate’s folder bears the name of what stands beside the results")
  func reserved() throws {
    for name in ["minutes.html", "deliberation-form.html", "ledger.xml", "index.html"] {
      try FileManager.default.copyItem(atPath: session + "/amandine-exemple", toPath: "\(session)/\(name)")
    }
    let output = try tool.run("run", session, "-o", "out")
    for name in ["minutes.html", "deliberation-form.html", "ledger.xml", "index.html"] {
      #expect(output.err.contains("\(name): erreur"), "\(output.err)")
    }
  }
}

/// What is planted in the results leads nowhere.
@Suite("Liens parmi les résultats")
struct PlantedLinkTests {
  private let tool: Tool
  private let session: String
  init() throws {
    tool = try Tool()
    session = try tool.copySample()
  }

  @Test(
    "A link among the results costs its dossier, and nothing is written or removed through it",
    arguments: ["amandine-exemple", "amandine-exemple/.unpacked", "amandine-exemple/evidence"])
  func link(place: String) throws {
    let kept = tool.path("ailleurs")
    try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: true)
    for name in ["letter.html", ".acquis-1.tmp", "cv.pdf", "guide.xml"] {
      try Data("précieux".utf8).write(to: URL(filePath: kept + "/" + name))
    }
    let before = try FileManager.default.contentsOfDirectory(atPath: kept).sorted()
    try tool.run("run", session, "-o", "out")
    let whole = try Tool.tree(tool.path("out"))
    try? FileManager.default.removeItem(atPath: tool.path("out/" + place))
    try FileManager.default.createSymbolicLink(
      atPath: tool.path("out/" + place), withDestinationPath: kept)
    for arguments in [["run", session, "-o", "out"], ["run", session, "-o", "out", "--prune"]] {
      let output = try tool.run(arguments)
      #expect(output.code == 2)
      #expect(output.err.contains("disk.link"), "\(output.err)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: kept).sorted() == before)
    for name in before {
      #expect(FileManager.default.contents(atPath: kept + "/" + name) == Data("précieux".utf8))
    }
    try FileManager.default.removeItem(atPath: tool.path("out/" + place))
    try tool.run("run", session, "-o", "out")
    #expect(try Tool.tree(tool.path("out")) == whole)
  }
}
