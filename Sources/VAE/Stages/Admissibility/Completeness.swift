import XML

/// Is the request complete? Decided apart from whether it is receivable.
enum Completeness {
  private static let source = "code de l’éducation, R335-7"

  static func findings(_ request: Request, asOf: Day) -> [Finding] {
    [
      signature(request.declaration), sworn(request.declaration), proofs(request),
      complete(request.reception),
      dates(request, asOf),
    ]
  }

  private static func signature(_ declaration: Declaration) -> Finding {
    guard let day = declaration.signedOn, let signature = declaration.signature else {
      return Finding(
        "request.signature", .notSatisfied, "Le formulaire n’est pas signé, ou la date de signature manque.",
        source: source + " (1°)", remedy: "Faire signer et dater le formulaire par le candidat.")
    }
    return Finding(
      "request.signature", .satisfied, "Formulaire signé (signature \(signature.label)).",
      figures: [("signé le", day.label)], source: source + " (1°)")
  }

  private static func sworn(_ declaration: Declaration) -> Finding {
    declaration.sworn
      ? Finding("request.sworn", .satisfied, "La déclaration sur l’honneur est faite.", source: source)
      : Finding(
        "request.sworn", .notSatisfied, "La déclaration sur l’honneur manque.", source: source,
        remedy: "Faire cocher et signer la rubrique 6 par le candidat.")
  }

  /// Work asks for proofs of its nature and duration; training in a work place for its certificates.
  private static func proofs(_ request: Request) -> Finding {
    var missing: [AttachmentKind] = []
    func needs(_ kind: AttachmentKind) -> Bool { !request.attachments.contains { $0.kind == kind } }
    if request.experiences.contains(where: { !$0.status.isTraining }), needs(.activityProof) {
      missing.append(.activityProof)
    }
    if request.experiences.contains(where: \.status.isTraining), needs(.trainingCertificate) {
      missing.append(.trainingCertificate)
    }
    let figures = [("pièces jointes", String(request.attachments.count))]
    if request.experiences.isEmpty {
      return Finding(
        "request.proofs", .notSatisfied, "Aucune expérience n’est décrite (rubrique 5).", figures: figures,
        source: source + " (2°)", remedy: "Faire remplir la rubrique 5.")
    }
    if missing.isEmpty {
      return Finding(
        "request.proofs", .satisfied, "Les pièces attendues selon le statut des activités sont jointes.",
        figures: figures, source: source + " (2°)")
    }
    return Finding(
      "request.proofs", .notSatisfied, "Il manque : \(French.list(missing.map(\.label))).", figures: figures,
      source: source + " (2°)", remedy: "Demander au candidat la ou les pièces manquantes.")
  }

  private static func complete(_ reception: Reception) -> Finding {
    guard let day = reception.completeOn else {
      return Finding(
        "request.complete", .notSatisfied, "Le centre n’a pas constaté le dossier complet.",
        figures: [("reçue le", reception.receivedOn.label)], source: "CERFA 12818*02, rubrique 7",
        remedy: "Réclamer les pièces, puis noter la date à laquelle le dossier est complet.")
    }
    return Finding(
      "request.complete", .satisfied, "Le centre a constaté le dossier complet.",
      figures: [("reçue le", reception.receivedOn.label), ("complète le", day.label)],
      source: "CERFA 12818*02, rubrique 7")
  }

  /// Days that contradict one another prove nothing: a person mends them first.
  private static func dates(_ request: Request, _ asOf: Day) -> Finding {
    let rule = "request.dates"
    let reception = request.reception
    let order: [(String, Day?)] = [
      ("engagée le", reception.initiatedOn), ("reçue le", reception.receivedOn),
      ("complète le", reception.completeOn),
      ("décision le", reception.decision?.date), ("situation au", asOf),
    ]
    let known = order.compactMap { name, day in day.map { (name, $0) } }
    for (earlier, later) in zip(known, known.dropFirst()) where later.1 < earlier.1 {
      return Finding(
        rule, .toDecide, "Les dates de la demande ne se suivent pas.",
        figures: [(earlier.0, earlier.1.label), (later.0, later.1.label)], remedy: "Corriger la rubrique 7.")
    }
    if let wrong = request.experiences.first(where: { ($0.end ?? $0.start) < $0.start }) {
      return Finding(
        rule, .toDecide, "Une expérience finit avant de commencer : \(wrong.position).",
        figures: [("du", wrong.start.label), ("au", wrong.end?.label ?? "")],
        remedy: "Corriger la rubrique 5.")
    }
    return Finding(rule, .satisfied, "Les dates de la demande se suivent.")
  }
}
