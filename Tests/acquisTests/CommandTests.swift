import Foundation
import Testing

@Suite("Command line")
struct CommandTests {
  private let tool: Tool
  init() throws { tool = try Tool() }

  @Test(
    "A command badly written exits with 64, in French",
    arguments: [["run"], ["frobnique"], ["run", "x", "-o", "y", "--jobs", "0"]])
  func usage(arguments: [String]) throws {
    let (out, err) = (Pipe(), Pipe())
    let process = try tool.start(arguments, out: out, err: err)
    let text = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
    #expect(text.contains("erreur : "))
    #expect(!text.contains("Error:"))
  }

  @Test(
    "Every command’s help is in French",
    arguments: [
      "", "run", "status", "check", "template", "schemas", "sample", "mapping", "index", "import",
      "deadlines",
    ])
  func help(command: String) throws {
    let output = command.isEmpty ? try tool.run("--help") : try tool.run(command, "--help")
    #expect(output.code == 0)
    for english in [
      "OVERVIEW", "OPTIONS:", "USAGE:", "Show ", "default", "values", "SUBCOMMANDS", "ARGUMENTS:",
    ] {
      #expect(!output.out.contains(english), "\(english)")
    }
  }

  @Test("A session that is not there fails the run with 2, and leaves nothing behind")
  func missing() throws {
    let output = try tool.run("run", "nulle-part", "-o", "out")
    #expect(output.code == 2)
    #expect(output.err.contains("session.xml"))
    #expect(!FileManager.default.fileExists(atPath: tool.path("out")))
  }

  @Test("An output folder that cannot be written fails, never as a success")
  func unwritable() throws {
    try tool.run("sample", "--candidates", "2", "-o", "s")
    #expect(FileManager.default.createFile(atPath: tool.path("out"), contents: Data()))
    #expect(try tool.run("run", "s", "-o", "out").code == 2)
  }

  @Test("Under cron a run that goes well says nothing")
  func silence() throws {
    try tool.run("sample", "--candidates", "3", "--seed", "1", "-o", "s")
    let output = try tool.run("run", "s", "-o", "out")
    #expect(output.out.isEmpty && output.err.isEmpty, "\(output)")
  }

  @Test("The same seed makes the same session, another seed another one")
  func sample() throws {
    for (name, seed) in [("a", "5"), ("b", "5"), ("c", "6")] {
      try tool.run("sample", "--candidates", "4", "--seed", seed, "-o", name)
    }
    #expect(try Tool.tree(tool.path("a")) == Tool.tree(tool.path("b")))
    #expect(try Tool.tree(tool.path("a")) != Tool.tree(tool.path("c")))
  }

  @Test(
    "A template is a valid document",
    arguments: ["session", "request", "dossier", "review", "record", "decision", "certification"])
  func template(name: String) throws {
    let text = try tool.run("template", name + ".xml").out
    try text.write(toFile: tool.path("x.xml"), atomically: true, encoding: .utf8)
    let output = try tool.run("check", "x.xml")
    #expect(output.code == 0)
    #expect(output.out.contains("conforme (\(name))"))
  }

  @Test("Checking a file that is not there is a failure, not a success")
  func checkNothing() throws { #expect(try tool.run("check", "rien.xml").code == 1) }

  @Test(
    "The date of appreciation can be given, as people write it too, and is kept in the provenance",
    arguments: ["2021-10-01", "01/10/2021"])
  func asOf(day: String) throws {
    try tool.run("sample", "--candidates", "1", "-o", "s")
    try tool.run("run", "s", "-o", "out", "--as-of", day)
    let text = try String(contentsOfFile: tool.path("out/candidat-0001/admissibility.xml"), encoding: .utf8)
    #expect(text.contains("asOf=\"2021-10-01\""))
  }

  @Test(
    "A date that is none, or leaves the century open, is refused",
    arguments: ["31/02/2021", "01/10/21", "10/2021", "1-10-2021"])
  func noDate(day: String) throws {
    try tool.run("sample", "--candidates", "1", "-o", "s")
    #expect(try tool.run("run", "s", "-o", "out", "--as-of", day).code == 64)
  }

  @Test("A word that is no command is told with the nearest that is")
  func unknownCommand() throws {
    let output = try tool.run("statu", "s", "-o", "out")
    #expect(output.code == 64 && output.err.contains("vouliez-vous dire « status » ?"), "\(output.err)")
    #expect(try tool.run("xyzzy").err.contains("n’est pas une commande\n"))
    #expect(try tool.run("help", "run").code == 0)
  }

  @Test("One dossier can be run alone; an unknown one is told")
  func only() throws {
    try tool.run("sample", "--candidates", "3", "-o", "s")
    try tool.run("run", "s", "-o", "out", "--only", "candidat-0002")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: tool.path("out")).sorted() == [
        ".acquis", "candidat-0002",
      ])
    let output = try tool.run("run", "s", "-o", "out", "--only", "candidat-9999")
    #expect(output.code == 1)
    #expect(output.err.contains("dossier.unknown"))
  }

  @Test("The schemas written out are those of the sources")
  func schemas() throws {
    try tool.run("schemas", "-o", "xsd")
    let sources = Tool.root.appending(path: "Sources/Schemas/XSD").path
    #expect(try Tool.tree(tool.path("xsd")) == Tool.tree(sources))
  }

  @Test("A session without session.xml fails as a whole, and says what to put there")
  func noSession() throws {
    let tool = try Tool()
    try FileManager.default.createDirectory(atPath: tool.path("vide"), withIntermediateDirectories: false)
    let output = try tool.run("run", "vide", "-o", "out")
    #expect(output.code == 2 && output.err.contains("session.missing"))
    #expect(!FileManager.default.fileExists(atPath: tool.path("out")))
  }
}
