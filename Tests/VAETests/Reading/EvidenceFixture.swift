import Foundation
import XML

@testable import Artefacts
@testable import Channel
@testable import Files
@testable import Reading

/// A dossier on the disk, in a folder of its own that goes with it.
final class Deposit {
  let root = FileManager.default.temporaryDirectory.appendingPathComponent("acquis-\(UUID().uuidString)")
  let folder: Folder

  init() throws {
    Readers.program.withLock { $0 = Place.reader }
    folder = Folder(id: "cand", session: root.path + "/session", out: root.path + "/out")
    try FileManager.default.createDirectory(
      atPath: folder.evidence, withIntermediateDirectories: true, attributes: nil)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  static let hostile = Place.tests.appending(path: "HostileEvidence")

  func add(_ name: String, _ bytes: [UInt8], old: Bool = true) throws {
    let path = folder.evidence + "/" + name
    try Data(bytes).write(to: URL(filePath: path))
    if old {
      let past = Date(timeIntervalSince1970: 1_600_000_000)
      try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: path)
    }
  }

  /// The path of a file beside the candidate’s folder.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = root.appending(path: name).path
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  func collect(_ change: (inout Session) -> Void = { _ in }) async throws -> [StoredFile] {
    var session = Fixture.session
    change(&session)
    return try await Collector.collect(folder, session).files
  }

  /// Runs a program of the machine; nil when it is not there.
  static func run(_ program: String, _ arguments: [String], in folder: String? = nil) -> Int32? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    do { try process.run() } catch { return nil }
    process.waitUntilExit()
    return process.terminationStatus == 127 ? nil : process.terminationStatus
  }
}
