import Foundation
import Testing

/// The real binary, run in an empty folder of its own.
final class Tool {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
  static let sample = root.appending(path: "Samples/session-2021-11").path
  static let seda = root.appending(path: "../shared/data/seda-2.3").standardized
  /// Whether Python’s bagit is installed.
  static let hasBagit = hasModule("bagit")
  /// Whether a program of ours may stand in for a disk.
  static let hasSleepingDisk = FileManager.default.fileExists(atPath: "/dev/fuse") && hasModule("fuse")

  private static func hasModule(_ name: String) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import \(name)"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "acquis-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The tool stands beside the test bundle.
  static let binary: URL = {
    let bundle = ProcessInfo.processInfo.arguments.first { $0.contains(".xctest") } ?? ""
    let name = bundle.components(separatedBy: ".xctest").first ?? ""
    let beside = URL(filePath: name).deletingLastPathComponent().appending(path: "acquis")
    return FileManager.default.isExecutableFile(atPath: beside.path)
      ? beside : root.appending(path: ".build/debug/acquis")
  }()

  struct Output {
    let code: Int32
    let out: String
    let err: String
  }

  func start(_ arguments: [String], out: Pipe, err: Pipe, silent: Bool = false) throws -> Process {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardOutput = silent ? FileHandle.nullDevice : out
    process.standardError = silent ? FileHandle.nullDevice : err
    process.environment = ["PATH": "/usr/bin:/bin", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"]
    try process.run()
    return process
  }

  @discardableResult
  func run(_ arguments: String...) throws -> Output { try run(arguments) }

  @discardableResult
  func run(_ arguments: [String]) throws -> Output {
    let (out, err) = (Pipe(), Pipe())
    let process = try start(arguments, out: out, err: err)
    let said = out.fileHandleForReading.readDataToEndOfFile()
    let told = err.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Output(
      code: process.terminationStatus, out: String(decoding: said, as: UTF8.self),
      err: String(decoding: told, as: UTF8.self))
  }

  /// Runs a script in the folder, with the tool as `$ACQUIS`.
  @discardableResult
  func shell(_ script: String) throws -> Output {
    let (out, err) = (Pipe(), Pipe())
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder
    (process.standardOutput, process.standardError) = (out, err)
    process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "ACQUIS": Self.binary.path]
    try process.run()
    let said = out.fileHandleForReading.readDataToEndOfFile()
    let told = err.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Output(
      code: process.terminationStatus, out: String(decoding: said, as: UTF8.self),
      err: String(decoding: told, as: UTF8.self))
  }

  /// Whether the tests may act as another user.
  static let isRoot = getuid() == 0
  /// Whether another user can run the tool, copied where that user may go.
  static let hasOthers: Bool = {
    let tool = try? Tool()
    return isRoot && (try? tool?.shell("\(asOther) ./outil --version"))?.code == 0
  }()
  /// The start of a script that goes on as nobody, in a folder open to all.
  static let asOther =
    "chmod 777 . && cp \"$ACQUIS\" outil && cp \"$ACQUIS-reader\" acquis-reader && chmod 755 outil acquis-reader && setpriv --reuid=65534 --regid=65534 --clear-groups"
  /// Whether the tests may hide parts of the machine from the tool.
  static let hasNamespaces: Bool = {
    let tool = try? Tool()
    return isRoot && (try? tool?.shell("unshare -m true"))?.code == 0
  }()

  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Copies the sample session where a test may break it.
  func copySample() throws -> String {
    let copy = path("session")
    try FileManager.default.copyItem(atPath: Self.sample, toPath: copy)
    try? FileManager.default.removeItem(atPath: copy + "/expected")
    return copy
  }

  /// Every file under a folder, with its bytes; what the tool keeps for itself aside.
  static func tree(_ path: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in FileManager.default.subpaths(atPath: path) ?? []
    where name != ".verrou-acquis" && !name.hasSuffix(".memory.xml") && !name.contains(".unpacked") {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder)
      if !isFolder.boolValue { files[name] = try Data(contentsOf: URL(filePath: path + "/" + name)) }
    }
    return files
  }
}
