import Foundation
import Testing

@testable import Reading

@Suite("Antivirus du centre")
struct AntivirusTests {
  /// A clamd with one signature of our own; nil where Debian’s clamav-daemon is not installed.
  private func start(_ deposit: Deposit) throws -> (Process, String) {
    let root = deposit.root.path
    let socket = "/tmp/acquis-\(UUID().uuidString.prefix(8)).sock"
    // A body signature: the test string of EICAR, and a word of ours, in hexadecimal.
    let eicar = #"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"#
    func hexadecimal(_ text: String) -> String { text.utf8.map { String(format: "%02x", $0) }.joined() }
    let signatures =
      "Eicar-Test:0:*:\(hexadecimal(eicar))\nNotre-Essai:0:*:\(hexadecimal("signature-maison-d-essai"))\n"
    try FileManager.default.createDirectory(atPath: root + "/db", withIntermediateDirectories: true)
    try signatures.write(toFile: root + "/db/essai.ndb", atomically: true, encoding: .utf8)
    try "LocalSocket \(socket)\nDatabaseDirectory \(root)/db\nForeground yes\nUser root\n"
      .write(toFile: root + "/clamd.conf", atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/sbin/clamd")
    process.arguments = ["-c", root + "/clamd.conf"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    for _ in 0..<300 where !FileManager.default.fileExists(atPath: socket) { usleep(100_000) }
    return (process, socket)
  }

  @Test(
    "clamd names the infected files; the others are scanned", .enabled(if: Place.isInstalled("clamd")))
  func clamd() async throws {
    let deposit = try Deposit()
    let (process, socket) = try start(deposit)
    defer {
      process.terminate()
      try? FileManager.default.removeItem(atPath: socket)
    }
    try deposit.add("sain.txt", Array("Bonjour".utf8))
    try deposit.add("maison.txt", Array("une signature-maison-d-essai ici".utf8))
    try deposit.add(
      "eicar.txt", Array(#"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"#.utf8))
    let files = try await deposit.collect { $0.parameters.antivirus = socket }
    #expect(files.map(\.name) == ["eicar.txt", "maison.txt", "sain.txt"])
    #expect(files.map(\.scanned) == [true, true, true])
    #expect(files.map { $0.problems.map(\.kind) } == [[.infected], [.infected], []])
  }

  @Test("A socket that nobody answers leaves the files not scanned")
  func silent() async throws {
    let deposit = try Deposit()
    try deposit.add("sain.txt", Array("Bonjour".utf8))
    let files = try await deposit.collect { $0.parameters.antivirus = "/nowhere/clamd.ctl" }
    #expect(files.map(\.scanned) == [false])
    #expect(files[0].problems == [])
  }
}
