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

  /// - Parameter folder: a bag, or the folder of one dossier under the output folder.
  package init(_ folder: String) throws(Refusal) {
    if Disk.exists(folder + "/bagit.txt") {
      try bag(folder)
      try dossier(folder + "/data", shown: "data/")
    } else if Disk.exists("\(folder)/\(Admissibility.name).xml") {
      try dossier(folder, shown: "")
    } else {
      throw Refusal(
        Diagnostic(
          code: "verify.folder", "ni paquet scellé, ni dossier de résultats d’un candidat",
          advice: "donner un dossier qui contient bagit.txt ou admissibility.xml", file: folder))
    }
  }

  private mutating func bag(_ folder: String) throws(Refusal) {
    var listed: Set<String> = []
    for name in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
      guard let bytes = try Disk.read("\(folder)/\(name)", named: name) else {
        problem("verify.missing", "le manifeste manque", name)
        continue
      }
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        let parts = line.split(separator: " ", maxSplits: 1)
        let path = parts.count == 2 ? Bag.decoded(parts[1].drop { $0 == " " }.description) : ""
        let isPayload = name.hasPrefix("manifest")
        guard !path.isEmpty, !path.hasPrefix("/"), !path.split(separator: "/").contains(".."),
          path.hasPrefix("data/") == isPayload
        else {
          problem("verify.line", "ligne du manifeste illisible ou dangereuse", name)
          continue
        }
        if isPayload { listed.insert(path) }
        compare("\(folder)/\(path)", with: String(parts[0]), shown: path)
      }
    }
    for path in try Tree.files(of: folder + "/data") where !listed.contains("data/" + path) {
      problem("verify.unlisted", "fichier que le manifeste n’annonce pas", "data/" + path)
    }
  }

  private mutating func dossier(_ folder: String, shown: String) throws(Refusal) {
    for path in try Tree.files(of: folder) where path.hasSuffix(".xml") && !path.contains("/") {
      guard let bytes = try Disk.read("\(folder)/\(path)", named: path) else { continue }
      do throws(Refusal) {
        let root = try Schemas.all.get().read(bytes, file: shown + path)
        for input in root.first("provenance")?.children ?? [] { provenance(input, path, folder, shown) }
        if root.name == Inventory.name { evidence(try Inventory(xml: root), folder, shown) }
      } catch {
        problems += error.diagnostics
      }
    }
  }

  private mutating func provenance(_ input: Element, _ reader: String, _ folder: String, _ shown: String) {
    guard let name = input["artefact"], let digest = input["sha256"] else { return }
    let file = "\(name).xml"
    guard name.allSatisfy({ $0.isLetter }), Disk.exists("\(folder)/\(file)") else {
      elsewhere.insert(name)
      return
    }
    compare("\(folder)/\(file)", with: digest, shown: shown + file, reader: reader)
  }

  /// Copies of the evidence; what was not fit to be copied is not there.
  private mutating func evidence(_ inventory: Inventory, _ folder: String, _ shown: String) {
    for file in inventory.files {
      let path = "\(Collector.folderName)/\(file.name)"
      guard let digest = file.sha256, Disk.exists("\(folder)/\(path)") else { continue }
      compare("\(folder)/\(path)", with: digest, shown: shown + path, reader: "inventory.xml")
    }
  }

  private mutating func compare(_ path: String, with digest: String, shown: String, reader: String? = nil) {
    compared += 1
    guard let pass = Pass(path) else { return problem("verify.missing", "le fichier manque", shown) }
    if pass.digest != digest {
      problem(
        "verify.digest",
        "le contenu a changé" + (reader.map { " depuis que \($0) l’a lu" } ?? " depuis le scellement"), shown)
    }
  }

  private mutating func problem(_ code: String, _ message: String, _ file: String) {
    problems.append(
      Diagnostic(code: code, message, advice: "retrouver l’original, ou refaire le dossier", file: file))
  }
}
