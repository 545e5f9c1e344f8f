import Foundation

/// Where the project stands, what lies beside it, and what is installed: a test that needs some of it says so, and is seen
/// as skipped where it is not there.
enum Place {
  static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  static let root = tests.appending(path: "../..").standardized
  /// Official formats and references, beside the project.
  static let shared = root.appending(path: "../shared").standardized

  static let fiche = "reference/000_935093e6c58ea064.txt"
  static let registerExtract = "data/rncp/extrait-rncp-v4.1-2026-08-16.xml"
  static let depositSchema = "data/cdc/certifications-cdc-kit-v2.0.0-xsd-1.1.2.xsd"

  /// The reader that was built with the tests: they run inside a program of the toolchain.
  static let reader = root.appending(path: ".build/debug/acquis-reader").path

  static func isShared(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: shared.appending(path: path).path)
  }

  static func isInstalled(_ program: String) -> Bool {
    ["/usr/local/bin/", "/usr/bin/", "/usr/sbin/"].contains {
      FileManager.default.isExecutableFile(atPath: $0 + program)
    }
  }
}
