/// What the form of the evidence dossier asks, in its own words: found again in a document, they are nobody’s answer.
package enum DossierPrompts {
  /// The number that every example bears.
  package static let exampleNumber = "VAE-2021-001"

  /// How the form is used.
  package static let use =
    "Écrivez à la suite de chaque rubrique, et sous les lignes en italique, qui disent ce qui est attendu. Une case se coche d’un clic dans Word ; ailleurs, remplacez ☐ par ☒."
  package static let situation =
    "Donnez un titre à la situation, à la suite de « Situation 1 : ». Pour en décrire une autre, copiez toute cette partie à la suite, et changez le numéro."
  package static let period = "La période s’écrit : du 01/03/2019 au 30/06/2021."
  package static let claims = "Cochez ce que cette situation montre, et cela seulement."
  package static let uses = "Les pièces citées s’écrivent par leur repère : P1, P2."
  package static let evidence =
    "Une ligne par pièce, le nom du fichier tel que vous le remettez. Natures : \(French.list(EvidenceKind.allCases.map { $0.label.lowercased() }))."
  package static let declarations = "Cochez chaque déclaration que vous faites."

  /// The parts of a situation: the title of each, and what it asks.
  package static let sections: [(kind: SectionKind, title: String, prompt: String)] = [
    (.context, "Contexte", "Où et quand cela se passait, avec qui."),
    (.role, "Mon rôle", "Ce dont j’étais chargé, et par qui."),
    (.tasks, "Activités réalisées", "Ce que j’ai fait moi-même, étape par étape."),
    (.tools, "Outils et méthodes", "Les logiciels, les documents, les règles suivies."),
    (.results, "Résultats", "Ce que cela a donné."),
  ]

  /// All of them, the longest first; the last was in a form that was given before.
  package static let all =
    ([use, situation, period, claims, uses, evidence, declarations] + sections.map(\.prompt)
    + ["Ce que vous avez fait vous-même, étape par étape."]).sorted { ($0.count, $0) > ($1.count, $1) }
}
