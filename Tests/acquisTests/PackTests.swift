import Foundation
import Testing

@Suite("Paquet scellé et vérification")
struct PackTests {
  let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.run("sample", "--candidates", "4", "--seed", "3", "-o", "s")
    try tool.run("run", "s", "-o", "out")
  }

  /// One dossier whose evidence is handed over.
  private var candidate: String {
    get throws {
      let ids = try FileManager.default.contentsOfDirectory(atPath: tool.path("out"))
      return try #require(
        ids.sorted().first {
          FileManager.default.fileExists(atPath: tool.path("out/\($0)/evidence/procedure.pdf"))
        })
    }
  }

  @Test("A bag is whole, verifies, and names no file that it does not hold (RFC 8493)")
  func bag() throws {
    let folder = "out/" + (try candidate)
    #expect(try tool.run("pack", folder, "-o", "bag").code == 0)
    #expect(try tool.run("verify", "bag", folder).code == 0)
    let manifest = try String(contentsOfFile: tool.path("bag/manifest-sha256.txt"), encoding: .utf8)
    for line in manifest.split(separator: "\n") {
      let path = line.split(separator: " ", maxSplits: 1)[1].drop { $0 == " " }
      #expect(FileManager.default.fileExists(atPath: tool.path("bag/" + path)))
    }
    #expect(!FileManager.default.fileExists(atPath: tool.path("bag/manifest.xml")))
    #expect(try tool.run("pack", folder, "-o", "bag").code == 2)
  }

  @Test("Python’s bagit finds the bag valid, where it is installed", .enabled(if: Tool.hasBagit))
  func bagit() throws {
    try tool.run("pack", "out/" + (try candidate), "-o", "bag")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c", "import bagit, sys; bagit.Bag(sys.argv[1]).validate()", tool.path("bag"),
    ]
    let err = Pipe()
    process.standardError = err
    try process.run()
    let told = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(told)")
  }

  @Test(
    "The SEDA manifest is valid against the official schemas, where they are beside the project",
    .enabled(if: FileManager.default.fileExists(atPath: Tool.seda.path)))
  func sedaIsValid() throws {
    try tool.run(
      "pack", "out/" + (try candidate), "-o", "bag", "--as-of", "2022-05-01", "--agreement", "A-1",
      "--archive", "SA", "--sender", "SV")
    #expect(FileManager.default.fileExists(atPath: tool.path("bag/manifest.xml")))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/xmllint")
    process.currentDirectoryURL = Tool.seda
    process.environment = ["XML_CATALOG_FILES": "catalog.xml"]
    process.arguments = [
      "--nonet", "--noout", "--schema", "seda-2.3-main.xsd", tool.path("bag/manifest.xml"),
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("One byte changed, one file gone or one too many is told")
  func tampering() throws {
    let folder = "out/" + (try candidate)
    try tool.run("pack", folder, "-o", "bag")
    let file = tool.path("bag/data/evidence/procedure.pdf")
    var bytes = try Data(contentsOf: URL(filePath: file))
    bytes[20] ^= 1
    try bytes.write(to: URL(filePath: file))
    #expect(try tool.run("verify", "bag").err.contains("verify.digest"))
    try FileManager.default.removeItem(atPath: file)
    #expect(try tool.run("verify", "bag").err.contains("verify.missing"))
    try Data().write(to: URL(filePath: tool.path("bag/data/intrus.txt")))
    #expect(try tool.run("verify", "bag").err.contains("verify.unlisted"))
    try "0  ../out/report.xml\n".write(
      toFile: tool.path("bag/manifest-sha256.txt"), atomically: true, encoding: .utf8)
    #expect(try tool.run("verify", "bag").err.contains("verify.line"))
    let artefact = tool.path(folder + "/intake.xml")
    let text = try String(contentsOfFile: artefact, encoding: .utf8)
    try text.replacing("<message>", with: "<message>x").write(
      toFile: artefact, atomically: true, encoding: .utf8)
    #expect(try tool.run("verify", folder).code == 1)
  }
}
