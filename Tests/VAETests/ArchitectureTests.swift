import Foundation
import Testing

/// The import rules of the design, read from the sources themselves.
@Suite("Architecture")
struct ArchitectureTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  private func imports(under folder: String) throws -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    let base = Self.root.appending(path: folder)
    let paths = try #require(FileManager.default.subpaths(atPath: base.path))
    for path in paths where path.hasSuffix(".swift") {
      let text = try String(contentsOf: base.appending(path: path), encoding: .utf8)
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        if let index = words.firstIndex(of: "import"), index <= 1, words.count > index + 1 {
          found[path, default: []].insert(String(words[index + 1]))
        } else {
          found[path, default: []].formUnion([])
        }
      }
    }
    return found
  }

  @Test("Only XML imports libxml2")
  func libxml() throws {
    for (path, modules) in try imports(under: "Sources") where modules.contains("CLibXML2") {
      #expect(path.hasPrefix("XML/"), "\(path)")
    }
  }

  @Test("Only the stemmer imports libstemmer")
  func stemmer() throws {
    let users = try imports(under: "Sources").filter { $0.value.contains("CStemmer") }.map(\.key)
    #expect(users == ["VAE/Language/Stemmer.swift"])
  }

  @Test("Stages import nothing but XML")
  func stages() throws {
    let files = try imports(under: "Sources/VAE/Stages")
    #expect(files.count > 10)
    for (path, modules) in files { #expect(modules.isSubset(of: ["XML"]), "\(path): \(modules)") }
  }

  @Test("Nothing imports FoundationXML, nor Foundation in the library")
  func foundation() throws {
    for (path, modules) in try imports(under: "Sources") {
      #expect(
        modules.isDisjoint(with: ["FoundationXML", "Foundation", "FoundationEssentials", "XMLCoder"]),
        "\(path)")
    }
  }

  @Test("Nothing of the trade is in the code: it is all in the certification")
  func trade() throws {
    let words = /\b(paie|bulletin|salaire|absentéisme|embauche|recrutement|mutuelle|DSN|DPAE|CSE)\b/
    for folder in ["Language", "Stages/Mapping", "Transcript", "Collector", "Office", "Engine"] {
      let base = Self.root.appending(path: "Sources/VAE/" + folder)
      for path in FileManager.default.subpaths(atPath: base.path) ?? [] where path.hasSuffix(".swift") {
        let lines = try String(contentsOf: base.appending(path: path), encoding: .utf8).split(separator: "\n")
        for line in lines where !line.drop(while: \.isWhitespace).hasPrefix("//") {
          #expect(line.firstMatch(of: words) == nil, "\(path): \(line)")
        }
      }
    }
  }

  @Test("No file runs over 250 lines")
  func length() throws {
    for folder in ["Sources", "Tests"] {
      let base = Self.root.appending(path: folder)
      for path in try #require(FileManager.default.subpaths(atPath: base.path))
      where path.hasSuffix(".swift") || path.hasSuffix(".xsd") {
        let lines = try String(contentsOf: base.appending(path: path), encoding: .utf8).split(
          separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 251, "\(path)")
      }
    }
  }
}
