import XML

/// The candidate’s own document, written on our template, as a `Dossier`. What strays from the template still
/// gives its text, and a note says what was not recognised and where.
struct Transcript {
  private(set) var dossier = Dossier(
    submittedOn: nil, origin: nil, declarations: DossierDeclarations(authentic: false, masked: false),
    situations: [], evidence: [], notes: [])
  /// Where what follows belongs.
  private enum Room {
    case cover, situation, evidence, declarations
  }
  private var room = Room.cover
  private var section = SectionKind.other
  private var columns: [EvidenceColumn?] = []
  private var place = ""
  private var loose: [String] = []

  /// - Throws: `Refusal` when the document holds no text at all.
  init(_ text: OfficeText, origin: String) throws(Refusal) {
    dossier.origin = origin
    for (index, block) in text.blocks.enumerated() {
      place = "passage \(index + 1)"
      take(block)
    }
    place = "document"
    noteAside(text.aside)
    try close()
  }

  private mutating func take(_ block: OfficeText.Block) {
    switch block {
    case .heading(let level, let text):
      // A title of the document says nothing of a situation.
      if level > 0 && !open(text, isHeading: true) { prose(text) }
    case .paragraph(let text), .item(let text):
      if open(text, isHeading: false) || declare(text) || field(text) { return }
      if room == .evidence, let listed = EvidenceLine(text) { return list(listed.evidence) }
      prose(text)
    case .row(let cells): row(cells)
    }
  }

  /// Headings of the template: a new situation, a part of it, the list of evidence, the declarations.
  private mutating func open(_ text: String, isHeading: Bool) -> Bool {
    guard let heading = TranscriptHeading(text, isHeading: isHeading) else { return false }
    switch heading {
    case .situation(let title):
      room = .situation
      section = .other
      let id = "S\(dossier.situations.count + 1)"
      dossier.situations.append(
        Situation(
          id: id, start: nil, end: nil, title: title ?? "Situation \(dossier.situations.count + 1)",
          organisation: nil, claims: [], uses: [], sections: []))
    case .section(let kind):
      guard room == .situation else { return false }
      section = kind
    case .evidence: room = .evidence
    case .declarations: room = .declarations
    case .cover: room = .cover
    }
    columns = []
    return true
  }

  /// A tick box or an answer: `☒ Mes preuves sont authentiques`, `… : oui`.
  private mutating func declare(_ text: String) -> Bool {
    guard room != .situation, let declaration = TranscriptDeclaration(text) else { return false }
    switch declaration.kind {
    case .authentic: dossier.declarations.authentic = declaration.isMade
    case .masked: dossier.declarations.masked = declaration.isMade
    }
    return true
  }

