import XML

/// Each listed item against the files really there.
struct EvidenceBinding {
  private(set) var items: [Item] = []
  private(set) var findings: [Finding] = []

  init(_ evidence: [Evidence], _ inventory: Inventory, _ parameters: Parameters) {
    // Swift compares text by what it shows: « é » in one code point or two is the same name.
    var files: [String: StoredFile] = [:]
    for file in inventory.files { files[file.name] = file }
    for listed in evidence { bind(listed, files[listed.file], parameters) }
    for file in inventory.files where !evidence.contains(where: { $0.file == file.name }) { unlisted(file) }
    duplicates(inventory.files)
    if findings.isEmpty {
      findings.append(
        Finding(
          "evidence.files", .satisfied,
          "Chaque pièce annoncée est présente et lisible, et rien n’est en trop.",
          figures: [("pièces", String(evidence.count))]))
    }
  }

  private mutating func bind(_ listed: Evidence, _ file: StoredFile?, _ parameters: Parameters) {
    var item = Item(
      id: listed.id, file: listed.file, kind: listed.kind, state: .present, date: listed.date, type: nil,
      size: nil,
      sha256: nil, title: listed.title, author: listed.author)
    if let file {
      // The name on the disk: its accents may be spelled otherwise than in the list.
      (item.file, item.type, item.size, item.sha256) = (file.name, file.type, file.size, file.sha256)
      if !file.problems.isEmpty {
        item.state = .faulty
        problem(
          "evidence.faulty",
          "\(listed.id), « \(listed.file) » : \(French.list(file.problems.map(\.kind.label))).",
          [("taille", "\(French.number(file.size)) octets"), ("contenu", file.type.label)],
          "Demander au candidat un fichier lisible (PDF, image, Word ou OpenDocument).")
      } else if let limit = parameters.fileMegabytes, file.size > limit << 20 {
        item.state = .faulty
        problem(
          "evidence.size",
          "\(listed.id), « \(listed.file) » : fichier plus lourd que ce que le centre accepte.",
          [("taille", "\(French.number(file.size)) octets"), ("limite", "\(limit) Mo")],
          "Demander une version plus légère.")
      }
    } else {
      item.state = .missing
      problem(
        "evidence.missing", "\(listed.id), « \(listed.file) » : pièce annoncée, absente du dossier evidence.",
        [],
        "Demander la pièce au candidat, ou corriger son nom dans dossier.xml.")
    }
    items.append(item)
  }

  private mutating func unlisted(_ file: StoredFile) {
    problem(
      "evidence.unlisted", "« \(file.name) » : fichier présent que la liste n’annonce pas.",
      file.problems.map { ("constat", $0.kind.label) },
      "L’ajouter à la liste avec son intitulé, ou le retirer.")
  }

  private mutating func duplicates(_ files: [StoredFile]) {
    var first: [String: String] = [:]
    for file in files where file.size > 0 {
      guard let digest = file.sha256 else { continue }
      if let other = first[digest] {
        problem(
          "evidence.duplicate", "« \(file.name) » : même contenu que « \(other) ».", [],
          "Garder un seul des deux fichiers.")
      } else {
        first[digest] = file.name
      }
    }
  }

  private mutating func problem(
    _ rule: String, _ message: String, _ figures: [(String, String)], _ remedy: String
  ) {
    findings.append(Finding(rule, .notSatisfied, message, figures: figures, remedy: remedy))
  }
}
