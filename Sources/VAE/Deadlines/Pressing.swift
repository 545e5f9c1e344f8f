import Artefacts
import Engine
import XML

extension DossierSummary {
  /// What is due next, in words.
  package var dueInWords: String? { next.map { $0.inWords(asOf: asOf ?? $0.date) } }

  /// Whether what is due is near or past.
  package var isPressing: Bool {
    guard let next, let asOf else { return false }
    return next.isPressing(asOf: asOf)
  }
}

extension Deadline {
  /// `dépôt du dossier de preuves (…) : au plus tard le 6 novembre 2021`.
  fileprivate func inWords(asOf: Day) -> String {
    let when = isOverdue(asOf: asOf) ? "le dernier jour est passé, c’était" : "au plus tard"
    return "\(kind.label) : \(when) le \(date.label)"
  }
}

extension RunOutcome<DossierSummary> {
  /// What people do now.
  package var toDo: [ToDo] {
    ToDo.list(
      dossiers.map(\.summary).filter { !$0.isAnswered }.map { summary in
        let due = summary.next.map {
          ToDo.Due(day: $0.date, words: summary.dueInWords ?? "", isPressing: summary.isPressing)
        }
        return (
          summary.standing, summary.nextStep, ToDo.Dossier(id: summary.id, name: summary.name, due: due)
        )
      })
  }

  /// What is near or past, of each dossier and of the session.
  package var pressing: [Diagnostic] {
    let advice =
      "« acquis deadlines » suivi du dossier des résultats et de --as-of JJ/MM/AAAA les liste toutes"
    // What is due for many on the same day is told once.
    let all = Dictionary(grouping: dossiers.filter(\.summary.isPressing)) { $0.summary.dueInWords ?? "" }
    let own = all.map { words, dossiers in
      Diagnostic(
        .warning, code: .dossierDue, words, advice: advice, file: ToDo.brief(dossiers.map(\.id)))
    }
    guard let asOf = dossiers.compactMap(\.summary.asOf).max() else { return own }
    let shared = Set(dossiers.flatMap(\.summary.ofSession)).filter { $0.isPressing(asOf: asOf) }
    return own
      + shared.sorted { $0.date < $1.date }.map {
        Diagnostic(.warning, code: .dossierDue, $0.inWords(asOf: asOf), advice: advice)
      }
  }
}
