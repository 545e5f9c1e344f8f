import Foundation
import Testing

@Suite("Import of the advisers’ tables, deadlines")
struct ImportTests {
  private let tool: Tool
  private let heads: String
  private let example: String
  private let lived: String

  init() throws {
    tool = try Tool()
    let template = try tool.run("template", "requests.csv").out.components(separatedBy: "\r\n")
    (heads, example) = (template[0], template[1])
    lived = try tool.run("template", "experiences.csv").out
  }

  private func write(_ text: String, as name: String, encoding: String.Encoding = .utf8) throws {
    try #require(text.data(using: encoding)).write(to: tool.folder.appending(path: name))
  }

  private func importing(_ rows: [String], encoding: String.Encoding = .utf8) throws -> Tool.Output {
    let text = ([heads] + rows).joined(separator: "\r\n") + "\r\n"
    try write(
      encoding == .utf8 ? text : text.replacing("\u{FEFF}", with: ""), as: "r.csv", encoding: encoding)
    try write(lived, as: "x.csv")
    return try tool.run("import", "r.csv", "--experiences", "x.csv", "-o", "s")
  }

  private func tree() throws -> [String: Data] { try Tool.tree(tool.path("s")) }

  @Test("The template imports as it is, and again changes nothing")
  func template() throws {
    #expect(try importing([example]).code == 0)
    let first = try tree()
    #expect(Array(first.keys) == ["vae-2021-001-exemple/request.xml"])
    #expect(try importing([example]).out.contains("1 déjà là"))
    #expect(try tree() == first)
  }

  @Test("Windows-1252, commas and tabulations give the same request")
  func encodings() throws {
    _ = try importing([example])
    let first = try tree()
    try FileManager.default.removeItem(atPath: tool.path("s"))
    _ = try importing([example], encoding: .windowsCP1252)
    #expect(try tree() == first)
    try FileManager.default.removeItem(atPath: tool.path("s"))
    try write(heads.replacing(";", with: ",") + "\n" + example.replacing(";", with: ",") + "\n", as: "r.csv")
    _ = try tool.run("import", "r.csv", "--experiences", "x.csv", "-o", "s")
    #expect(try tree() == first)
  }

  @Test("A quoted line end inside a cell is a space")
  func quoted() throws {
    let row = example.replacing(";Exemple;", with: ";\"Le\nGall\";")
    #expect(try importing([row]).code == 0)
    let text = String(decoding: try #require(tree().values.first), as: UTF8.self)
    #expect(text.contains("<birthName>Le Gall</birthName>"))
  }

  @Test("A bad cell is told by line and column; its line writes nothing, the others are imported")
  func badLine() throws {
    let bad = example.replacing("VAE-2021-001", with: "VAE-2").replacing("14/03/1985", with: "31/02/1985")
    let output = try importing([bad, example])
    #expect(output.code == 1)
    #expect(output.err.contains("r.csv, ligne 2: erreur : colonne « Date de naissance »"))
    #expect(try Array(tree().keys) == ["vae-2021-001-exemple/request.xml"])
  }

  @Test("The same number twice is told and written once")
  func twice() throws {
    let output = try importing([example, example])
    #expect(output.err.contains("est déjà là (r.csv, ligne 2)"))
    #expect(try tree().count == 1)
  }

  @Test("A request already there is never replaced")
  func existing() throws {
    _ = try importing([example])
    let before = try tree()
    let output = try importing([example.replacing("Metz;57463", with: "Nancy;54395")])
    #expect(output.err.contains("table.exists"))
    #expect(try tree() == before)
  }

  @Test("Experiences without a request are told")
  func orphans() throws {
    let output = try importing([example.replacing("VAE-2021-001", with: "VAE-2021-002")])
    #expect(output.err.contains("table.orphan"))
  }

  @Test("A table without its headings is refused")
  func headings() throws {
    try write("a;b\n1;2\n", as: "r.csv")
    let output = try tool.run("import", "r.csv", "-o", "s")
    #expect(output.code == 2)
    #expect(output.err.contains("table.columns"))
  }

  @Test("Deadlines of the sample: soonest first, and 1 once one is overdue")
  func deadlines() throws {
    let out = Tool.sample + "/expected"
    let early = try tool.run("deadlines", out, "--as-of", "2022-05-21")
    #expect(early.code == 0)
    #expect(early.out.contains("2022-05-21\taujourd’hui\tdamien-modele"))
    let late = try tool.run("deadlines", out, "--as-of", "2022-05-22")
    #expect(late.code == 1)
    #expect(late.out.contains("dépassé de 1 jour\tdamien-modele"))
    let days = late.out.split(separator: "\n").map { $0.prefix(10) }
    #expect(days == days.sorted())
  }

  @Test("The calendar has lines of 75 octets at most, ended as RFC 5545 says")
  func calendar() throws {
    let text = try tool.run(
      "deadlines", Tool.sample + "/expected", "--as-of", "2022-05-16", "--format", "ics"
    ).out
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.first == "BEGIN:VCALENDAR")
    #expect(lines.dropLast().last == "END:VCALENDAR")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
  }

  @Test("A table for a spreadsheet holds no formula")
  func formulas() throws {
    try tool.run("sample", "--candidates", "1", "-o", "g")
    try FileManager.default.moveItem(atPath: tool.path("g/candidat-0001"), toPath: tool.path("g/=cmd()"))
    let path = tool.path("g/=cmd()/request.xml")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let open = text.replacing(#/<decision[\s\S]*<\/decision>|<decision[^>]*\/>/#, with: "")
    try open.write(toFile: path, atomically: true, encoding: .utf8)
    try tool.run("run", "g", "-o", "o", "--as-of", "2021-10-01")
    let csv = try tool.run("deadlines", "o", "--as-of", "2021-10-01", "--format", "csv").out
    #expect(csv.contains(";'=cmd();"))
  }

  @Test("The same person twice in a session is told")
  func twins() throws {
    _ = try importing([example, example.replacing("VAE-2021-001", with: "VAE-2021-009")])
    try tool.run("template", "session.xml").out.write(
      toFile: tool.path("s/session.xml"), atomically: true, encoding: .utf8)
    #expect(try tool.run("run", "s", "-o", "o").err.contains("dossier.twin"))
  }
}
