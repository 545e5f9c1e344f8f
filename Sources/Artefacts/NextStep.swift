extension DossierStatus {
  /// What a person does now.
  package var nextStep: String {
    switch self {
    case .refused: "lire les messages, corriger, relancer"
    case .awaitingRequest: "écrire la demande : une ligne du classeur, ou request.xml"
    case .incomplete: "demander au candidat ce qui manque, et noter la relance"
    case .toDecide: "ouvrir jury.html : des points sont à trancher par une personne"
    case .notReceivable, .outsideRegister, .decisionDue:
      "prendre la décision de recevabilité, la notifier, la noter dans la demande"
    case .awaitingDossier:
      "donner au candidat son dossier à remplir (acquis forms), puis ranger ce qu’il en fait dans son dossier"
    case .awaitingInterview: "relire les rapprochements (acquis review), tenir l’entretien (acquis forms)"
    case .awaitingJury: "réunir le jury : acquis forms en prépare la page"
    case .toCheck: "ouvrir jury.html : ce qui a été décidé ne suit pas une règle"
    case .full, .partial, .nothing: "envoyer letter.html, et noter l’envoi"
    case .adjourned: "fixer une nouvelle séance du jury"
    case .absent, .excused: "convenir d’une nouvelle date avec le candidat"
    case .revoked: "dire au candidat ce qui a été révoqué, et pourquoi"
    }
  }
}
