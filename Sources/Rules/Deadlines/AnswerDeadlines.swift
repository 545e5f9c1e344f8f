import Artefacts

/// What is due while the request waits for its decision. A request that is settled has none.
enum AnswerDeadlines {
  static func due(_ admissibility: Admissibility) -> [Deadline] {
    let clock = admissibility.clock
    let source = Rule.clockAnswer.source
    if let implied = clock.impliedOn { return [Deadline(kind: .accepted, date: implied, source: source)] }
    if admissibility.decision != nil || admissibility.outcome == .outsideRegister { return [] }
    let due: [(DeadlineKind, Day?, String?)] = [
      (.silent, clock.silentOn, source), (.answerByLaw, clock.dueByLaw, source),
      (.answerByDecree, clock.dueByDecree, "délai depuis le dossier complet"),
      (.pieces, clock.answerBy, "dernière demande de pièces"),
    ]
    return due.compactMap { kind, day, source in
      day.map { Deadline(kind: kind, date: $0, source: source) }
    }
  }
}
