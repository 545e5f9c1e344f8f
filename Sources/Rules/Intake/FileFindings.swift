import Artefacts

/// What a person should know of a file that is fit to be read.
enum FileFindings {
  static func findings(_ file: StoredFile, _ subject: String) -> [Finding] {
    var findings: [Finding] = []
    let kinds = file.problems.map(\.kind)
    let suspect = kinds.filter(\.isSuspect)
    if !suspect.isEmpty {
      findings.append(
        Rule.evidenceSuspect.toDecide(
          "\(subject) : \(French.list(suspect.map(\.label))).",
          remedy: "Ne pas l’ouvrir sans précaution ; demander au candidat un simple PDF ou une image."))
    }
    let noted = kinds.filter { !$0.isFatal && !$0.isSuspect && $0 != .unexamined }
    if !noted.isEmpty {
      findings.append(
        Rule.evidenceNoted.notEvaluated(
          "\(subject) : \(French.list(noted.map(\.label))).",
          remedy: "Rien à corriger si la pièce se lit bien."))
    }
    if kinds.contains(.unexamined) {
      findings.append(
        Rule.evidenceUnexamined.notEvaluated(
          "\(subject) : non examiné en entier : le lecteur de pièces manque ou n’a pas répondu.",
          remedy: "Relancer ; si cela revient, vérifier que acquis-reader est installé à côté d’acquis."))
    }
    if !file.sensitive.isEmpty {
      findings.append(
        Rule.evidenceThirdParty.toDecide(
          "\(subject) : semble contenir des données de tiers non masquées.",
          figures: file.sensitive.map {
            ($0.kind.label, "page \($0.page)" + ($0.count > 1 ? " (\($0.count))" : ""))
          }, remedy: "Vérifier ces pages ; les faire masquer si elles ne concernent pas le candidat lui-même."
        ))
    }
    if !file.fields.isEmpty {
      findings.append(
        Rule.evidenceForm.notEvaluated(
          "\(subject) : les champs du formulaire sont relevés dans l’inventaire.",
          figures: [("champs", String(file.fields.count))]))
    }
    return findings
  }

  /// The antivirus of the centre, over all files.
  static func antivirus(_ inventory: Inventory, _ parameters: Parameters) -> Finding {
    let rule = Rule.evidenceAntivirus
    let files = inventory.files.filter { $0.sha256 != nil && $0.size > 0 }
    let scanned = files.count(where: \.scanned)
    let figures = [("fichiers examinés", "\(scanned) sur \(files.count)")]
    if parameters.antivirus == nil {
      return rule.notEvaluated(
        "Fichiers non examinés par un antivirus : le centre n’en indique pas.",
        remedy: SessionRubric.set("antivirus"))
    }
    return scanned == files.count
      ? rule.satisfied("L’antivirus du centre a examiné tous les fichiers.", figures: figures)
      : rule.toDecide(
        "L’antivirus du centre n’a pas examiné tous les fichiers.", figures: figures,
        remedy: "Vérifier que clamd répond, et sa limite de taille (StreamMaxLength), puis relancer.")
  }

  /// What pictures and scanned pages show, over all files: nil when there are none.
  static func pictures(_ inventory: Inventory, _ parameters: Parameters) -> Finding? {
    let rule = Rule.evidencePictures
    let files = inventory.files.filter { file in
      file.size > 0 && (file.type.isPicture || file.wordless != nil)
    }
    if files.isEmpty { return nil }
    let searched = files.filter { $0.recognised != nil && $0.recognised == ($0.wordless ?? $0.pages ?? 1) }
    let figures = [("fichiers dont les mots sont cherchés", "\(searched.count) sur \(files.count)")]
    if searched.count == files.count {
      return rule.satisfied(
        "Les données de tiers ont été cherchées aussi dans les mots que montrent les images.",
        figures: figures)
    }
    return rule.notEvaluated(
      "Données de tiers non cherchées dans ce que montrent des images ou des pages numérisées : "
        + "\(French.list(files.filter { !searched.contains($0) }.map { "« \($0.name) »" })).",
      figures: figures,
      remedy: parameters.recognition == true
        ? "Les regarder ; faire vérifier que tesseract-ocr-fra est installé."
        : "Les regarder, ou les faire chercher : \(SessionRubric.parameter("recognition")), dans la session.")
  }
}
