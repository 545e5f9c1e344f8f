/// What a person does now, for all the dossiers that stand at one place.
package struct ToDo: Sendable, Hashable {
  /// One of those dossiers: its folder, its candidate’s name as printed, what is due next.
  package struct Dossier: Sendable, Hashable {
    package let id: String
    package let name: String
    package let due: Due?

    package init(id: String, name: String, due: Due?) { (self.id, self.name, self.due) = (id, name, due) }
  }

  /// A day that something is due, said in words.
  package struct Due: Sendable, Hashable {
    package let day: Day
    package let words: String
    package let isPressing: Bool

    package init(day: Day, words: String, isPressing: Bool) {
      (self.day, self.words, self.isPressing) = (day, words, isPressing)
    }
  }

  package let standing: DossierStatus
  /// What is to be done, as a person says it.
  package let step: String
  package let dossiers: [Dossier]

  /// What is due first among them.
  package var due: Due? {
    dossiers.compactMap(\.due).min { ($0.day, $0.words) < ($1.day, $1.words) }
  }

  /// In one line, the dossiers by their folders: `donner au candidat… (3) : VAE-2022-001… ; dépôt : au plus tard le…`.
  package var inWords: String {
    "\(step) : \(ToDo.brief(dossiers.map(\.id)))" + (due.map { " ; \($0.words)" } ?? "")
  }

  /// The first of some names, and how many there are besides.
  package static func brief(_ names: [String]) -> String {
    let shown = 3
    let rest = names.count - shown
    return French.list(
      names.prefix(shown) + (rest > 0 ? [French.count(rest, "autre", many: "autres")] : []))
  }

  /// What there is to do, what presses first; then in the order of the path.
  package static func list(_ dossiers: [(standing: DossierStatus, step: String, dossier: Dossier)]) -> [ToDo]
  {
    let all = DossierStatus.allCases.flatMap { standing in
      let own = dossiers.filter { $0.standing == standing }
      return Set(own.map(\.step)).sorted().map { step in
        ToDo(standing: standing, step: step, dossiers: own.filter { $0.step == step }.map(\.dossier))
      }
    }
    return all.filter(\.presses) + all.filter { !$0.presses }
  }

  private var presses: Bool { dossiers.contains { $0.due?.isPressing == true } }
}
