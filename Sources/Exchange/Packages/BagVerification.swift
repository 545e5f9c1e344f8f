import Files
import XML

/// A bag against its manifests (RFC 8493, section 3): whole, and nothing but what they list.
extension Verification {
  mutating func bag(_ folder: String) throws(Refusal) {
    let payload = try manifest("manifest-sha256.txt", in: folder)
    let tags = try manifest("tagmanifest-sha256.txt", in: folder)
    // Names are compared by what they show: a disk may spell an accent in two code points.
    let spelled = Dictionary(try Tree.files(of: folder, hidden: true).map { ($0, $0) }) { first, _ in first }
    for path in payload.keys.sorted() {
      guard path.hasPrefix("data/") else {
        problem(.verifyLine, "le manifeste cite un fichier hors de data", file: path)
        continue
      }
      compare("\(folder)/\(spelled[path] ?? path)", with: payload[path] ?? "", shown: path)
    }
    for path in tags.keys.sorted() {
      compare("\(folder)/\(spelled[path] ?? path)", with: tags[path] ?? "", shown: path)
    }
    for name in ["bagit.txt", "bag-info.txt", "manifest-sha256.txt"] where tags[name] == nil {
      problem(.verifyUnlisted, "le manifeste des étiquettes n’annonce pas ce fichier", file: name)
    }
    let declaration = try Disk.read(folder + "/bagit.txt", named: "bagit.txt") ?? []
    if String(decoding: declaration, as: UTF8.self).split(whereSeparator: \.isNewline).first
      != "BagIt-Version: 1.0"
    {
      problem(.verifyVersion, "ce n’est pas un paquet BagIt 1.0", file: "bagit.txt")
    }
    if Disk.entry("data", in: folder).kind != .folder {
      problem(.verifyKind, "data n’est pas un dossier ordinaire", file: "data")
    }
    try whole(folder, Set(payload.keys), tags: Set(tags.keys))
  }

  /// Every file of the bag is listed, hidden ones too; and the count of octets is that of bag-info.txt.
  private mutating func whole(_ folder: String, _ payload: Set<String>, tags: Set<String>) throws(Refusal) {
    var octets = 0
    let files = try Tree.files(of: folder, hidden: true)
    for path in files {
      if path.hasPrefix("data/") {
        octets += FileDigest("\(folder)/\(path)")?.size ?? 0
        if !payload.contains(path) {
          problem(.verifyUnlisted, "fichier que le manifeste n’annonce pas", file: path)
        }
      } else if !tags.contains(path) && path != "tagmanifest-sha256.txt" {
        problem(.verifyUnlisted, "fichier que le manifeste n’annonce pas", file: path)
      }
    }
    let info = String(
      decoding: try Disk.read(folder + "/bag-info.txt", named: "bag-info.txt") ?? [], as: UTF8.self)
    let said = info.split(whereSeparator: \.isNewline).first { $0.hasPrefix("Payload-Oxum: ") }?.dropFirst(14)
    if said.map(String.init) != "\(octets).\(files.count { $0.hasPrefix("data/") })" {
      problem(
        .verifyOxum, "le compte des octets ou des fichiers n’est pas celui de Payload-Oxum",
        file: "bag-info.txt")
    }
  }

  private mutating func manifest(_ name: String, in folder: String) throws(Refusal) -> [String: String] {
    guard let bytes = try Disk.read("\(folder)/\(name)", named: name) else {
      problem(.verifyMissing, "le manifeste manque", file: name)
      return [:]
    }
    var entries: [String: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: " ", maxSplits: 1)
      let path = parts.count == 2 ? Bag.decoded(String(parts[1].drop { $0 == " " })) : ""
      if path.isEmpty || path.hasPrefix("/")
        || path.unicodeScalars.split(separator: "/").map(String.init).contains("..")
      {
        problem(.verifyLine, "ligne du manifeste illisible ou dangereuse", file: name)
        continue
      }
      entries[path] = String(parts[0])
    }
    return entries
  }
}
