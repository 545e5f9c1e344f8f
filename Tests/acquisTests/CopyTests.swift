import Foundation
import Testing

@Suite("Copies des pièces pour les jurés")
struct CopyTests {
  private let tool: Tool
  private let out: String

  init() throws {
    tool = try Tool()
    try tool.shell(
      "cp -r '\(Tool.sample)' s && rm -rf s/expected && for d in s/*/; do [ $d = s/amandine-exemple/ ] || rm -r $d; done"
    )
    out = tool.folder.path + "/out/amandine-exemple"
  }

  private func listing() throws -> String {
    try tool.shell("cd '\(out)' && sha256sum evidence/* evidence-views/* 2>/dev/null").out
  }

  @Test("Two copies of one size and time that have exchanged their names are put right by the next run")
  func exchanged() throws {
    try tool.shell(
      """
      cd s/amandine-exemple/evidence && set -- *.pdf
      cat "$1" > un && cat "$2" > deux && { cat un; printf '%%x'; } > "$1"
      size=$(stat -c %s "$1"); [ $size -ge $(stat -c %s deux) ] || exit 9
      { cat deux; head -c $((size - $(stat -c %s deux))) /dev/zero | tr '\\0' ' '; } > "$2"; rm un deux; touch -d 2021-01-01 *
      """)
    try tool.run("run", "s", "-o", "out")
    let before = try listing()
    try tool.shell("cd '\(out)/evidence' && set -- *.pdf && mv \"$1\" x && mv \"$2\" \"$1\" && mv x \"$2\"")
    #expect(try listing() != before)
    try tool.run("run", "s", "-o", "out")
    #expect(try listing() == before)
  }

  @Test(
    "A telephone’s own picture that the centre takes has a JPEG beside it, linked from the jury’s page; a scan of two pages has two"
  )
  func views() throws {
    let pictures = Tool.root.appending(path: "Tests/VAETests/HostileEvidence").path
    try tool.shell(
      """
      cp '\(pictures)/fine--square.heic' s/amandine-exemple/evidence/photo.heic
      cp '\(pictures)/fine--two-pages.tiff' s/amandine-exemple/evidence/scan.tiff
      sed -i 's/<parameters /<parameters alsoAllowed="heic tiff" /' s/session.xml
      python3 - <<'P'
      import pathlib, re
      p = pathlib.Path('s/amandine-exemple/dossier.xml'); t = p.read_text()
      files = re.findall(r'file="([^"]+)"', t)
      for old, new in zip(files, ['photo.heic', 'scan.tiff']): t = t.replace(f'file="{old}"', f'file="{new}"')
      p.write_text(t)
      P
      """)
    #expect(try tool.run("run", "s", "-o", "out").code <= 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: out + "/evidence-views").sorted()
    #expect(names == ["photo.heic.1.jpg", "scan.tiff.1.jpg", "scan.tiff.2.jpg"])
    let page = try String(contentsOfFile: out + "/jury.html", encoding: .utf8)
    for name in names { #expect(page.contains("href=\"evidence-views/\(name)\"")) }
    let before = try listing()
    try tool.shell("rm '\(out)/evidence-views/photo.heic.1.jpg'")
    try tool.run("run", "s", "-o", "out")
    #expect(try listing() == before)
  }

  @Test(
    "An archive of photographs without a dossier is shown as received, on the page, the index and in status")
  func handIn() throws {
    try tool.shell(
      """
      rm -r s/amandine-exemple && cp -r '\(Tool.sample)/karine-epreuve' s/ && rm s/karine-epreuve/dossier.docx
      """)
    try tool.run("run", "s", "-o", "out")
    let page = try String(contentsOfFile: tool.path("out/karine-epreuve/jury.html"), encoding: .utf8)
    #expect(page.contains("note-badgeage.jpg") && page.contains("n’est pas encore déposé"))
    let index = try String(contentsOfFile: tool.path("out/index.html"), encoding: .utf8)
    #expect(index.contains("3 fichiers reçus"))
    #expect(try tool.run("status", "s", "-o", "out").out.contains("3 fichiers déjà reçus"))
  }
}
