import Artefacts
import Language

/// Whether what people wrote of a candidate is of this request: a paper put in the wrong folder decides nothing.
enum Ownership {
  /// - Parameters:
  ///   - number: of the request that the document names.
  ///   - document: what people wrote, as the subject of a sentence.
  ///   - candidate: the name that the document bears.
  static func finding(
    _ rule: Rule, number: String?, candidate: String?, of request: Request, document what: String
  ) -> Finding {
    let figures = [("cette demande", "\(request.number), \(request.person.fullName)")]
    let remedy = "Le ranger dans le dossier de cette demande."
    if let number, number != request.number {
      return rule.notSatisfied(
        "\(what) est d’une autre demande : \(number).", figures: figures, remedy: remedy)
    }
    if let candidate, isOther(candidate, than: request.person) {
      return rule.notSatisfied(
        "\(what) porte le nom d’une autre personne : \(candidate).", figures: figures, remedy: remedy)
    }
    if number == nil { return rule.notEvaluated("\(what) ne dit pas le numéro de la demande.") }
    return rule.satisfied("\(what) porte le numéro de la demande.")
  }

  /// Whether none of the words of a name is one of the candidate’s.
  static func isOther(_ name: String, than person: Person) -> Bool {
    let names = [person.birthName, person.usageName ?? ""] + person.firstNames
    let said = Set(Tokenizer.tokens(name).map(\.word))
    return !said.isEmpty
      && said.isDisjoint(with: Tokenizer.tokens(names.joined(separator: " ")).map(\.word))
  }

  /// Whether the candidate’s own document is of this request: by its number, and by its name, of which a word at least is
  /// one of the candidate’s.
  static func finding(_ dossier: Dossier, of request: Request) -> Finding {
    let rule = Rule.dossierRequest
    let figures = [("cette demande", "\(request.number), \(request.person.fullName)")]
    let remedy = "Le ranger dans le dossier de cette personne, ou corriger ce qu’il porte."
    if let number = dossier.number, Tokenizer.plain(number) != Tokenizer.plain(request.number) {
      return rule.notSatisfied(
        "Le dossier de preuves est d’une autre demande : \(number).", figures: figures, remedy: remedy)
    }
    let isNamed = !Tokenizer.tokens(dossier.candidate ?? "").isEmpty
    if isOther(dossier.candidate ?? "", than: request.person) {
      return rule.notSatisfied(
        "Le dossier de preuves porte le nom d’une autre personne : \(dossier.candidate ?? "").",
        figures: figures, remedy: remedy)
    }
    return dossier.number == nil && !isNamed
      ? rule.notEvaluated("Le dossier de preuves ne dit ni le nom ni le numéro de la demande.")
      : rule.satisfied("Le dossier de preuves est de cette demande.")
  }
}
