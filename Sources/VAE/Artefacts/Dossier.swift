/// What the candidate declares of the papers.
package struct DossierDeclarations: Shaped {
  package var authentic: Bool
  package var masked: Bool

  package static let shape = Shape(
    "declarations", Self.init,
    .attribute("authentic", \.authentic),
    .attribute("masked", \.masked))
}

/// An item of evidence as the candidate lists it.
package struct Evidence: Shaped {
  package var id: String
  package var file: String
  package var kind: EvidenceKind
  package var date: Day?
  package var title: String
  package var author: String?

  package static let shape = Shape(
    "evidence", Self.init,
    .attribute("id", \.id),
    .exact("file", \.file),
    .attribute("kind", \.kind),
    .attribute("date", \.date),
    .text("title", \.title),
    .text("author", \.author))
}

/// What a document written by the candidate left unsaid, or what of it was not recognised, and where.
package struct ReadingNote: Shaped {
  package var place: String
  package var text: String

  package static let shape = Shape(
    "note", Self.init,
    .attribute("place", \.place),
    .content(\.text))
}

/// The evidence dossier: written as XML, or read from the candidate’s own document (`origin`).
package struct Dossier: Artefact {
  package var submittedOn: Day?
  package var origin: String?
  package var declarations: DossierDeclarations
  package var situations: [Situation]
  package var evidence: [Evidence]
  package var notes: [ReadingNote]

  package static let shape = Shape(
    "dossier", Self.init,
    .attribute("submittedOn", \.submittedOn),
    .attribute("origin", \.origin),
    .child(\.declarations),
    .child(\.situations),
    .child(\.evidence),
    .child(\.notes))
}
