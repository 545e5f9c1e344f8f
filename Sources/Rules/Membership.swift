import Artefacts
import Language
import XML

/// What the validation panel and the joint jury share: who sits, and who may not for this candidate.
struct Membership {
  /// Someone whom the session names.
  struct Person {
    let id: String
    let name: String
    let sex: Sex
    let organisation: String?
  }

  /// The rules as each body names them.
  struct Names {
    let known: Rule
    let balance: Rule
    let conflict: Rule
  }

  let names: Names
  let people: [Person]
  let present: [Presence]
  let recusals: [Recusal]
  /// What the law asks of such a body, on the day that the candidate’s path began.
  let composition: Composition

  private var seated: [Person] { present.compactMap { seat in people.first { $0.id == seat.member } } }

  /// Every member noted is known, and once.
  var known: Finding {
    let ids = Set(people.map(\.id))
    let seats = present.map(\.member)
    if Set(seats).count != seats.count {
      return names.known.notSatisfied(
        "Un membre est noté présent deux fois.", remedy: "Ne noter chaque membre qu’une fois.")
    }
    let strange = (seats + recusals.map(\.member)).filter { !ids.contains($0) }
    return strange.isEmpty
      ? names.known.satisfied("Les membres notés sont ceux de la session.")
      : names.known.notSatisfied(
        "Membre inconnu de la session : \(French.list(strange)).",
        remedy: "Corriger le document, ou ajouter la personne à la session.")
  }

  /// Nobody sits who is tied to the candidate.
  /// - Parameter companion: who reviewed the dossier with the candidate.
  func conflict(_ request: Request, companion: String?) -> Finding {
    let found = tied(request, companion: companion)
    if composition.settled != false || found.result != .notSatisfied { return found }
    return names.conflict.toDecide(
      "\(found.message) Aucun texte n’est établi pour ce parcours.",
      figures: found.figures.map { ($0.name, $0.value) }, source: composition.source, remedy: found.remedy)
  }

  private func tied(_ request: Request, companion: String?) -> Finding {
    let rule = names.conflict
    let source = composition.source
    let seated = seated
    for person in seated {
      if let why = tie(of: person, request, companion: companion) {
        return rule.notSatisfied(
          "\(person.name) \(why).", source: source,
          remedy: "Faire siéger une autre personne pour ce candidat.")
      }
    }
    if let person = seated.first(where: { employed($0, request.experiences, likeness: .near) }) {
      return rule.toDecide(
        "L’entreprise de \(person.name) (\(person.organisation ?? "")) a un nom proche d’une entreprise du candidat.",
        source: source, remedy: "Vérifier si c’est la même ; si oui, faire siéger une autre personne.")
    }
    if !composition.pastTies,
      let person = seated.first(where: { employed($0, request.experiences, likeness: .same) })
    {
      return rule.toDecide(
        "\(person.name) appartient à une ancienne entreprise du candidat.", source: source,
        remedy:
          "Le texte ne vise que l’entreprise où le candidat exerce : apprécier si la personne peut siéger.")
    }
    if composition.pastTies, !recusals.isEmpty {
      return rule.toDecide(
        "Une récusation est notée : une personne liée au candidat ne peut être membre.",
        figures: [("récusés", String(recusals.count))], source: source,
        remedy: "Vérifier que la personne n’était pas désignée pour ce candidat.")
    }
    let unknown = seated.filter { $0.organisation == nil }.map(\.name)
    if !unknown.isEmpty {
      return rule.notEvaluated(
        "L’entreprise de ces membres n’est pas dite : \(French.list(unknown)).", source: source,
        remedy: "Renseigner « Entreprise ou organisme » pour chaque membre, dans la session.")
    }
    return rule.satisfied(
      "Aucun membre présent n’a de lien déclaré avec le candidat.",
      figures: recusals.isEmpty ? [] : [("récusés", String(recusals.count))], source: source)
  }

  /// Women and men both sit.
  var balance: Finding {
    let seated = seated
    let women = seated.count { $0.sex == .female }
    let figures = [("femmes", String(women)), ("hommes", String(seated.count - women))]
    return women > 0 && women < seated.count
      ? names.balance.satisfied(
        "Femmes et hommes siègent.", figures: figures, source: composition.source)
      : names.balance.toDecide(
        "Ne siègent que des \(women == 0 ? "hommes" : "femmes").", figures: figures,
        source: composition.source,
        remedy: "Dire pourquoi la représentation équilibrée n’a pas été possible.")
  }

  private func tie(of person: Person, _ request: Request, companion: String?) -> String? {
    if recusals.contains(where: { $0.member == person.id }) { return "est à la fois présent et récusé" }
    let own = Set(Tokenizer.tokens(request.person.fullName).map(\.word))
    if !own.isEmpty, own.isSubset(of: Tokenizer.tokens(person.name).map(\.word)) {
      return "porte le nom du candidat"
    }
    let companions = [companion].compactMap { $0 } + request.advisers.map(\.name)
    if companions.contains(where: { Membership.isSame($0, person.name) }) {
      return "a accompagné le candidat"
    }
    let reception = request.reception
    let counted =
      composition.pastTies
      ? request.experiences
      : request.experiences.filter { $0.end.map { $0 >= reception.initiatedOn } ?? true }
    guard employed(person, counted, likeness: .same) else { return nil }
    let isCurrent = employed(person, request.experiences.filter { $0.end == nil }, likeness: .same)
    return
      "appartient à une \(isCurrent || !composition.pastTies ? "" : "ancienne ")entreprise du candidat (\(person.organisation ?? ""))"
  }

  private func employed(_ person: Person, _ experiences: [Experience], likeness: Likeness) -> Bool {
    guard let organisation = person.organisation else { return false }
    return experiences.contains { Membership.likeness($0.employer, organisation) == likeness }
  }

  /// How near two names are, whatever the case, the accents, the hyphens, the plural and the legal form.
  enum Likeness { case same, near, apart }

  static func likeness(_ one: String, _ other: String) -> Likeness {
    let (one, other) = (words(one), words(other))
    if one.isEmpty || other.isEmpty { return .apart }
    if one == other || one.joined() == other.joined() { return .same }
    let isPart = Set(one).isSubset(of: other) || Set(other).isSubset(of: one)
    return isPart ? .near : .apart
  }

  static func isSame(_ one: String, _ other: String) -> Bool { likeness(one, other) == .same }

  private static func words(_ name: String) -> [String] {
    Tokenizer.tokens(name).map(\.word).filter { $0.utf8.count > 1 && !particles.contains($0) }.map {
      $0.utf8.count > 3 && $0.hasSuffix("s") ? String($0.dropLast()) : $0
    }
  }

  /// Legal forms and courtesies, no part of a name.
  private static let particles: Set<String> = [
    "sa", "sas", "sasu", "sarl", "eurl", "snc", "scop", "societe", "ste", "ets", "et", "cie", "mme", "mlle",
    "monsieur", "madame",
  ]
}
