import Artefacts
import XML

/// What to ask at the interview, from what the mapping and the intake found: gaps first, then what is thin, then what is
/// sound.
package func prepareGuide(
  _ mapping: Mapping, _ intake: Intake, _ certification: Certification, _ session: Session
) throws(Refusal) -> Guide? {
  let capacities = certification.capacities
  let questions = mapping.coverage.flatMap { coverage -> [Question] in
    guard let capacity = capacities.first(where: { $0.code == coverage.capacity }) else { return [] }
    let situation = source(of: coverage.capacity, in: mapping)
    let grounds =
      [ground(of: coverage, in: mapping)]
      + EvidenceSupport.doubts(of: capacity.code, in: intake, parameters: session.parameters)
    return grounds.map { ground in
      Question(
        capacity: capacity.code, ground: ground, situation: situation?.id, minutes: nil,
        text: text(ground, capacity, title: situation?.title))
    }
  }
  let order = QuestionGround.allCases
  let sorted = questions.enumerated().sorted { a, b in
    let ranks = (order.firstIndex(of: a.element.ground) ?? 0, order.firstIndex(of: b.element.ground) ?? 0)
    return ranks.0 == ranks.1 ? a.offset < b.offset : ranks.0 < ranks.1
  }
  return Guide(
    minutes: session.parameters.interviewMinutes,
    opinions: intake.items.filter { $0.kind == .companyOpinion && $0.state == .present }.map {
      Opinion(evidence: $0.id, title: $0.title, date: $0.date, author: $0.author)
    },
    questions: planned(sorted.map(\.element), session))
}

/// The time of the interview shared out: three parts for what the dossier does not show, two for what rests on one
/// source, one for the rest.
private func planned(_ questions: [Question], _ session: Session) -> [Question] {
  guard let minutes = session.parameters.interviewMinutes else { return questions }
  func parts(_ ground: QuestionGround) -> Int {
    switch ground {
    case .gap, .claimedOnly, .weak: 3
    case .unclaimed, .singleSource: 2
    case .outdated, .unauthenticated, .confirm: 1
    }
  }
  let all = questions.reduce(0) { $0 + parts($1.ground) }
  return questions.map { question in
    var planned = question
    planned.minutes = max(1, minutes * parts(question.ground) / max(1, all))
    return planned
  }
}

private func ground(of coverage: Coverage, in mapping: Mapping) -> QuestionGround {
  let links = mapping.situations.flatMap(\.links).filter {
    $0.capacity == coverage.capacity && $0.support != .nothing
  }
  if links.isEmpty { return .gap }
  if links.allSatisfy({ $0.proposed == nil && $0.verdict == nil }) { return .claimedOnly }
  if links.allSatisfy({ !$0.claimed && $0.verdict == nil }) { return .unclaimed }
  if coverage.level == .weak { return .weak }
  return coverage.situations == 1 ? .singleSource : .confirm
}

/// The situation that speaks best of a capacity.
private func source(of capacity: String, in mapping: Mapping) -> MappedSituation? {
  var best: (situation: MappedSituation, support: CoverageLevel, score: Int)?
  for situation in mapping.situations {
    guard let link = situation.links.first(where: { $0.capacity == capacity }), link.support != .nothing
    else { continue }
    let score = link.probability ?? 0
    if let best, (best.support, best.score) >= (link.support, score) { continue }
    best = (situation, link.support, score)
  }
  return best?.situation
}

private func text(_ ground: QuestionGround, _ capacity: Capacity, title: String?) -> String {
  let topic = "« \(capacity.short) »"
  let place = title.map { "dans « \($0) »" } ?? "dans le dossier"
  return switch ground {
  case .gap:
    "Le dossier ne couvre pas \(topic). Racontez une situation précise où cela vous est revenu : votre part, vos outils, ce que vous avez produit."
  case .claimedOnly:
    "Vous revendiquez \(topic) \(place), sans que le texte le détaille. Qu’avez-vous fait vous-même, étape par étape ?"
  case .unclaimed:
    "Ce que vous décrivez \(place) semble couvrir \(topic), que vous ne revendiquez pas. Qu’en est-il ?"
  case .weak:
    "\(topic) n’apparaît que brièvement \(place). Donnez un exemple complet, avec un document à l’appui."
  case .outdated:
    "Une pièce à l’appui de \(topic) est ancienne, ou datée hors de la période décrite. De quand est ce travail, et le feriez-vous de la même façon aujourd’hui ?"
  case .unauthenticated:
    "Une pièce à l’appui de \(topic) ne dit pas qui l’a faite. Quelle y est votre part, et qui peut en témoigner ?"
  case .singleSource:
    "\(topic) repose sur une seule situation (\(title ?? "dossier")). Comment vous y prendriez-vous dans un autre contexte ?"
  case .confirm:
    "Pour \(topic), quelle difficulté avez-vous rencontrée \(place), et comment l’avez-vous résolue ?"
  }
}
