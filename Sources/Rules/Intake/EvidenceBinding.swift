import Artefacts
import Language

/// Each listed item against the files really there, and each file against the list.
struct EvidenceBinding {
  private(set) var items: [BoundEvidence] = []
  private(set) var findings: [Finding] = []
  private let allowed: Set<FileType>
  private let parameters: Parameters

  init(_ evidence: [Evidence], _ inventory: Inventory, parameters: Parameters) {
    self.parameters = parameters
    allowed = parameters.allowedTypes
    var places: [String: Int] = [:]
    for listed in evidence {
      places[listed.file] = EvidenceBinding.place(of: listed.file, in: inventory.files)
    }
    let bound = Set(places.values)
    let unlisted = inventory.files.enumerated().filter { !bound.contains($0.offset) }.map(\.element)
    for listed in evidence {
      bind(listed, places[listed.file].map { inventory.files[$0] }, others: unlisted.map(\.name))
    }
    tell(unlisted)
    duplicates(inventory.files)
    if findings.isEmpty {
      findings.append(
        Rule.evidenceFiles.satisfied(
          "Chaque pièce annoncée est présente et lisible, et rien n’est en trop.",
          figures: [("pièces", String(evidence.count))]))
    }
  }

  /// The one file that a name means. Swift compares text by what it shows: « é » in one code point or two is the same name;
  /// of several so named, that spelled alike, then that which could be read.
  private static func place(of name: String, in files: [StoredFile]) -> Int? {
    let same = files.indices.filter { files[$0].name == name }
    return same.first { files[$0].name.utf8.elementsEqual(name.utf8) && files[$0].sha256 != nil }
      ?? same.first { files[$0].sha256 != nil } ?? same.first
  }

  private mutating func bind(_ listed: Evidence, _ file: StoredFile?, others: [String]) {
    var item = BoundEvidence(
      id: listed.id, file: listed.file, kind: listed.kind, state: .present, date: listed.date, type: nil,
      size: nil, sha256: nil, origin: nil, pages: nil, title: listed.title, author: listed.author)
    defer { items.append(item) }
    let subject = "\(listed.id), « \(listed.file) »"
    guard let file else {
      item.state = .missing
      let near = NearestName.nearest(to: listed.file, among: others)
      return problem(
        Rule.evidenceMissing, "\(subject) : pièce annoncée, absente des fichiers déposés.",
        figures: near.map { [("fichier au nom proche", $0)] } ?? [],
        remedy: near.map { "Si « \($0) » est cette pièce, corriger le nom ; sinon, la demander au candidat." }
          ?? "Demander la pièce au candidat, ou corriger son nom dans le dossier.")
    }
    // The name on the disk: its accents may be spelled otherwise than in the list.
    (item.file, item.type, item.size, item.sha256) = (file.name, file.type, file.size, file.sha256)
    (item.origin, item.pages) = (file.origin, file.pages)
    if let fault = fault(of: file, subject) {
      item.state = .faulty
      findings.append(fault)
    }
    findings += FileFindings.findings(file, subject)
  }

  /// What makes a file unfit for a jury.
  private func fault(of file: StoredFile, _ subject: String) -> Finding? {
    let figures = [("taille", "\(French.number(file.size)) octets"), ("contenu", file.type.label)]
    let fatal = file.problems.map(\.kind).filter(\.isFatal)
    if !fatal.isEmpty {
      return Rule.evidenceFaulty.notSatisfied(
        "\(subject) : \(French.list(fatal.map(\.label))).", figures: figures,
        remedy: "Demander au candidat un fichier lisible (PDF, image, Word ou OpenDocument).")
    }
    if !allowed.contains(file.type) {
      return Rule.evidenceType.notSatisfied(
        "\(subject) : type que le centre n’accepte pas.", figures: figures,
        remedy: "Demander un PDF, une image, un document Word ou OpenDocument, ou l’accepter (alsoAllowed).")
    }
    let limit = parameters.fileMegabytes ?? Parameters.nationalMegabytes
    if file.size > limit << 20 {
      return Rule.evidenceSize.notSatisfied(
        "\(subject) : fichier plus lourd que ce que le centre accepte.",
        figures: figures + [("limite", "\(limit) Mo")], remedy: "Demander une version plus légère.")
    }
    return nil
  }

  /// Files that the list does not name, all in one finding: each is accounted for.
  private mutating func tell(_ unlisted: [StoredFile]) {
    if unlisted.isEmpty { return }
    problem(
      Rule.evidenceUnlisted,
      "\(French.count(unlisted.count, "fichier présent", many: "fichiers présents")) que la liste n’annonce pas.",
      figures: unlisted.map { file in
        let told = file.problems.map(\.kind.label) + (file.origin.map { ["venu de \($0)"] } ?? [])
        return (file.name, told.isEmpty ? file.type.label : French.list(told))
      }, remedy: "Les ajouter à la liste avec leur intitulé, ou les retirer.")
    for file in unlisted where file.problems.contains(where: \.kind.isFatal) {
      problem(
        Rule.evidenceFaulty,
        "« \(file.name) » : \(French.list(file.problems.map(\.kind).filter(\.isFatal).map(\.label))).",
        figures: file.origin.map { [("venu de", $0)] } ?? [],
        remedy: "Demander au candidat un fichier lisible (PDF, image, Word ou OpenDocument).")
    }
    for file in unlisted { findings += FileFindings.findings(file, "« \(file.name) »") }
  }

  private mutating func duplicates(_ files: [StoredFile]) {
    var first: [String: String] = [:]
    for file in files where file.size > 0 {
      guard let digest = file.sha256 else { continue }
      if let other = first[digest] {
        problem(
          Rule.evidenceDuplicate, "« \(file.name) » : même contenu que « \(other) ».", figures: [],
          remedy: "Garder un seul des deux fichiers.")
      } else {
        first[digest] = file.name
      }
    }
  }

  private mutating func problem(
    _ rule: Rule, _ message: String, figures: [(String, String)], remedy: String
  ) {
    findings.append(rule.notSatisfied(message, figures: figures, remedy: remedy))
  }
}

extension Parameters {
  /// What the national platform takes for an attachment (domain reference 6, upload limits).
  static let nationalMegabytes = 15

  /// The usual types, and those that the centre adds.
  var allowedTypes: Set<FileType> {
    let added = (alsoAllowed ?? "").split(separator: " ").compactMap { FileType(rawValue: String($0)) }
    return Set(FileType.allCases.filter(\.isUsual) + added)
  }
}
