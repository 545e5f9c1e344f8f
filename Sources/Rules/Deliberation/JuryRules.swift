import Artefacts
import Language

/// Who may sit in the joint jury (the fiche; the branch’s rules of the day).
struct JuryRules {
  private let decision: Decision
  private let session: Session
  private let regimes: Regimes
  /// The fiche on the composition of juries.
  private let fiche: String
  /// The members present that the session knows.
  let present: [Juror]

  init(_ decision: Decision, session: Session, certification: Certification, regimes: Regimes) {
    (self.decision, self.session, self.regimes) = (decision, session, regimes)
    fiche = certification.fiche("composition des jurys")
    present = decision.present.compactMap { seat in session.jury.members.first { $0.id == seat.member } }
  }

  /// - Parameter companion: who reviewed the dossier with the candidate.
  func findings(for request: Request, companion: String?) -> [Finding] {
    let membership = membership(for: request)
    return [
      membership.known, parity, unions, chair, quorum, size(membership.composition), membership.balance,
      membership.conflict(request, companion: companion),
    ] + JuryNotice.findings(decision, calendar: session.calendar, regimes: regimes)
  }

  func membership(for request: Request) -> Membership {
    Membership(
      names: .init(known: .juryKnown, balance: .juryBalance, conflict: .juryConflict),
      people: session.jury.members.map {
        .init(id: $0.id, name: $0.name, sex: $0.sex, organisation: $0.organisation)
      },
      present: decision.present, recusals: decision.recusals,
      composition: regimes.composition(ofPathBegunOn: request.reception.initiatedOn))
  }

  private var parity: Finding {
    let voting = present.filter(\.voting)
    let employers = voting.count { $0.college == .employers }
    let figures = [
      ("délégation patronale", String(employers)), ("délégation syndicale", String(voting.count - employers)),
    ]
    if employers == 0 || employers * 2 != voting.count {
      return Rule.juryParity.notSatisfied(
        "Les deux délégations n’ont pas le même nombre de voix.", figures: figures, source: fiche,
        remedy: "Réunir un jury paritaire : 50 % de représentants des salariés, 50 % des employeurs.")
    }
    // Five qualified members by the fiche, and one from temporary work if need be.
    let temporary = voting.count { $0.college == .employers && $0.temporaryWork == true }
    let (most, more) = (
      regimes.branchRule(.employers, on: decision.date)?.value ?? 0,
      regimes.branchRule(.temporaryWork, on: decision.date)?.value ?? 0
    )
    if employers - temporary > most || temporary > more {
      return Rule.juryParity.notSatisfied(
        "La délégation patronale dépasse \(most) membres, plus \(more) du travail temporaire.",
        figures: figures + [("dont travail temporaire", String(temporary))], source: fiche,
        remedy: "Réduire la délégation, ou noter qui siège au titre du travail temporaire (temporaryWork).")
    }
    return Rule.juryParity.satisfied(
      "Les deux délégations ont le même nombre de voix.", figures: figures, source: fiche)
  }

  private var unions: Finding {
    let voting = present.filter { $0.voting && $0.college == .unions }
    let names = voting.map { Tokenizer.plain($0.union ?? "") }
    if names.contains("") {
      return Rule.juryUnion.notSatisfied(
        "Un membre de la délégation syndicale n’a pas d’organisation.", source: fiche,
        remedy: "Renseigner « Organisation syndicale » pour ce membre, dans la session.")
    }
    let known = Set(session.jury.representative.map(Tokenizer.plain))
    let strange = voting.filter { !known.isEmpty && !known.contains(Tokenizer.plain($0.union ?? "")) }
    if !strange.isEmpty {
      return Rule.juryUnion.notSatisfied(
        "Une organisation n’est pas de la liste des organisations représentatives : \(French.list(strange.compactMap(\.union))).",
        source: fiche,
        remedy: "Vérifier la liste des organisations représentatives dans la session, ou ôter ce membre.")
    }
    return Set(names).count == names.count
      ? Rule.juryUnion.satisfied(
        known.isEmpty
          ? "Chaque organisation syndicale a une seule voix ; la session ne donnant pas la liste des organisations représentatives, elle n’est pas contrôlée."
          : "Chaque organisation syndicale représentative a une seule voix.", source: fiche)
      : Rule.juryUnion.notSatisfied(
        "Une organisation syndicale a plusieurs voix.", source: fiche,
        remedy: "Un seul représentant par organisation siège avec droit de vote.")
  }

  private var chair: Finding {
    let source = regimes.branchRule(.chair, on: decision.date)?.source
    let chairs = present.filter(\.chair)
    guard chairs.count == 1, let chair = chairs.first else {
      return Rule.juryChair.notSatisfied(
        "Le jury doit avoir un président présent, et un seul.",
        figures: [("présidents", String(chairs.count))], source: source,
        remedy: "Désigner le président dans la session.")
    }
    return chair.college == .employers
      ? Rule.juryChair.satisfied("Le président vient de la délégation patronale.", source: source)
      : Rule.juryChair.toDecide(
        "Le président ne vient pas de la délégation patronale.", source: source,
        remedy: "Vérifier l’accord applicable à la date de la délibération.")
  }

  /// The qualified representatives of the trade (R335-8 II, D6412-6), whom only the session can tell.
  private func size(_ law: Composition) -> Finding {
    let rule = Rule.jurySize
    let qualified = present.count { $0.qualified == true }
    let figures = [("présents", String(present.count)), ("qualifiés", String(qualified))]
    if law.settled == false {
      return rule.toDecide(
        "La composition du jury n’est pas établie pour ce parcours : \(law.source).", figures: figures,
        source: law.source, remedy: "Le jury dit ce qu’il retient (settled).")
    }
    if qualified >= law.qualified && qualified * law.qualifiedOneIn >= present.count
      && present.count >= law.members
    {
      return rule.satisfied(
        "Le jury compte assez de représentants qualifiés du métier.", figures: figures, source: law.source)
    }
    if present.contains(where: { $0.qualified == nil }) {
      return rule.notEvaluated(
        "La session ne dit pas de tous les membres s’ils sont représentants qualifiés du métier.",
        figures: figures, source: law.source,
        remedy: "Renseigner « Représentant qualifié du métier » pour chaque membre, dans la session.")
    }
    return rule.notSatisfied(
      "Le jury demande au moins \(law.qualified) représentants qualifiés du métier, et un sur \(law.qualifiedOneIn).",
      figures: figures, source: law.source, remedy: "Réunir un jury régulier.")
  }

  private var quorum: Finding {
    let voting = present.count(where: \.voting)
    guard let quorum = session.parameters.quorum else {
      return Rule.juryQuorum.toDecide(
        "Aucun quorum n’est fixé : aucune source n’en donne.", figures: [("voix présentes", String(voting))],
        remedy: SessionRubric.set("quorum"))
    }
    let figures = [("voix présentes", String(voting)), ("quorum", String(quorum))]
    return voting >= quorum
      ? Rule.juryQuorum.satisfied(
        "Le quorum du centre est atteint.", figures: figures, source: "paramètre du centre")
      : Rule.juryQuorum.notSatisfied(
        "Le quorum du centre n’est pas atteint.", figures: figures, source: "paramètre du centre",
        remedy: "Ajourner, ou réunir le jury à nouveau.")
  }
}
