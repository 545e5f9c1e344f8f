import Foundation
import Testing

/// Breaking one input changes that candidate’s outcome only, with a message that says what and where.
@Suite("Breaking one file")
struct BreakingTests {
  private let tool: Tool
  private let session: String
  init() throws {
    tool = try Tool()
    session = try tool.copySample()
  }

  private static let sources: [String] = {
    let paths = FileManager.default.subpaths(atPath: Tool.sample) ?? []
    return paths.filter {
      $0.hasSuffix(".xml") && $0.contains("/") && !$0.hasPrefix("expected/") && !$0.hasPrefix("jules")
    }
    .sorted()
  }()

  /// What the unbroken session gives, once for all the tests.
  private static let whole = Result {
    let tool = try Tool()
    try tool.run("run", Tool.sample, "-o", "whole")
    return try Tool.tree(tool.path("whole"))
  }

  private func compare(_ candidate: String) throws {
    let (whole, broken) = (try Self.whole.get(), try Tool.tree(tool.path("out")))
    for name in Set(whole.keys).union(broken.keys)
    where !name.hasPrefix(candidate + "/") && name != "index.html" && name != "report.xml" {
      #expect(whole[name] == broken[name], "\(name)")
    }
    #expect(whole["report.xml"] != broken["report.xml"])
  }

  @Test("A truncated source is refused with its file and line", arguments: sources)
  func truncated(source: String) throws {
    let path = session + "/" + source
    let bytes = try Data(contentsOf: URL(filePath: path))
    try bytes.prefix(bytes.count / 2).write(to: URL(filePath: path))
    let output = try tool.run("run", session, "-o", "out")
    #expect(output.code == 1)
    #expect(output.err.contains("\(source):"))
    #expect(output.err.contains("erreur"))
    #expect(output.err.contains("→"))
    try compare(source.split(separator: "/").first.map(String.init) ?? "")
  }

  @Test("A renamed element is refused with its file and line", arguments: sources)
  func renamed(source: String) throws {
    let path = session + "/" + source
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let root = source.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
    let changed = text.replacing("<\(root) ", with: "<autre ").replacing("</\(root)>", with: "</autre>")
    try changed.write(toFile: path, atomically: true, encoding: .utf8)
    let output = try tool.run("run", session, "-o", "out")
    #expect(output.err.contains("\(source):2: erreur"))
    try compare(source.split(separator: "/").first.map(String.init) ?? "")
  }

  @Test("A deleted evidence file becomes a finding of that dossier")
  func evidence() throws {
    let folder = session + "/amandine-exemple/evidence"
    let file = try #require(FileManager.default.contentsOfDirectory(atPath: folder).sorted().first)
    try FileManager.default.removeItem(atPath: folder + "/" + file)
    try tool.run("run", session, "-o", "out")
    let intake = try String(contentsOfFile: tool.path("out/amandine-exemple/intake.xml"), encoding: .utf8)
    #expect(intake.contains("evidence.missing"))
    #expect(intake.contains(file))
  }
}
