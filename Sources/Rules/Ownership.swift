import Artefacts

/// Whether what people wrote of a candidate is of this request: a paper put in the wrong folder decides nothing.
enum Ownership {
  /// - Parameters:
  ///   - number: of the request that the document names.
  ///   - document: what people wrote, as the subject of a sentence.
  static func finding(_ rule: Rule, number: String?, of request: Request, document what: String) -> Finding {
    guard let number else {
      return rule.notEvaluated("\(what) ne dit pas le numéro de la demande.")
    }
    return number == request.number
      ? rule.satisfied("\(what) porte le numéro de la demande.")
      : rule.notSatisfied(
        "\(what) est d’une autre demande : \(number).", figures: [("cette demande", request.number)],
        remedy: "Le ranger dans le dossier de cette demande.")
  }
}
