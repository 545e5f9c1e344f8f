import Foundation
import Testing

/// A session made by `acquis new`, its workbook filled with four candidates: `fill-workbook.py` types in the cells.
struct FilledSession {
  let tool: Tool
  let workbook: String

  /// Types in a form of the evidence dossier, given by its path.
  static let formFiller = Tool.root.appending(path: "Tests/VAETests/FilledForm/fill.py").path

  init() throws {
    tool = try Tool()
    workbook = tool.path("s/session.xlsx")
    #expect(try tool.run("new", "s").code == 0)
    try fill([])
  }

  /// Types in cells: a sheet, a row, a title and a value.
  func fill(_ change: [String]) throws {
    let script = Tool.root.appending(path: "Tests/acquisTests/fill-workbook.py").path
    let words = ["/usr/bin/python3", script, workbook] + change
    let filled = try tool.shell(words.map { "'\($0)'" }.joined(separator: " "))
    try #require(filled.code == 0, "\(filled.err)")
  }

  func run() throws -> Tool.Output { try tool.run("run", "s", "-o", "o") }
}
