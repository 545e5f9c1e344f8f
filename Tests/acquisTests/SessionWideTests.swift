import Foundation
import Testing

/// What the outcome of a run may turn on.
@Suite("Jour et voisins d’une session")
struct SessionWideTests {
  private let tool: Tool
  private let session: String
  init() throws {
    tool = try Tool()
    session = try tool.copySample()
  }

  @Test("An older day than that of the results is refused, unless asked for in so many words")
  func older() throws {
    try tool.run("run", session, "-o", "out", "--as-of", "2022-03-24")
    let before = try Tool.tree(tool.path("out"))
    for command in ["run", "letter"] {
      let output = try tool.run(command, session, "-o", "out", "--as-of", "2022-03-23")
      #expect(output.code == 2 && output.err.contains("out.newer") && output.err.contains("--older"))
      #expect(try Tool.tree(tool.path("out")) == before)
    }
    #expect(try tool.run("run", session, "-o", "out", "--as-of", "2022-03-24").code == 1)
    #expect(try tool.run("run", session, "-o", "out", "--as-of", "2022-03-23", "--older").code == 1)
    #expect(try Tool.tree(tool.path("out")) != before)
  }

  @Test("Two requests of one person in one session are counted, with no register given (R335-7)")
  func peers() throws {
    try tool.shell("cp -r session/amandine-exemple session/amandine-bis")
    let file = session + "/amandine-bis/request.xml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let number = try #require(text.firstMatch(of: /number="([^"]+)"/)).1
    try text.replacing("number=\"\(number)\"", with: "number=\"\(number)-BIS\"")
      .write(toFile: file, atomically: true, encoding: .utf8)
    try tool.run("run", session, "-o", "out")
    let (first, second) = (try limits("amandine-exemple"), try limits("amandine-bis"))
    #expect(first.contains("not-evaluated") && first.contains("dans cette session"), "\(first)")
    #expect(second.contains("not-satisfied"), "\(second)")
    // The others are as they were.
    #expect(try limits("chloe-inventee").contains("Aucun registre n’est donné"))
  }

  @Test("Minutes that are no longer those of the decisions are taken away, and told; else they stay")
  func minutes() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: session)
    where !["session.xml", "amandine-exemple"].contains(name) {
      try FileManager.default.removeItem(atPath: session + "/" + name)
    }
    try tool.run("run", session, "-o", "out")
    let written = try tool.run("minutes", session, "-o", "out")
    try #require(written.code == 0, "\(written.err)")
    #expect(!(try tool.run("run", session, "-o", "out")).err.contains("minutes.html"))
    #expect(FileManager.default.fileExists(atPath: tool.path("out/minutes.html")))
    try FileManager.default.removeItem(atPath: session + "/amandine-exemple/decision.xml")
    let output = try tool.run("run", session, "-o", "out", "--prune")
    #expect(output.err.contains("out/minutes.html: avertissement") && output.err.contains("stage.removed"))
    #expect(!FileManager.default.fileExists(atPath: tool.path("out/minutes.html")))
  }

  @Test("The deadlines of a folder that the session no longer holds are not listed, and it is said")
  func gone() throws {
    try tool.run("run", session, "-o", "out")
    try tool.shell("mv session/damien-modele session/damien-autre")
    try tool.run("run", session, "-o", "out")
    let output = try tool.run("deadlines", "out", "--as-of", "2022-05-16")
    #expect(output.err.contains("out/damien-modele: avertissement") && output.err.contains("dossier.gone"))
    #expect(!output.out.contains("damien-modele"))
  }

  private func limits(_ dossier: String) throws -> String {
    let text = try String(contentsOfFile: tool.path("out/\(dossier)/admissibility.xml"), encoding: .utf8)
    let start = try #require(text.range(of: "rule=\"request.limits\""))
    return String(text[start.lowerBound...].prefix(400))
  }

  @Test(
    "Without a day of appreciation a night without news rewrites nothing; each document says of which day it is",
    arguments: ["", " asOf=\"\""])
  func dayOfTheRun(written: String) throws {
    let file = session + "/session.xml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing(#/ asOf="[^"]*"/#, with: written).write(
      toFile: file, atomically: true, encoding: .utf8)
    try tool.run("run", session, "-o", "out")
    let first = try Tool.tree(tool.path("out"))
    let index = try String(contentsOfFile: tool.path("out/index.html"), encoding: .utf8)
    #expect(!index.contains("État des dossiers au \(Date.now.formatted(.iso8601.year()))"))
    let document = try String(
      contentsOfFile: tool.path("out/damien-modele/admissibility.xml"), encoding: .utf8)
    #expect(document.contains(/<provenance [^>]*asOf="20[0-9-]+"/))
    try tool.run("run", session, "-o", "out")
    #expect(try Tool.tree(tool.path("out")) == first)
    let year = try #require(document.firstMatch(of: /asOf="(20[0-9]{2})/)).1
    #expect((Int(year) ?? 0) < 2026)
  }

  @Test("What is near is told before it is late: by the run, the status, the index and the list of deadlines")
  func pressing() throws {
    let run = try tool.run("run", session, "-o", "out", "--as-of", "2022-05-21")
    #expect(run.err.contains("damien-modele: avertissement") && run.err.contains("dossier.due"))
    #expect(run.err.contains("au plus tard le 21 mai 2022"))
    #expect(try tool.run("status", session, "-o", "out", "--as-of", "2022-05-21").out.contains("21 mai 2022"))
    #expect(try String(contentsOfFile: tool.path("out/index.html"), encoding: .utf8).contains("à faire"))
    let early = try tool.run("run", session, "-o", "early", "--as-of", "2022-05-05")
    #expect(!early.err.contains("dossier.due"))
    // What is due for the session stands once.
    let listed = try tool.run("deadlines", "out", "--as-of", "2022-05-21").out
    #expect(listed.split(separator: "\n").count { $0.contains("groupe technique paritaire") } == 1)
  }
}
