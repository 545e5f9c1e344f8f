import Foundation
import Schemas
import Testing

@testable import Artefacts

/// One word for one thing: the tables that people read, and the texts beside them.
@Suite("Wording")
struct WordingTests {
  /// Lists that speak of the same states of a request or a result.
  private static let together = [
    ["admissibilityOutcome", "completeness", "dossierStatus"], ["awardResult", "dossierStatus"],
  ]

  @Test("The same value has the same words wherever it speaks of the same thing", arguments: together)
  func same(lists: [String]) {
    var words: [String: Set<String>] = [:]
    for list in lists {
      for (value, label) in Labels.table[list] ?? [:] { words[value, default: []].insert(label) }
    }
    for (value, labels) in words { #expect(labels.count == 1, "\(value): \(labels)") }
  }

  @Test("No two values of different meaning have the same words")
  func apart() {
    var values: [String: Set<String>] = [:]
    for (list, table) in Labels.table where list != "rule" && list != "diagnosticCode" {
      for (value, label) in table { values[label, default: []].insert(value) }
    }
    let shared = values.filter { $0.value.count > 1 }.keys.sorted()
    #expect(shared == ["en attente du jury"])
  }

  @Test("Words given up for another stand in no text that people read")
  func withdrawn() throws {
    let words =
      #/n’aborde|abordée|appuyée|emble (?:atteinte|touchée)|\((?:non )?admissible\)|Situation au|non évalué\b(?!<)/#
    let base = Place.root.appending(path: "Sources")
    for path in try #require(FileManager.default.subpaths(atPath: base.path))
    where [".swift", ".xsd", ".js"].contains(where: path.hasSuffix) {
      let text = try String(contentsOf: base.appending(path: path), encoding: .utf8)
      for line in text.split(separator: "\n") where !line.contains("///") {
        #expect(line.firstMatch(of: words) == nil, "\(path): \(line)")
      }
    }
  }
}
