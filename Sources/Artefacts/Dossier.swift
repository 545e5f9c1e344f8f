/// What the candidate declares of the papers.
package struct DossierDeclarations: Shaped {
  package var authentic: Bool
  package var masked: Bool

  package static let shape = Shape(
    "declarations", Self.init,
    .attribute("authentic", \.authentic),
    .attribute("masked", \.masked))

  package init(authentic: Bool, masked: Bool) {
    (self.authentic, self.masked) = (authentic, masked)
  }
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

  package init(
    id: String, file: String, kind: EvidenceKind, date: Day? = nil, title: String, author: String? = nil
  ) {
    (self.id, self.file, self.kind, self.date, self.title) = (id, file, kind, date, title)
    self.author = author
  }
}

extension Evidence {
  /// The folder of the evidence, inside the dossier’s, and beside the jury’s page.
  package static let folder = "evidence"
}

/// What a document written by the candidate left unsaid, or what of it was not recognised, and where.
package struct ReadingNote: Shaped {
  package var place: String
  package var text: String

  package static let shape = Shape(
    "note", Self.init,
    .attribute("place", \.place),
    .content(\.text))

  package init(place: String, text: String) {
    (self.place, self.text) = (place, text)
  }
}

/// The evidence dossier: written as XML, or read from the candidate’s own document (`origin`).
package struct Dossier: Artefact {
  package var submittedOn: Day?
  /// The request and the person that the document says it is of.
  package var number: String?
  package var candidate: String?
  package var origin: String?
  package var declarations: DossierDeclarations
  package var situations: [Situation]
  package var evidence: [Evidence]
  package var notes: [ReadingNote]

  package static let shape = Shape(
    "dossier", Self.init,
    .attribute("submittedOn", \.submittedOn),
    .attribute("number", \.number),
    .attribute("candidate", \.candidate),
    .attribute("origin", \.origin),
    .child(\.declarations),
    .child(\.situations),
    .child(\.evidence),
    .child(\.notes))

  package init(
    submittedOn: Day? = nil, number: String? = nil, candidate: String? = nil, origin: String? = nil,
    declarations: DossierDeclarations, situations: [Situation], evidence: [Evidence], notes: [ReadingNote]
  ) {
    (self.number, self.candidate) = (number, candidate)
    (self.submittedOn, self.origin, self.declarations) = (submittedOn, origin, declarations)
    (self.situations, self.evidence, self.notes) = (situations, evidence, notes)
  }
}
