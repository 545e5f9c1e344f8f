import Foundation
import Testing

/// From the decisions of a sitting to the register, by the real binary.
@Suite("Decisions, minutes, register")
struct JuryPathTests {
  private let tool: Tool
  private let session: String

  init() throws {
    tool = try Tool()
    session = try tool.copySample()
    // The broken request of the sample is another test's matter.
    try FileManager.default.removeItem(atPath: session + "/jules-brouillon")
    try tool.run("run", session, "-o", "out")
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: name.hasPrefix("/") ? name : tool.path(name), encoding: .utf8)
  }

  private func change(_ name: String, _ part: String, _ other: String) throws {
    let old = try text(name)
    let new = old.replacing(part, with: other)
    #expect(old != new, "\(part) is not in \(name)")
    try new.write(toFile: name, atomically: true, encoding: .utf8)
  }

  private var amandine: String { session + "/amandine-exemple" }

  private func revoke() throws {
    try change(amandine + "/decision.xml", "result=\"full\"", "result=\"revoked\"")
    try change(
      amandine + "/decision.xml", "</decision>",
      "<revocation on=\"2022-04-04\" by=\"Le jury\" previous=\"full\"><reason>Pièce fausse.</reason></revocation></decision>"
    )
  }

  private func export(_ name: String = "flux.xml") throws -> Tool.Output {
    try tool.run("export-cdc", "out", "--session", session, "-o", name, "--at", "2022-04-12T09:30")
  }

  /// The decision of Bastien as a page would save it, for one number.
  private func decisions(_ numbers: String...) throws -> String {
    let decision = try text(session + "/bastien-fictif/decision.xml")
    let body = decision.drop { $0 != ">" }.dropFirst().replacing(
      " xmlns=\"urn:acquis:1\"", with: "")
    let cases = numbers.map {
      "<case number=\"\($0)\">\(body.replacing("number=\"VAE-2021-014\"", with: "number=\"\($0)\""))</case>"
    }.joined()
    let path = tool.path("decisions.xml")
    try "<decisions xmlns=\"urn:acquis:1\" session=\"2021-11\">\(cases)</decisions>".write(
      toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test("Decisions go in whole or not at all")
  func atomic() throws {
    let hugo = session + "/hugo-prototype/decision.xml"
    for numbers in [
      ("VAE-2021-019", "AUTRE-1"), ("VAE-2021-019", "VAE-2021-019"), ("VAE-2021-019", "VAE-2021-012"),
    ] {
      let output = try tool.run("import-decisions", try decisions(numbers.0, numbers.1), "-o", session)
      #expect(output.code == 1 && output.err.contains("decisions."), "\(output.err)")
      #expect(!FileManager.default.fileExists(atPath: hugo))
    }
    #expect(try tool.run("import-decisions", try decisions("VAE-2021-019"), "-o", session).code == 0)
    #expect(try text(hugo).contains("number=\"VAE-2021-019\""))
  }

  @Test("A decision is replaced only by what follows it, or when asked, and the old one is kept")
  func replaced() throws {
    let file = try decisions("VAE-2021-014")
    try change(session + "/bastien-fictif/decision.xml", "against=\"0\"", "against=\"1\"")
    let kept = session + "/bastien-fictif/decisions"
    #expect(try tool.run("import-decisions", file, "-o", session).err.contains("--replace"))
    #expect(!FileManager.default.fileExists(atPath: kept))
    #expect(try tool.run("import-decisions", file, "-o", session, "--replace").code == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: kept).count == 1)
    try change(session + "/bastien-fictif/decision.xml", "result=\"partial\"", "result=\"adjourned\"")
    #expect(try tool.run("import-decisions", file, "-o", session).code == 0)
    #expect(try tool.run("run", session, "-o", "out").code == 0)
  }

  @Test(
    "A first decision, a first record or a dossier that the last run has not seen keeps minutes and pages back"
  )
  func first() throws {
    #expect(try tool.run("import-decisions", try decisions("VAE-2021-019"), "-o", session).code == 0)
    #expect(try tool.run("minutes", session, "-o", "out").err.contains("out.stale"))
    try tool.run("run", session, "-o", "out")
    #expect(try tool.run("minutes", session, "-o", "out").code == 0)
    try FileManager.default.copyItem(
      atPath: session + "/hugo-prototype/record.xml", toPath: session + "/karine-epreuve/record.xml")
    #expect(try tool.run("forms", session, "-o", "out").err.contains("out.stale"))
    try tool.run("run", session, "-o", "out")
    try FileManager.default.removeItem(atPath: session + "/bastien-fictif")
    #expect(try export().err.contains("dossier.gone"))
    #expect(!FileManager.default.fileExists(atPath: tool.path("flux.xml")))
  }

  @Test(
    "An award after a revocation is told to the register under a name of its own, once the first is deleted")
  func again() throws {
    try """
    <rapport><nomFichier>f.xml</nomFichier><passagesOK><idTechnique>2021-11-VAE-2021-012</idTechnique></passagesOK></rapport>
    """.write(toFile: tool.path("accuse.xml"), atomically: true, encoding: .utf8)
    #expect(try tool.run("import-cdc-report", "accuse.xml", "-o", "out").code == 0)
    try change(
      amandine + "/decision.xml", "</decision>",
      "<revocation on=\"2022-03-20\" by=\"Le jury\" previous=\"full\"><reason>Erreur de date.</reason></revocation></decision>"
    )
    try tool.run("run", session, "-o", "out")
    let before = try export("un.xml")
    #expect(before.code == 1 && before.err.contains("registry.revoked"))
    #expect(try text("un.xml").contains("2021-11-VAE-2021-012-2022-03-24"))
    try change(tool.path("out/ledger.xml"), "file=\"f.xml\"", "file=\"f.xml\" deletedOn=\"2022-04-02\"")
    #expect(try export("deux.xml").code == 0)
  }

  @Test("A decision never reaches one of two dossiers of the same number, and a run tells both")
  func sameNumber() throws {
    try change(session + "/karine-epreuve/request.xml", "VAE-2021-031", "VAE-2021-019")
    let output = try tool.run("import-decisions", try decisions("VAE-2021-019"), "-o", session)
    #expect(output.code == 1 && output.err.contains("plusieurs dossiers"))
    let run = try tool.run("run", session, "-o", "out")
    #expect(run.code == 1 && run.err.contains("dossier.number"))
  }

  @Test("Nothing is exported, and no minutes are written, from results older than the session")
  func stale() throws {
    try revoke()
    for output in [try export(), try tool.run("minutes", session, "-o", "out")] {
      #expect(output.err.contains("out.stale"))
      #expect(output.code != 0)
    }
    try tool.run("run", session, "-o", "out")
    #expect(try tool.run("minutes", session, "-o", "out").code == 0)
    #expect(try text("out/minutes.html").contains("Décision révoquée"))
  }

  @Test("A letter that is no longer true goes at the next run, without being asked for")
  func letter() throws {
    try revoke()
    try tool.run("run", session, "-o", "out")
    let letter = try text("out/amandine-exemple/letter.html")
    #expect(letter.contains("Pièce fausse.") && !letter.contains("Attestation de bloc"))
    try change(amandine + "/decision.xml", "castingVote=\"false\"", "castingVote=\"true\"")
    try change(amandine + "/decision.xml", "result=\"revoked\"", "result=\"full\"")
    let run = try tool.run("run", session, "-o", "out")
    #expect(run.err.contains("stage.removed"))
    #expect(!FileManager.default.fileExists(atPath: tool.path("out/amandine-exemple/letter.html")))
  }

  @Test("What the register has taken, then revoked, is told at every export (L6113-8)")
  func revokedAfterwards() throws {
    #expect(try export().code == 0)
    try """
    <rapport><nomFichier>flux.xml</nomFichier><passagesOK><idTechnique>2021-11-VAE-2021-012</idTechnique>\
    <idTechnique>AUTRE-CENTRE-1</idTechnique><idTechnique></idTechnique></passagesOK></rapport>
    """.write(toFile: tool.path("accuse.xml"), atomically: true, encoding: .utf8)
    let report = try tool.run("import-cdc-report", "accuse.xml", "-o", "out")
    #expect(report.code == 1 && report.out.contains("AUTRE-CENTRE-1 : d’aucune demande"))
    #expect(try !text("out/ledger.xml").contains("AUTRE-CENTRE-1"))
    #expect(try export("autre.xml").err.contains("0 à déposer, 1 déjà au registre"))
    try revoke()
    try tool.run("run", session, "-o", "out")
    let after = try export("encore.xml")
    #expect(after.code == 1 && after.err.contains("registry.revoked"))
  }

  @Test("No command writes over a file that it has not written")
  func overwriting() throws {
    let before = try text(session + "/session.xml")
    let output = try export(session + "/session.xml")
    #expect(output.code == 2 && output.err.contains("disk.exists"))
    #expect(try text(session + "/session.xml") == before)
    #expect(try export().code == 0 && export().code == 0)
  }

  @Test("A record or a decision before its time is told")
  func early() throws {
    try FileManager.default.copyItem(
      atPath: amandine + "/decision.xml", toPath: session + "/chloe-inventee/decision.xml")
    let run = try tool.run("run", session, "-o", "out")
    #expect(run.err.contains("dossier.early") && run.err.contains("chloe-inventee/decision.xml"))
  }

  @Test("Papers put in another candidate’s dossier are not recorded")
  func otherDossier() throws {
    for name in ["record.xml", "decision.xml"] {
      let target = session + "/hugo-prototype/" + name
      try? FileManager.default.removeItem(atPath: target)
      try FileManager.default.copyItem(atPath: amandine + "/" + name, toPath: target)
    }
    try tool.run("run", session, "-o", "out")
    #expect(try text("out/hugo-prototype/deliberation.xml").contains("state=\"contested\""))
    #expect(!FileManager.default.fileExists(atPath: tool.path("out/hugo-prototype/letter.html")))
  }
}
