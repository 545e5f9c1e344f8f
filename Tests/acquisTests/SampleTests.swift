import Foundation
import Testing

@Suite("The sample session, by the real binary")
struct SampleTests {
  private let tool: Tool
  private let session: String
  init() throws {
    tool = try Tool()
    session = try tool.copySample()
  }

  /// The names of the files that differ, by a first differing line where they are text.
  private func differences(_ a: String, _ b: String) throws -> [String] {
    let (left, right) = (try Tool.tree(a), try Tool.tree(b))
    return Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
  }

  @Test("It gives the expected output, to the byte")
  func golden() throws {
    let output = try tool.run("run", session, "-o", "out")
    #expect(output.code == 1, "one request is not valid XML: \(output.err)")
    #expect(try differences(tool.path("out"), Tool.sample + "/expected") == [])
  }

  @Test("The session kept in a workbook gives the expected output, to the byte")
  func workbook() throws {
    let sample = Tool.root.appending(path: "Samples/session-2022-01").path
    let copy = tool.path("classeur")
    try FileManager.default.copyItem(atPath: sample, toPath: copy)
    try FileManager.default.removeItem(atPath: copy + "/expected")
    let output = try tool.run("run", copy, "-o", "out2")
    #expect(output.code == 0, "\(output.err)")
    #expect(try differences(tool.path("out2"), sample + "/expected") == [])
  }

  @Test("A second run writes nothing")
  func again() throws {
    try tool.run("run", session, "-o", "out")
    func stamps() throws -> [String: Date] {
      try Dictionary(
        uniqueKeysWithValues: (FileManager.default.subpaths(atPath: tool.path("out")) ?? []).compactMap {
          let attributes = try FileManager.default.attributesOfItem(atPath: tool.path("out") + "/" + $0)
          // The memory of files waits until they are a few seconds old.
          if attributes[.type] as? FileAttributeType != .typeRegular || $0.hasSuffix(".memory.xml") {
            return nil
          }
          return ($0, attributes[.modificationDate] as? Date ?? .distantPast)
        })
    }
    let before = try stamps()
    try tool.run("run", session, "-o", "out")
    #expect(try stamps() == before)
    #expect(before.count > 60)
  }

  @Test("Any number of jobs gives the same bytes")
  func jobs() throws {
    try tool.run("run", session, "-o", "one", "--jobs", "1")
    try tool.run("run", session, "-o", "eight", "--jobs", "8")
    #expect(try differences(tool.path("one"), tool.path("eight")) == [])
  }

  @Test("Stage by stage gives the same bytes as the whole run")
  func stages() throws {
    try tool.run("run", session, "-o", "whole")
    for stage in [
      "admissibility", "dossier", "inventory", "intake", "exhibits", "mapping", "guide", "interview",
      "deliberation", "due", "extract", "jury", "letter", "index",
    ] {
      try tool.run(stage, session, "-o", "stages")
    }
    #expect(try differences(tool.path("whole"), tool.path("stages")) == [])
  }

  @Test("Killed at any moment, a new run gives the bytes of an uninterrupted one", arguments: 0..<12)
  func killed(round: Int) throws {
    try tool.run("sample", "--candidates", "40", "--seed", "3", "-o", "big")
    try tool.run("run", "big", "-o", "whole")
    let process = try tool.start(["run", "big", "-o", "cut"], out: Pipe(), err: Pipe())
    usleep(UInt32(8_000 + round * 23_000))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    // Nothing half-written under a real name, even before the new run. The marker still says who was writing.
    let whole = try Tool.tree(tool.path("whole"))
    for (name, bytes) in try Tool.tree(tool.path("cut")) where !name.contains(".acquis-") && name != ".acquis"
    {
      #expect(whole[name] == bytes, "\(name)")
    }
    try tool.run("run", "big", "-o", "cut")
    #expect(try differences(tool.path("whole"), tool.path("cut")) == [])
  }
}
