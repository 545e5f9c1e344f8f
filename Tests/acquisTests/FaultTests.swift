import Foundation
import Testing

/// What a machine, an administrator or another program does to the tool while it works.
@Suite("Pannes")
struct FaultTests {
  private let tool: Tool
  private let session: String
  init() throws {
    tool = try Tool()
    session = try tool.copySample()
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: tool.path(name), encoding: .utf8)
  }

  // MARK: A stop

  @Test(
    "Told to stop, a run finishes what is under way, writes its report, says so and exits 2",
    arguments: [SIGTERM, SIGINT, SIGHUP])
  func stopped(signal: Int32) throws {
    try tool.run("sample", "--candidates", "60", "-o", "long")
    try tool.run("run", session, "-o", "out")
    let index = try text("out/index.html")
    try FileManager.default.removeItem(atPath: session)
    try FileManager.default.moveItem(atPath: tool.path("long"), toPath: session)
    let err = Pipe()
    let process = try tool.start(
      ["run", session, "-o", "out", "--older", "--jobs", "1"], out: Pipe(), err: err)
    while try !FileManager.default.contentsOfDirectory(atPath: tool.path("out")).contains("candidat-0002") {
      try #require(process.isRunning)
      usleep(5000)
    }
    kill(process.processIdentifier, signal)
    let told = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 2)
    #expect(told.contains("session.interrupted") && told.contains("relancer la même commande"))
    let report = try text("out/report.xml")
    let done = report.components(separatedBy: "<dossier ").count - 1
    let unseen = report.components(separatedBy: "code=\"dossier.unseen\"").count - 1
    #expect(done + unseen == 60 && done > 0 && unseen > 0, "\(done) + \(unseen)")
    #expect(try text("out/index.html") == index)
    let left = FileManager.default.subpaths(atPath: tool.path("out"))?.filter { $0.hasSuffix(".tmp") }
    #expect(left == [])
    #expect(try tool.run("run", session, "-o", "out").code < 2)
    try tool.run("run", session, "-o", "whole")
    let (again, whole) = (try Tool.tree(tool.path("out")), try Tool.tree(tool.path("whole")))
    #expect(whole.allSatisfy { again[$0.key] == $0.value || $0.key == "report.xml" })
  }

  @Test("Told to stop under nohup by the end of the terminal, a run goes on")
  func nohup() throws {
    let output = try tool.shell(
      "trap '' HUP; \"$ACQUIS\" run session -o out & sleep 0.1; kill -HUP $!; wait $!")
    #expect(output.code == 1 && !output.err.contains("session.interrupted"))
  }

  @Test("A reader that has gone loses no report")
  func pipe() throws {
    let output = try tool.shell("\"$ACQUIS\" run session -o out 2>&1 | head -1; echo ${PIPESTATUS[0]}")
    #expect(output.out.hasSuffix("\n1\n"), "\(output.out)")
    #expect(try text("out/report.xml").contains("</report>"))
    #expect(try tool.shell("\"$ACQUIS\" status session -o out | true; echo ${PIPESTATUS[0]}").out == "1\n")
  }

  // MARK: What the machine allows

  @Test(
    "A machine that allows too little is told of, with what to do, and the tool exits 2",
    arguments: [
      "ulimit -n 10", "ulimit -n 16", "ulimit -n 64", "ulimit -v 250000", "ulimit -v 600000", "ulimit -s 256",
    ])
  func limits(limit: String) throws {
    let output = try tool.shell("\(limit); exec \"$ACQUIS\" run session -o out --jobs 256")
    #expect(output.code == 2, "\(output.err)")
    #expect(output.err.contains("machine.limit") && output.err.contains("→"))
    #expect(!FileManager.default.fileExists(atPath: tool.path("out/report.xml")))
  }

  @Test("With few files open and one dossier at a time, a run is as any other")
  func fewFiles() throws {
    try tool.run("run", session, "-o", "whole")
    #expect(try tool.shell("ulimit -n 64; exec \"$ACQUIS\" run session -o out --jobs 1").code == 1)
    #expect(try Tool.tree(tool.path("out")) == Tool.tree(tool.path("whole")))
  }

  @Test(
    "A limit of the size of files is told in French, tears nothing, and the tool exits 2",
    arguments: [1, 8, 64])
  func sizes(blocks: Int) throws {
    let output = try tool.shell(
      "ulimit -f \(blocks); \"$ACQUIS\" run session -o out 2>&1 | cat; exit ${PIPESTATUS[0]}")
    #expect(output.code == 2)
    #expect(output.out.contains("il dépasse la taille permise (disk.write)"))
    let left = FileManager.default.subpaths(atPath: tool.path("out"))?.filter { $0.hasSuffix(".tmp") }
    #expect(left == [])
    try tool.run("run", session, "-o", "whole")
    let (part, whole) = (try Tool.tree(tool.path("out")), try Tool.tree(tool.path("whole")))
    #expect(part.allSatisfy { whole[$0.key] == $0.value || ["report.xml", "index.html"].contains($0.key) })
  }

  @Test(
    "As another user, too few processes or one unwritable folder end in a message and exit 2",
    .enabled(if: Tool.hasOthers))
  func nobody() throws {
    try tool.shell("chmod -R a+rX session")
    let other = Tool.asOther
    for number in [1, 4] {
      let output = try tool.shell(
        "\(other) bash -c 'ulimit -u \(number); exec ./outil run session -o out'")
      #expect(output.code == 2 && output.err.contains("machine.limit"), "\(number) \(output.err)")
    }
    #expect(try tool.shell("\(other) ./outil run session -o out").code == 1)
    let whole = try Tool.tree(tool.path("out"))
    try tool.shell(
      "chmod 500 out/amandine-exemple && rm out/amandine-exemple/guide.xml out/bastien-fictif/guide.xml")
    let output = try tool.shell("\(other) ./outil run session -o out")
    #expect(output.code == 2)
    #expect(output.err.contains("out/amandine-exemple/guide.xml: erreur"), "\(output.err)")
    #expect(output.err.contains("les droits ne le permettent pas"))
    #expect(FileManager.default.fileExists(atPath: tool.path("out/bastien-fictif/guide.xml")))
    try tool.shell("chmod 700 out/amandine-exemple")
    #expect(try tool.shell("\(other) ./outil run session -o out").code == 1)
    #expect(try Tool.tree(tool.path("out")) == whole)
  }

  @Test("Without /proc or /dev/null the tool says so and exits 2", .enabled(if: Tool.hasNamespaces))
  func bare() throws {
    for (hide, command) in [
      ("umount -l /proc", "run session -o out"), ("umount -l /proc", ""),
      ("mount -t tmpfs none /dev", "run session -o out"),
    ] {
      let output = try tool.shell("exec unshare -m bash -c '\(hide); exec \"$ACQUIS\" \(command)'")
      #expect(output.code == 2 && output.err.contains("machine.limit"), "\(hide) \(output.err)")
    }
  }

  @Test("Without /tmp a run is as any other", .enabled(if: Tool.hasNamespaces))
  func noTemporaries() throws {
    try tool.run("run", session, "-o", "whole")
    let script = """
      exec unshare -m bash -c 'cp "$ACQUIS" outil; cp "$ACQUIS-reader" acquis-reader; mount --bind . /mnt; cd /mnt; mount -t tmpfs -o ro none /tmp; exec ./outil run session -o out'
      """
    #expect(try tool.shell(script).code == 1)
    #expect(try Tool.tree(tool.path("out")) == Tool.tree(tool.path("whole")))
  }

  @Test("Without its reader the tool says what it has not examined, and a whole run later examines it")
  func noReader() throws {
    try tool.shell("cp \"$ACQUIS\" outil")
    let output = try tool.shell("./outil run session -o out --only amandine-exemple")
    #expect(output.code < 2)
    let inventory = try text("out/amandine-exemple/inventory.xml")
    #expect(inventory.contains("kind=\"unexamined\"") && !inventory.contains("kind=\"truncated\""))
    try tool.run("run", session, "-o", "out")
    #expect(!(try text("out/amandine-exemple/inventory.xml")).contains("kind=\"unexamined\""))
  }

  @Test("A tool killed in the middle of a file leaves no reader behind")
  func orphan() throws {
    let bomb = Tool.root.appending(path: "Tests/VAETests/HostileEvidence/stopped--flate-bomb.pdf").path
    try FileManager.default.copyItem(
      atPath: bomb, toPath: session + "/amandine-exemple/evidence/lourde.pdf")
    let script = """
      "$ACQUIS" run session -o out --only amandine-exemple & tool=$!
      for i in $(seq 100); do readers=$(pgrep -P $tool acquis-reader); [ -n "$readers" ] && break; sleep 0.1; done
      sleep 2; kill -9 $tool; sleep 1
      for reader in $readers; do grep -q '^State:.[RSD]' /proc/$reader/status 2>/dev/null && echo alive; done
      echo "readers: $readers"
      """
    let output = try tool.shell(script)
    #expect(!output.out.contains("alive") && !output.out.contains("readers: \n"), "\(output.out)")
  }

  // MARK: What sleeps

  @Test("Sources that are pipes cost their own dossier, and wait for nobody")
  func pipes() throws {
    for name in ["request.xml", "evidence.zip", "dossier.docx"] {
      try tool.shell("cp -r session/amandine-exemple 'session/tube-\(name)'")
      try tool.shell("cd 'session/tube-\(name)' && rm -rf '\(name)' dossier.xml && mkfifo '\(name)'")
    }
    try tool.shell("mkfifo session/bastien-fictif/evidence/cv.pdf")
    let output = try tool.run("run", session, "-o", "out")
    #expect(output.code == 1)
    #expect(output.err.contains("tube-request.xml/request.xml: erreur"), "\(output.err)")
    #expect(output.err.contains("tube-dossier.docx/dossier.docx: erreur"), "\(output.err)")
    #expect(try text("out/bastien-fictif/inventory.xml").contains("not-a-file"))
    #expect(try text("out/tube-evidence.zip/inventory.xml").contains("not-a-file"))
  }

  @Test(
    "A reader that sleeps costs its own dossier, is told, and is asked again",
    .enabled(if: Tool.hasNamespaces))
  func sleeping() throws {
    let pdf = Tool.root.appending(path: "Tests/VAETests/HostileEvidence/fine--plain.pdf").path
    try FileManager.default.copyItem(
      atPath: pdf, toPath: session + "/amandine-exemple/evidence/attestation-employeur.pdf.copie.pdf")
    // One that says who it is, then nothing more.
    let hello = "<reader versions=\\\"lent\\\" limits=\\\"own\\\"/>"
    try """
    #!/bin/bash
    printf 'E\\x26\\0\\0\\0'; printf "\(hello)"; exec sleep 300

    """.write(toFile: tool.path("lent"), atomically: true, encoding: .utf8)
    try tool.shell("chmod +x lent && cd session/amandine-exemple/evidence && rm -f note* proc* releve*")
    let script =
      "exec unshare -m bash -c 'mount --bind lent \"$ACQUIS-reader\"; exec \"$ACQUIS\" run session -o out --only amandine-exemple'"
    let start = ContinuousClock.now
    let output = try tool.shell(script)
    #expect(output.code < 2, "\(output.err)")
    #expect(start.duration(to: .now) < .seconds(240))
    #expect(try text("out/amandine-exemple/inventory.xml").contains("kind=\"unexamined\""))
    #expect(!(try text("out/amandine-exemple/inventory.xml")).contains("kind=\"truncated\""))
    #expect(try tool.shell("pgrep -f 'sleep 30[0]' | wc -l").out == "0\n")
    try tool.run("run", session, "-o", "out")
    #expect(!(try text("out/amandine-exemple/inventory.xml")).contains("kind=\"unexamined\""))
  }

  @Test(
    "A disk that never answers costs its own dossier, and the run ends", .enabled(if: Tool.hasSleepingDisk))
  func silentDisk() throws {
    try tool.shell("mkdir -p session/muet/evidence && cp session/amandine-exemple/request.xml session/muet/")
    let script = Tool.root.appending(path: "Tests/acquisTests/sleeping-disk.py").path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    // One script for all: what it leaves running would be waited for.
    let output = try tool.shell(
      """
      PATH='\(path)' python3 '\(script)' session/muet/evidence > /dev/null 2>&1 & disk=$!
      sleep 2; "$ACQUIS" run session -o out; code=$?
      fusermount -uz session/muet/evidence; kill -9 $disk; exit $code
      """)
    #expect(output.code == 1 && output.err.contains("disk.silent"), "\(output.err)")
    #expect(!FileManager.default.fileExists(atPath: tool.path("out/muet/inventory.xml")))
    #expect(try text("out/amandine-exemple/inventory.xml").contains("<file"))
  }
}
