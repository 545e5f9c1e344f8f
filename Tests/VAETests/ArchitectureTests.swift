import Foundation
import Testing

/// What the compiler cannot hold of the architecture, read from the sources and the objects themselves.
@Suite("Architecture")
struct ArchitectureTests {
  /// What each room that knows no file, clock or process may import.
  static let pure: [(room: String, modules: Set<String>)] = [
    ("Schemas", ["XML"]),
    ("Artefacts", ["XML", "Schemas", "Crypto"]),
    ("Language", ["XML", "Schemas", "Artefacts", "CStemmer", "CKnowledge", "RealModule", "Synchronization"]),
    ("Rules", ["XML", "Artefacts", "Language"]),
    ("Pages", ["XML", "Schemas", "Artefacts"]),
  ]

  static func sources(under folder: String) throws -> [(path: String, text: String)] {
    let base = Place.root.appending(path: folder)
    return try #require(FileManager.default.subpaths(atPath: base.path)).filter { $0.hasSuffix(".swift") }
      .sorted().map { ($0, try String(contentsOf: base.appending(path: $0), encoding: .utf8)) }
  }

  private func imports(of text: String) -> Set<String> {
    Set(
      text.matches(of: /(?m)^(?:@\w+ +)?(?:(?:package|public|internal|private) )?import (?:\w+ )?(\w+)/)
        .map { String($0.1) })
  }

  @Test(
    "A rule, or anything under it, imports nothing that knows a file, a clock or a process", arguments: pure)
  func pureImports(room: String, modules: Set<String>) throws {
    let files = try Self.sources(under: "Sources/" + room)
    #expect(!files.isEmpty)
    for (path, text) in files {
      #expect(imports(of: text).isSubset(of: modules), "\(room)/\(path)")
    }
  }

  static let objects = Place.root.appending(path: ".build/debug")
  static let canReadObjects =
    FileManager.default.fileExists(atPath: "/usr/bin/nm")
    && FileManager.default.fileExists(atPath: objects.appending(path: "Rules.build").path)

  /// Calls of the C library by which a program reaches a file, a clock, its surroundings or another process.
  static let reaching: Set<String> = [
    "open", "open64", "openat", "openat64", "creat", "fopen", "fopen64", "read", "pread", "pread64", "write",
    "stat",
    "fstat", "lstat", "stat64", "fstat64", "lstat64", "access", "opendir", "readdir", "readdir64", "unlink",
    "rename",
    "mkdir", "realpath", "getenv", "setenv", "time", "gettimeofday", "clock_gettime", "localtime",
    "localtime_r",
    "fork", "execv", "execve", "posix_spawn", "system", "popen", "socket", "connect",
  ]

  @Test(
    "The objects of these rooms ask the system for no file, clock or process", .enabled(if: canReadObjects),
    arguments: pure.map(\.room))
  func pureObjects(room: String) throws {
    let folder = Self.objects.appending(path: room + ".build")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".o") }
    #expect(!names.isEmpty)
    let nm = Process()
    nm.executableURL = URL(filePath: "/usr/bin/nm")
    nm.arguments = ["-u", "-A"] + names.sorted().map { folder.appending(path: $0).path }
    let pipe = Pipe()
    nm.standardOutput = pipe
    try nm.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    nm.waitUntilExit()
    for line in output.split(separator: "\n") {
      let symbol =
        String(line.split(separator: " ").last ?? "").split(separator: "@").first.map(String.init) ?? ""
      #expect(!Self.reaching.contains(symbol) && !symbol.hasPrefix("$s10Foundation"), "\(line)")
    }
  }

  @Test(
    "Each C library has one room",
    arguments: [
      ("CLibXML2", "XML"), ("CStemmer", "Language"), ("CKnowledge", "Language"), ("CArchive", "Papers"),
      ("CLinux", "Files"), ("CMagic", "Papers"), ("SwiftCSV", "Papers"), ("CPapers", "acquis-reader"),
      ("Papers", "acquis-reader"),
    ])
  func libraries(module: String, room: String) throws {
    for (path, text) in try Self.sources(under: "Sources") where imports(of: text).contains(module) {
      #expect(path.hasPrefix(room + "/"), "\(path)")
    }
  }

  @Test("Nothing imports FoundationXML, nor Foundation")
  func foundation() throws {
    for (path, text) in try Self.sources(under: "Sources") {
      let forbidden: Set = ["FoundationXML", "Foundation", "FoundationEssentials", "XMLCoder"]
      #expect(imports(of: text).isDisjoint(with: forbidden), "\(path)")
    }
  }

  @Test("The engine knows no document by name")
  func engine() throws {
    let documents =
      /\b(Request|Dossier|Intake|Mapping|Guide|Interview|Deliberation|Record|Decision|Review|JuryPage)\.self\b/
    for (path, text) in try Self.sources(under: "Sources/Engine") {
      #expect(text.firstMatch(of: documents) == nil, "\(path)")
      #expect(!imports(of: text).contains("Pages"), "\(path)")
    }
  }

  @Test("Nothing of the trade is in the code: it is all in the certification")
  func trade() throws {
    let words = /\b(paie|bulletin|salaire|absentéisme|embauche|recrutement|mutuelle|DSN|DPAE|CSE)\b/
    for room in ["Language", "Rules", "Reading", "Papers", "Channel", "Engine"] {
      for (path, text) in try Self.sources(under: "Sources/" + room) {
        for line in text.split(separator: "\n") where !line.drop(while: \.isWhitespace).hasPrefix("//") {
          #expect(line.firstMatch(of: words) == nil, "\(path): \(line)")
        }
      }
    }
  }

  @Test("No file runs over 250 lines")
  func length() throws {
    for folder in ["Sources", "Tests"] {
      let base = Place.root.appending(path: folder)
      for path in try #require(FileManager.default.subpaths(atPath: base.path))
      where path.hasSuffix(".swift") || path.hasSuffix(".xsd") {
        let lines = try String(contentsOf: base.appending(path: path), encoding: .utf8).split(
          separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 251, "\(path)")
      }
    }
  }

  @Test("What a room gives to others says what it is")
  func documented() throws {
    let given =
      #/^\s*package (?:(?:static|mutating|final|indirect) )*(?:struct|enum|class|protocol|func|typealias)\b/#
    for (path, text) in try Self.sources(under: "Sources") {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where line.firstMatch(of: given) != nil {
        // What a protocol asks for is documented there.
        if line.contains(" func read(_ element: Element)") || line.contains(" func take(from") { continue }
        if line.contains(/func [<=+]/) { continue }
        let above = lines[..<index].last { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("@") } ?? ""
        #expect(above.trimmingCharacters(in: .whitespaces).hasPrefix("///"), "\(path): \(line)")
      }
    }
  }
}
