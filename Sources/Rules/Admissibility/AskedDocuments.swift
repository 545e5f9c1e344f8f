import Artefacts
import Language

/// What a request must hold besides the form and the proofs.
enum AskedDocuments {
  static func findings(_ request: Request, _ certification: Certification, _ regime: Regime?) -> [Finding] {
    [documents(request, certification), feasibility(request, regime)].compactMap { $0 }
  }

  /// The extra documents that the reference of the certification asks for (R335-7, 3°).
  private static func documents(_ request: Request, _ certification: Certification) -> Finding? {
    if certification.documents.isEmpty { return nil }
    let rule = Rule.requestDocuments
    let source = "code de l’éducation, R335-7, 3° ; \(certification.fiche())"
    let given = Set(request.attachments.map { Tokenizer.plain($0.title) })
    let missing = certification.documents.filter { !given.contains(Tokenizer.plain($0)) }
    return missing.isEmpty
      ? rule.satisfied("Les pièces que le référentiel demande en plus sont là.", source: source)
      : rule.notSatisfied(
        "Pièces que le référentiel demande en plus, et qui manquent : \(French.list(missing)).",
        source: source, remedy: "Les demander au candidat.")
  }

  /// On the national portal the request is a feasibility file (order of 3 July 2025).
  private static func feasibility(_ request: Request, _ regime: Regime?) -> Finding? {
    guard regime?.name == .r4 else { return nil }
    let rule = Rule.requestFeasibility
    let source = "arrêté du 3 juillet 2025 (dossier de faisabilité)"
    guard let file = request.feasibility else {
      return rule.notEvaluated(
        "Le dossier de faisabilité n’est pas repris dans la demande.", source: source,
        remedy: "Le reprendre (feasibility), ou vérifier sur le portail qu’il est complet.")
    }
    if file.model == .accompanied && file.opinion == nil {
      return rule.toDecide(
        "Le candidat est accompagné, et l’avis de son accompagnateur n’est pas noté.", source: source,
        remedy: "Demander l’avis, ou corriger le modèle.")
    }
    let figures =
      [("modèle", file.model.label)]
      + file.prerequisites.map { ("prérequis « \($0.title) »", $0.state.label) }
      + (file.opinion.map { [("avis de \($0.by)", $0.favourable ? "favorable" : "défavorable")] } ?? [])
    return rule.satisfied(
      "Le dossier de faisabilité est repris dans la demande.", figures: figures, source: source)
  }
}
