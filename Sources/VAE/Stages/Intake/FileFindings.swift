import XML

/// What a person should know of a file that is fit to be read.
enum FileFindings {
  static func findings(_ file: StoredFile, _ subject: String) -> [Finding] {
    var findings: [Finding] = []
    let kinds = file.problems.map(\.kind)
    let suspect = kinds.filter(\.isSuspect)
    if !suspect.isEmpty {
      findings.append(
        Finding(
          "evidence.suspect", .toDecide, "\(subject) : \(French.list(suspect.map(\.label))).",
          remedy: "Ne pas l’ouvrir sans précaution ; demander au candidat un simple PDF ou une image."))
    }
    let noted = kinds.filter { !$0.isFatal && !$0.isSuspect && $0 != .unexamined }
    if !noted.isEmpty {
      findings.append(
        Finding(
          "evidence.noted", .notEvaluated, "\(subject) : \(French.list(noted.map(\.label))).",
          remedy: "Rien à corriger si la pièce se lit bien."))
    }
    if kinds.contains(.unexamined) {
      findings.append(
        Finding(
          "evidence.unexamined", .notEvaluated,
          "\(subject) : pages et texte non examinés, le lecteur de PDF n’est pas installé.",
          remedy: "Installer poppler-utils et relancer."))
    }
    if !file.sensitive.isEmpty {
      findings.append(
        Finding(
          "evidence.third-party", .toDecide,
          "\(subject) : semble contenir des données de tiers non masquées.",
          figures: file.sensitive.map {
            ($0.kind.label, "page \($0.page)" + ($0.count > 1 ? " (\($0.count))" : ""))
          },
          remedy: "Vérifier ces pages ; les faire masquer si elles ne concernent pas le candidat lui-même."))
    }
    if !file.fields.isEmpty {
      findings.append(
        Finding(
          "evidence.form", .notEvaluated,
          "\(subject) : les champs du formulaire sont relevés dans inventory.xml.",
          figures: [("champs", String(file.fields.count))]))
    }
    return findings
  }

  /// The antivirus of the centre, over all files.
  static func antivirus(_ inventory: Inventory, _ parameters: Parameters) -> Finding {
    let rule = "evidence.antivirus"
    let files = inventory.files.filter { $0.sha256 != nil && $0.size > 0 }
    let scanned = files.count(where: \.scanned)
    let figures = [("fichiers examinés", "\(scanned) sur \(files.count)")]
    if parameters.antivirus == nil {
      return Finding(
        rule, .notEvaluated, "Fichiers non examinés par un antivirus : le centre n’en indique pas.",
        remedy: "Renseigner antivirus dans session.xml (prise de clamd).")
    }
    return scanned == files.count
      ? Finding(rule, .satisfied, "L’antivirus du centre a examiné tous les fichiers.", figures: figures)
      : Finding(
        rule, .toDecide, "L’antivirus du centre n’a pas examiné tous les fichiers.", figures: figures,
        remedy: "Vérifier que clamd répond, et sa limite de taille (StreamMaxLength), puis relancer.")
  }
}

/// Names that a candidate may have meant: the same but for accents, case, signs or a few letters.
enum Likeness {
  static func nearest(to name: String, among others: [String]) -> String? {
    let wanted = Array(Tokenizer.plain(name).utf8)
    let near = others.map { ($0, distance(wanted, Array(Tokenizer.plain($0).utf8))) }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }
    guard let near, near.1 <= max(2, wanted.count / 4) else { return nil }
    return near.0
  }

  /// How many letters must change (Levenshtein).
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if a.isEmpty { return b.count }
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let change = diagonal + (left == right ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
