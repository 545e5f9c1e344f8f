import Artefacts

/// What is said of a deadline: nothing to do yet, near, or past.
enum DeadlineAlert {
  /// Nil for what asks for nobody.
  static func finding(_ deadline: Deadline, asOf: Day) -> Finding? {
    if deadline.kind.isInformation { return nil }
    let rule = deadline.kind.rule
    let what = deadline.kind.label.prefix(1).uppercased() + deadline.kind.label.dropFirst()
    let figures = [("dernier jour", deadline.date.label), ("état au", asOf.label)]
    if deadline.isOverdue(asOf: asOf) {
      return rule.notSatisfied(
        "\(what) : le dernier jour est passé.", figures: figures, source: deadline.source,
        remedy: deadline.kind.remedy)
    }
    if deadline.isPressing(asOf: asOf) {
      return rule.toDecide(
        "\(what) : au plus tard le \(deadline.date.label).", figures: figures, source: deadline.source,
        remedy: deadline.kind.remedy)
    }
    return rule.satisfied(
      "\(what) : avant le \(deadline.date.label).", figures: [figures[0]], source: deadline.source)
  }
}

extension DeadlineKind {
  var rule: Rule {
    switch self {
    case .answerByLaw, .answerByDecree, .silent, .accepted: .deadlineAnswer
    case .pieces: .deadlinePieces
    case .deposit, .lapse: .deadlineDeposit
    case .evaluation: .deadlineEvaluation
    case .interview: .deadlineInterview
    case .jury, .hearing: .deadlineJury
    case .resultToCandidate, .resultToAdviser: .deadlineResult
    case .group: .deadlineGroup
    case .register: .deadlineRegister
    case .appeal: .deadlineAppeal
    case .retention: .deadlineRetention
    }
  }

  /// What a person does about it.
  fileprivate var remedy: String {
    switch self {
    case .answerByLaw, .answerByDecree, .silent, .accepted:
      "Décider, notifier, et noter la décision dans la demande."
    case .pieces: "Relancer le candidat, ou décider sur le dossier tel qu’il est."
    case .deposit, .lapse: "Prévenir le candidat, qui n’a pas déposé son dossier de preuves."
    case .evaluation: "Fixer l’entretien et le jury avant ce jour, ou prévenir le candidat."
    case .interview: "Tenir l’entretien et enregistrer son procès-verbal."
    case .jury, .hearing: "Inscrire le dossier à une séance du jury, puis noter sa décision."
    case .resultToCandidate, .resultToAdviser: "Envoyer la lettre, puis noter l’envoi dans la demande."
    case .group: "Envoyer le dossier de la session, puis noter l’envoi dans la session."
    case .register: "Préparer le fichier pour la Caisse des dépôts et le déposer."
    case .appeal, .retention: "Archiver ou supprimer le dossier."
    }
  }
}
