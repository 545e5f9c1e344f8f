import Foundation
import Testing

/// Measured from outside, in a process that does nothing else.
@Suite("Memory")
struct MemoryTests {
  private let tool: Tool
  init() throws { tool = try Tool() }

  /// The peak resident memory of the tool, in KiB, as the kernel last told it.
  private func peak(_ arguments: [String]) throws -> Int {
    let process = try tool.start(arguments, out: Pipe(), err: Pipe(), silent: true)
    var peak = 0
    while process.isRunning {
      let status =
        (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
      let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      peak = max(peak, line?.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }.first ?? 0)
      usleep(500)
    }
    return peak
  }

  @Test("Reading sound and unsound documents over and over keeps memory where it was")
  func soak() throws {
    let good = Tool.sample + "/amandine-exemple/dossier.xml"
    let bad = Tool.sample + "/jules-brouillon/request.xml"
    func files(_ count: Int) -> [String] { ["check"] + (0..<count).flatMap { _ in [good, bad] } }
    let (few, many) = (try peak(files(100)), try peak(files(2000)))
    #expect(few > 0)
    #expect(many - few < 3000, "\(few) then \(many) KiB")
  }

  @Test("Ten times the dossiers take hardly more memory")
  func session() throws {
    try tool.run("sample", "--candidates", "60", "-o", "few")
    try tool.run("sample", "--candidates", "600", "-o", "many")
    let (few, many) = (try peak(["run", "few", "-o", "a"]), try peak(["run", "many", "-o", "b"]))
    #expect(many - few < 8000, "\(few) then \(many) KiB")
  }
}
