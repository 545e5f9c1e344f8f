import Artefacts
import Language

/// Annual caps: one request for the same certification, three for different ones, in a calendar year (R335-7,
/// R6412-3). Only the centre’s own register can be counted; the rest is the candidate’s sworn statement.
enum LimitRules {
  static func finding(_ request: Request, _ regime: Regime?, register: CentreRegister?, session: Session)
    -> Finding
  {
    let rule = Rule.requestLimits
    guard let regime else {
      return rule.notEvaluated("Les plafonds ne sont pas contrôlés : le régime n’est pas établi.")
    }
    let (same, different) = (regime[.same], regime[.different])
    guard let register else {
      return rule.notEvaluated(
        "Aucun registre n’est donné (--register) : seule la déclaration sur l’honneur porte sur les plafonds annuels.",
        source: same.source)
    }
    if let law = [same, different].first(where: { !$0.settled }) {
      return rule.toDecide(
        "Les plafonds annuels ne sont pas établis sous ce régime : \(law.dilemma).", source: law.source,
        remedy: "Trancher et noter la décision.")
    }
    let entries = register.entries.filter { counts($0, request, regime: regime) }
    func weigh(_ entries: [EarlierRequest]) -> Finding {
      counted(
        entries, request, same: same, different: different, countsRejected: session.parameters.countRejected)
    }
    let (found, widest) = (weigh(entries.filter { $0.identity.key == request.identity.key }), weigh(entries))
    if found.result == .satisfied && widest.result == .satisfied && register.sessionOnly == true {
      return rule.notEvaluated(
        "Les plafonds sont respectés dans cette session ; aucun registre n’est donné (--register) : pour le reste, seule la déclaration sur l’honneur porte sur eux.",
        figures: found.figures.map { ($0.name, $0.value) }, source: same.source)
    }
    if found.result != .satisfied || widest.result == .satisfied { return found }
    return rule.toDecide(
      "Le plafond est dépassé si des demandes d’un prénom proche sont de la même personne : \(widest.message)",
      figures: widest.figures.map { ($0.name, $0.value) }, source: same.source,
      remedy: "Vérifier s’il s’agit de la même personne, et noter la décision.")
  }

  /// - Parameter countsRejected: whether refused requests count; nil when the centre has not said.
  private static func counted(
    _ earlier: [EarlierRequest], _ request: Request, same: LegalRule, different: LegalRule,
    countsRejected: Bool?
  ) -> Finding {
    let rule = Rule.requestLimits
    let standing = earlier.filter { $0.outcome != .notReceivable }
    let (all, kept) = (
      excess(earlier, request, same: same, different: different),
      excess(standing, request, same: same, different: different)
    )
    let figures = [
      ("année", String(request.reception.receivedOn.year)),
      (
        "demandes antérieures du registre",
        earlier.isEmpty ? "aucune" : French.list(earlier.map(\.identity.number))
      ),
      (
        "demandes refusées",
        countsRejected.map { $0 ? "comptées" : "non comptées" } ?? "à décider"
      ),
    ]
    let excess = countsRejected == false ? kept : all
    if countsRejected == nil && all != kept {
      return rule.toDecide(
        "Le plafond n’est dépassé que si les demandes refusées comptent : le texte parle des demandes déposées, la plateforme de l’État ne compte pas les refusées.",
        figures: figures, source: same.source, remedy: SessionRubric.set("countRejected"))
    }
    guard let excess else {
      return rule.satisfied(
        "Les plafonds annuels sont respectés d’après le registre du centre.", figures: figures,
        source: same.source)
    }
    return rule.notSatisfied(
      excess, figures: figures, source: same.source,
      remedy: "Vérifier qu’il s’agit bien de la même personne, puis notifier.")
  }

  private static func counts(_ entry: EarlierRequest, _ request: Request, regime: Regime) -> Bool {
    entry.receivedOn.year == request.reception.receivedOn.year
      && (entry.receivedOn, entry.identity.number) <= (request.reception.receivedOn, request.number)
      && entry.identity.nearKey == request.identity.nearKey
      && !entry.isSeenAgain(request) && !(regime.blocsExempt && entry.identity.scope == .blocs)
  }

  /// What is exceeded, in words; nil when nothing is.
  private static func excess(
    _ earlier: [EarlierRequest], _ request: Request, same: LegalRule, different: LegalRule
  ) -> String? {
    let mine = request.target.certification
    let repeats = earlier.count { $0.identity.certification == mine } + 1
    if let most = same.value, repeats > most {
      return "Cette personne a déjà déposé une demande pour cette certification dans l’année."
    }
    let certifications = Set(earlier.map(\.identity.certification)).union([mine])
    if let most = different.value, certifications.count > most {
      return "Cette personne a déposé des demandes pour plus de \(most) certifications dans l’année."
    }
    return nil
  }
}

extension EarlierRequest {
  /// Whether this is the very request, kept in the output of an earlier run: same number, person and day.
  fileprivate func isSeenAgain(_ request: Request) -> Bool {
    identity == request.identity && receivedOn == request.reception.receivedOn
  }
}

extension Request {
  /// Who asks for what.
  package var identity: Identity {
    Identity(
      number: number, birthName: person.birthName, firstName: person.firstNames.first ?? "",
      birthDate: person.birth.date, certification: target.certification, scope: target.scope)
  }
}

extension Identity {
  /// Name and first name without case, accents or punctuation, and the day of birth.
  package var key: String {
    "\(Tokenizer.plain(birthName))|\(Tokenizer.plain(firstName))|\(birthDate.spelling)"
  }

  /// The same with the first part of the first name alone: « Anne-Lise » and « Anne, Lise » may be one person.
  package var nearKey: String {
    let first = firstName.split { !$0.isLetter }.first.map(String.init) ?? ""
    return "\(Tokenizer.plain(birthName))|\(Tokenizer.plain(first))|\(birthDate.spelling)"
  }
}
