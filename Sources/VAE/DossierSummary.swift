import Artefacts

/// One line of the session’s index: what is left of a dossier once it has gone through the stages.
package struct DossierSummary: Sendable, Hashable {
  package var id: String
  /// Names as printed; the folder’s name when the request could not be read.
  package var name: String
  package var standing: DossierStatus
  package var outcome: AdmissibilityOutcome?
  /// Capacities that the dossier covers, when the mapping exists.
  package var covered: Int?
  /// Who it is (name and birth), to find the same person twice in a session.
  package var person: String?
  /// The number of the request.
  package var number: String?
  /// The files handed in, by their SHA-256, to find the same one in two dossiers.
  package var files: [String: String] = [:]
  /// What is due next, and of which day its documents are.
  package var next: Deadline?
  /// What is due for the whole session, as this dossier tells it.
  package var ofSession: [Deadline] = []
  package var asOf: Day?
  /// What a person does now.
  package var nextStep: String
  /// Whether the result that stands was sent to the candidate, as people wrote down: nothing is left to do.
  package var isAnswered = false
  /// Findings that ask for a person.
  package var toSee = 0
  /// That the evidence dossier is another person’s, in words.
  package var stranger: String?
  /// Whether an evidence dossier was handed in.
  package var hasDossier = false
  /// How many files were handed in before the dossier itself.
  package var received = 0

  /// What the dossier waits for, and what is already there.
  package var awaitedInWords: String? {
    let files = received == 0 ? nil : French.count(received, "fichier déjà reçu", many: "fichiers déjà reçus")
    return standing.awaited.map { "attend \($0)" + (files.map { ", \($0)" } ?? "") }
  }

  package init(id: String, holdings: KnownArtefacts, refused: Bool) {
    self.id = id
    name = holdings.value(Request.self)?.person.fullName ?? id
    standing = refused ? .refused : DossierStatus(holdings)
    let admissibility: Admissibility? = holdings.value()
    nextStep = standing.nextStep
    outcome = admissibility?.outcome
    person = admissibility?.identity.nearKey
    number = admissibility?.identity.number
    for file in holdings.value(Inventory.self)?.files ?? [] where file.size > 0 {
      if let digest = file.sha256 { files[digest] = file.name }
    }
    if holdings.value(Intake.self) == nil { received = holdings.value(Inventory.self)?.files.count ?? 0 }
    stranger =
      (holdings.value(Intake.self)?.findings ?? []).first {
        $0.rule == .dossierRequest && $0.result == .notSatisfied
      }?.message
    if stranger != nil { nextStep = "ranger ce dossier de preuves chez la personne dont il porte le nom" }
    hasDossier = holdings.value(Dossier.self) != nil
    let mapping: Mapping? = holdings.value()
    covered = mapping.map { $0.blocs.reduce(0) { $0 + $1.covered } }
    next = holdings.value(DossierDeadlines.self)?.next
    ofSession = (holdings.value(DossierDeadlines.self)?.all ?? []).filter(\.kind.isOfSession)
    asOf = holdings.value(Session.self)?.asOf
    let refusal = holdings.value(Request.self)?.reception.decision
    if let refusal, [.notReceivable, .outsideRegister].contains(standing), admissibility?.basis == .decision {
      nextStep = "notifier au candidat la décision prise, et noter l’envoi"
      let sent = holdings.value(Request.self)?.reception.sent ?? []
      isAnswered = sent.day(of: .decision, to: .candidate, since: refusal.date) != nil
    }
    if let decidedOn = holdings.value(Deliberation.self)?.sitting?.date {
      let sent = holdings.value(Request.self)?.reception.sent ?? []
      isAnswered = sent.day(of: .result, to: .candidate, since: decidedOn) != nil
    }
    toSee = holdings.entries.values.compactMap { $0.value as? any Examined }.flatMap(\.findings)
      .count(where: \.result.asksForAPerson)
  }
}
