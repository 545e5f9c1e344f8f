import Foundation
import Testing

/// Results never mix with what people wrote, and nothing in a session is passed over without a word.
@Suite("Emplacements")
struct PlaceTests {
  private let tool: Tool
  private let session: String
  init() throws {
    tool = try Tool()
    session = try tool.copySample()
  }

  private func refused(_ out: String, _ before: String = "true") throws {
    let kept = try Tool.tree(session)
    let output = try tool.shell("\(before); exec \"$ACQUIS\" run session -o '\(out)'")
    #expect(output.code == 2, "\(out): \(output.err)")
    #expect(output.err.contains("out.place"), "\(out): \(output.err)")
    #expect(try Tool.tree(session) == kept)
  }

  @Test(
    "An output that is the session, around it, a candidate’s folder or inside one is refused",
    arguments: [
      "session", "session/", "session/.", ".", "/", "session/amandine-exemple",
      "session/amandine-exemple/out",
      "session/amandine-exemple/evidence", "session/neuf", "session/neuf/out", "session/neuf/out/plus/bas",
      "lien/neuf/out", "lien", "lien/neuf", "session/../session/neuf", "session/sorties/2021",
    ])
  func places(out: String) throws {
    try tool.shell(
      "mkdir session/neuf session/sorties && touch session/sorties/.acquis && ln -s session lien")
    try refused(out)
  }

  @Test(
    "A candidate’s folder that is mounted elsewhere is a candidate’s folder", .enabled(if: Tool.hasNamespaces)
  )
  func mounted() throws {
    try tool.shell("mkdir session/neuf ailleurs")
    for (mount, out) in [
      ("session", "ailleurs/neuf/out"), ("session", "ailleurs/neuf"), ("session", "ailleurs"),
      ("session/neuf", "ailleurs"), ("session/neuf", "ailleurs/out"),
      ("session/amandine-exemple/evidence", "ailleurs/out"),
    ] {
      let output = try tool.shell(
        "exec unshare -m bash -c 'mount --bind \(mount) ailleurs; exec \"$ACQUIS\" run session -o \(out)'")
      #expect(output.code == 2 && output.err.contains("out.place"), "\(mount) \(out): \(output.err)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: session + "/neuf") == [])
  }

  @Test("An output folder of its own inside the session is allowed, and stays so")
  func inside() throws {
    #expect(try tool.run("run", session, "-o", "session/sorties").code == 1)
    let output = try tool.run("run", session, "-o", "session/sorties")
    #expect(output.code == 1 && !output.err.contains("sorties"), "\(output.err)")
  }

  @Test("A folder that holds something else than results is not written over")
  func others() throws {
    try tool.shell("mkdir -p autre vide && echo précieux > autre/index.html")
    try refused("autre")
    #expect(try String(contentsOfFile: tool.path("autre/index.html"), encoding: .utf8) == "précieux\n")
    #expect(try tool.run("run", session, "-o", "vide").code == 1)
  }

  @Test("A session and an output that a person names through a link are found where it leads")
  func named() throws {
    try tool.run("run", session, "-o", "whole")
    try tool.shell("mkdir vrai && ln -s vrai sorties && ln -s session lien")
    #expect(try tool.run("run", "lien", "-o", "sorties/").code == 1)
    #expect(try Tool.tree(tool.path("vrai")) == Tool.tree(tool.path("whole")))
    for arguments in [
      ["status", "lien", "-o", "sorties"], ["forms", "lien", "-o", "sorties"], ["review", "sorties"],
      ["minutes", "lien", "-o", "sorties"], ["deadlines", "sorties", "--as-of", "2022-01-01"],
    ] {
      let output = try tool.run(arguments)
      #expect(output.code < 2 && !output.err.contains("lien symbolique"), "\(arguments) \(output.err)")
    }
  }

  @Test(
    "A candidate’s folder given by a link, sound or broken, is told as an error",
    arguments: ["vrai", "nulle-part"])
  func linked(target: String) throws {
    try tool.shell("cp -r session/amandine-exemple vrai && ln -s ../\(target) session/zoe")
    let output = try tool.run("run", session, "-o", "out")
    #expect(output.code == 1)
    #expect(
      output.err.contains("session/zoe: erreur") && output.err.contains("dossier.kind"), "\(output.err)")
    #expect(!FileManager.default.fileExists(atPath: tool.path("out/zoe")))
  }
}