  private mutating func field(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":") else { return false }
    return field(String(text[..<colon]), String(text[text.index(after: colon)...]).oneLine)
  }

  private mutating func field(_ label: String, _ value: String) -> Bool {
    guard let field = TranscriptField(label) else { return false }
    if value.isEmpty { return true }
    switch (field, dossier.situations.indices.last) {
    case (.submittedOn, _): dossier.submittedOn = day(value, isEnd: false)
    case (.known, _): break
    case (_, nil): return false
    case (_, let last?) where room == .situation: fill(field, value, last)
    default: return false
    }
    return true
  }

  private mutating func fill(_ field: TranscriptField, _ value: String, _ last: Int) {
    switch field {
    case .title: dossier.situations[last].title = line(value)
    case .organisation: dossier.situations[last].organisation = line(value)
    case .period:
      let days = TranscriptDay.all(in: value)
      dossier.situations[last].start = days.first.flatMap { read($0, isEnd: false) }
      dossier.situations[last].end = days.count > 1 ? read(days[1], isEnd: true) : nil
      if days.isEmpty { note("période non reconnue : « \(value) »") }
    case .start: dossier.situations[last].start = day(value, isEnd: false)
    case .end: dossier.situations[last].end = day(value, isEnd: true)
    case .claims:
      let codes = TranscriptCodes.codes(in: value, letter: "C")
      dossier.situations[last].claims += codes.map { Claim(capacity: $0) }
      if codes.isEmpty { note("capacités non reconnues : « \(value) »") }
    case .uses:
      let codes = TranscriptCodes.references(in: value)
      dossier.situations[last].uses += codes.map { Use(evidence: $0) }
      if codes.isEmpty { note("pièces non reconnues : « \(value) »") }
    case .submittedOn, .known: break
    }
  }

  private mutating func row(_ cells: [String]) {
    let heads = cells.map { EvidenceColumn(head: $0) }
    if heads.contains(.file) {
      (room, columns) = (.evidence, heads)
    } else if !columns.isEmpty {
      if let evidence = EvidenceLine(cells, columns) {
        for problem in evidence.problems { note(problem) }
        list(evidence.evidence)
      } else {
        note("ligne du tableau des pièces sans nom de fichier : « \(cells.joined(separator: " | ")) »")
      }
    } else if cells.count == 2, field(cells[0], cells[1]) {
      return
    } else if !cells.contains(where: { open($0, isHeading: false) }) {
      prose(cells.filter { !$0.isEmpty }.joined(separator: " | "))
    }
  }

  private mutating func list(_ evidence: Evidence) {
    var evidence = evidence
    if evidence.id.isEmpty { evidence.id = "P\(dossier.evidence.count + 1)" }
    dossier.evidence.append(evidence)
  }

  private mutating func prose(_ text: String) {
    guard room == .situation, let last = dossier.situations.indices.last else {
      loose.append(text)
      return note("texte hors d’une situation : « \(text) »")
    }
    // The sections come in the order they were written, and may come back.
    if dossier.situations[last].sections.last?.kind != section {
      dossier.situations[last].sections.append(Section(kind: section, paragraphs: []))
    }
    let parts = text.slices(of: 19_000)
    dossier.situations[last].sections[dossier.situations[last].sections.count - 1].paragraphs += parts
  }
}

extension Transcript {
  private mutating func day(_ text: String, isEnd: Bool) -> Day? {
    guard let found = TranscriptDay.all(in: text).first else {
      note("date non reconnue : « \(text) »")
      return nil
    }
    return read(found, isEnd: isEnd)
  }

  /// A month alone is read as its first or last day, and the note says so.
  private mutating func read(_ day: TranscriptDay, isEnd: Bool) -> Day? {
    let value = isEnd ? day.last : day.first
    if day.first != day.last { note("« \(day.spelling) » est lu comme le \(value.label)") }
    return value
  }

  private mutating func line(_ text: String) -> String {
    if text.count > 500 { note("texte raccourci : « \(text.prefix(80))… »") }
    return String(text.prefix(500))
  }

  private mutating func note(_ text: String) {
    dossier.notes.append(ReadingNote(place: place, text: String(text.prefix(300))))
  }

  private mutating func noteAside(_ aside: OfficeText.Aside) {
    if aside.deletions > 0 {
      note(
        "\(French.count(aside.deletions, "suppression suivie", "suppressions suivies")) : le texte est lu comme si elles étaient acceptées"
      )
    }
    if aside.comments > 0 {
      note("\(French.count(aside.comments, "commentaire", "commentaires")) de relecture : non repris")
    }
    if aside.externals > 0 {
      note("\(French.count(aside.externals, "lien", "liens")) vers un contenu extérieur : jamais ouverts")
    }
    if aside.macros > 0 { note("le document contient des macros : jamais exécutées") }
  }

  /// What the template asks for and the document does not say.
  private mutating func close() throws(Refusal) {
    if dossier.situations.isEmpty {
      if loose.isEmpty {
        throw Refusal(
          Diagnostic(
            code: "dossier.empty", "le document ne contient aucun texte",
            advice: "demander le bon fichier au candidat ; « acquis template dossier.docx » donne le modèle"))
      }
      dossier.notes = []
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
      dossier.situations[index].sections = [Section(kind: .other, paragraphs: ["(aucun texte)"])]
    }
  }
}

extension String {
  /// Pieces of at most so many characters.
  fileprivate func slices(of length: Int) -> [String] {
    var rest = self[...]
    var slices: [String] = []
    while !rest.isEmpty {
      slices.append(String(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return slices
  }
}
