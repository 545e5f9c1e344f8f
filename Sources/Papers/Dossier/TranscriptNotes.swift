import Artefacts
import Language
import XML

/// What is told of a document besides its dossier, and how it is closed.
extension Transcript {
  mutating func day(_ text: String, isEnd: Bool) -> Day? {
    guard let found = WrittenDate.all(in: text).first else {
      note("date non reconnue : « \(text) »")
      return nil
    }
    return read(found, isEnd: isEnd)
  }

  /// A month alone is read as its first or last day, and the note says so.
  mutating func read(_ day: WrittenDate, isEnd: Bool) -> Day? {
    let value = isEnd ? day.last : day.first
    if day.first != day.last { note("« \(day.spelling) » est lu comme le \(value.label)") }
    return value
  }

  mutating func line(_ text: String) -> String {
    let parts = text.slices(of: 500)
    if parts.count > 1 { note("ligne trop longue, la suite est : « \(parts.dropFirst().joined()) »") }
    return parts.first ?? text
  }

  mutating func note(_ text: String) {
    for part in text.slices(of: 550) { dossier.notes.append(ReadingNote(place: place, text: part)) }
  }

  mutating func noteAside(_ aside: OfficeText.Aside) {
    if aside.deletions > 0 {
      note(
        "\(French.count(aside.deletions, "suppression suivie", many: "suppressions suivies")) : le texte est lu comme si elles étaient acceptées"
      )
    }
    if aside.comments > 0 {
      note("\(French.count(aside.comments, "commentaire", many: "commentaires")) de relecture : non repris")
    }
    if aside.externals > 0 {
      note(
        "\(French.count(aside.externals, "lien", many: "liens")) vers un contenu extérieur : jamais ouverts")
    }
    if aside.margins > 0 {
      note(
        "\(French.count(aside.margins, "en-tête ou pied de page", many: "en-têtes ou pieds de page")) : non repris"
      )
    }
    if aside.embedded > 0 {
      note("\(French.count(aside.embedded, "objet incorporé", many: "objets incorporés")) : non repris")
    }
    if !aside.unread.isEmpty { note("\(French.list(aside.unread.sorted())) : non lu") }
    if aside.macros > 0 { note("le document contient des macros : jamais exécutées") }
  }

  /// What the template asks for and the document does not say.
  mutating func close() throws(Refusal) {
    if dossier.situations.isEmpty {
      if loose.isEmpty {
        throw Refusal(
          Diagnostic(
            code: .dossierEmpty, "le document ne contient aucun texte",
            advice: "demander le bon fichier au candidat ; « acquis template dossier.docx » donne le modèle"))
      }
      // The text kept loose is all in one place now; what was promised of the rest stays.
      dossier.notes.removeAll { $0.text.hasPrefix(Dossier.outside) }
      note("aucun titre « Situation 1 » n’est reconnu : tout le texte est rangé dans une seule situation")
      dossier.situations = [
        Situation(
          id: "S1", start: nil, end: nil, title: "Texte du document", organisation: nil, claims: [], uses: [],
          sections: [Section(kind: .other, paragraphs: loose.flatMap { $0.slices(of: 19_000) })])
      ]
    }
    if dossier.submittedOn == nil { note("la date de dépôt n’est pas écrite") }
    for index in dossier.situations.indices where dossier.situations[index].sections.isEmpty {
      place = dossier.situations[index].id
      note("la situation ne contient aucun texte")
      dossier.situations[index].sections = [Section(kind: .other, paragraphs: [Dossier.noText])]
    }
  }
}
