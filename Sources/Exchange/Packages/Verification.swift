import Artefacts
import Files
import Schemas
import XML

/// Hashes everything again and compares: a bag against its manifests, artefacts against one another’s provenance,
/// evidence against the inventory.
package struct Verification {
  package private(set) var problems: [Diagnostic] = []
  /// Digests compared, and found the same or not.
  package private(set) var compared = 0
  /// Inputs named by an artefact that are not in this folder: sources, and what the session shares.
  package private(set) var elsewhere: Set<String> = []

  /// The artefacts that stages write.
  private let derived: Set<String>

  /// - Parameters:
  ///   - folder: a bag, or the folder of one dossier under the output folder.
  ///   - derived: the names of the artefacts that stages write.
  package init(_ folder: String, derived: Set<String>) throws(Refusal) {
    self.derived = derived
    if Disk.exists(folder + "/bagit.txt") {
      try bag(folder)
      try dossier(folder + "/data", shown: "data/")
    } else if Disk.exists("\(folder)/\(Admissibility.name).xml") {
      try dossier(folder, shown: "")
    } else {
      throw Refusal(
        Diagnostic(
          code: .verifyFolder, "ni paquet scellé, ni dossier de résultats d’un candidat",
          advice: "donner un dossier qui contient bagit.txt ou admissibility.xml", file: folder))
    }
  }

  private mutating func dossier(_ folder: String, shown: String) throws(Refusal) {
    for path in try Tree.files(of: folder) where !path.contains("/") {
      guard path.hasSuffix(".xml"), let bytes = try Disk.read("\(folder)/\(path)", named: path) else {
        // A page has no provenance: only a sealed package can vouch for it.
        elsewhere.insert(path)
        continue
      }
      do throws(Refusal) {
        let root = try Schemas.read(bytes, file: shown + path)
        for input in root.first("provenance")?.children ?? [] {
          provenance(input, path, folder: folder, shown: shown)
        }
        if root.name == Intake.name { evidence(try Intake(xml: root), folder, shown: shown) }
      } catch {
        problems += error.diagnostics
      }
    }
  }

  private mutating func provenance(_ input: Element, _ reader: String, folder: String, shown: String) {
    guard let name = input["artefact"], let digest = input["sha256"] else { return }
    let file = "\(name).xml"
    guard derived.contains(name), name.allSatisfy({ $0.isLetter }) else {
      elsewhere.insert(name)
      return
    }
    compare("\(folder)/\(file)", with: digest, shown: shown + file, reader: reader)
  }

  /// The copies of the evidence that a jury is handed: each sound item, and nothing else.
  private mutating func evidence(_ intake: Intake, _ folder: String, shown: String) {
    var known: Set<String> = []
    let place = "\(folder)/\(Evidence.folder)"
    let names = ((try? Disk.list(place)) ?? []).map(\.name)
    for item in intake.items where item.state == .present {
      known.insert(item.file)
      guard let digest = item.sha256 else { continue }
      let name = names.first { $0.utf8.elementsEqual(item.file.utf8) } ?? names.first { $0 == item.file }
      compare(
        "\(place)/\(name ?? item.file)", with: digest, shown: "\(shown)\(Evidence.folder)/\(item.file)",
        reader: "intake.xml")
    }
    for entry in (try? Disk.list(place)) ?? [] where !known.contains(entry.name) {
      problem(
        .verifyUnlisted, "fichier que intake.xml n’annonce pas",
        file: "\(shown)\(Evidence.folder)/\(entry.name)")
    }
  }

  mutating func compare(_ path: String, with digest: String, shown: String, reader: String? = nil) {
    compared += 1
    guard let pass = FileDigest(path) else {
      return problem(.verifyMissing, "le fichier manque", file: shown)
    }
    if pass.digest != digest.lowercased() {
      problem(
        .verifyDigest,
        "le contenu a changé" + (reader.map { " depuis que \($0) l’a lu" } ?? " depuis le scellement"),
        file: shown)
    }
  }

  mutating func problem(_ code: DiagnosticCode, _ message: String, file: String) {
    problems.append(
      Diagnostic(code: code, message, advice: "retrouver l’original, ou refaire le dossier", file: file))
  }
}
