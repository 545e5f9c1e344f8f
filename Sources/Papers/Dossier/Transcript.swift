import Artefacts
import Language
import XML

/// The candidate’s own document, written on our template, as a `Dossier`. What strays from the template still
/// gives its text, and a note says what was not recognised and where.
struct Transcript {
  var dossier = Dossier(
    submittedOn: nil, origin: nil, declarations: DossierDeclarations(authentic: false, masked: false),
    situations: [], evidence: [], notes: [])
  /// Where what follows belongs.
  enum Room {
    case cover, situation, evidence, declarations
  }
  var room = Room.cover
  var section = SectionKind.other
  /// A label whose value is perhaps on the line below.
  var pending: TranscriptField?
  private var columns: [EvidenceColumn?] = []
  /// The labels of a row, whose values stand in the next.
  private var labels: [String] = []
  private let isPrinted: Bool
  var place = ""
  var loose: [String] = []

  /// - Throws: `Refusal` when the document holds no text at all.
  /// - Parameter isPrinted: whether it is the text of pages, whose tables are not known.
  init(_ text: OfficeText, origin: String, isPrinted: Bool = false) throws(Refusal) {
    self.isPrinted = isPrinted
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
      let isTitle = level == 0 && TranscriptHeading.isDocumentTitle(text)
      if !isTitle && !open(text, isHeading: true) { prose(text) }
    case .paragraph(let whole), .item(let whole):
      let text = OwnWords.of(whole)
      if text.isEmpty || claim(text) { return labels = [] }
      if open(text, isHeading: false) || declare(text) || field(text) || answer(text) { return }
      if isPrinted && room == .cover && TranscriptHeading.isDocumentTitle(text) { return }
      let listed = room == .evidence && canList(text) ? EvidenceLine.items(in: text) : []
      listed.isEmpty ? prose(text) : list(listed)
    case .row(let cells): row(cells)
    }
    if case .row = block { return }
    labels = []
  }

  /// Whether a line may name a piece. Of the table of a printed page only bits of cells are left: a line counts there when it
  /// begins with the mark of its piece.
  private func canList(_ text: String) -> Bool {
    guard isPrinted else { return true }
    let first = text.prefix { $0.isLetter || $0.isNumber }
    return !TranscriptCodes.references(in: String(first)).isEmpty
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
          id: id, start: nil, end: nil, title: title ?? Dossier.untitled(dossier.situations.count + 1),
          organisation: nil, claims: [], uses: [], sections: []))
    case .section(let kind):
      guard room == .situation else { return false }
      section = kind
    case .evidence: room = .evidence
    case .declarations: room = .declarations
    case .cover: room = .cover
    }
    (columns, pending) = ([], nil)
    return true
  }

  /// A tick box or an answer: `☒ Mes preuves sont authentiques`, `… : oui`.
  private mutating func declare(_ text: String) -> Bool {
    let declared = TranscriptDeclaration.all(in: text)
    for declaration in declared {
      switch declaration.kind {
      case .authentic: dossier.declarations.authentic = declaration.isMade
      case .masked: dossier.declarations.masked = declaration.isMade
      }
    }
    return !declared.isEmpty
  }

  private mutating func field(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":") else { return false }
    return field(String(text[..<colon]), String(text[text.index(after: colon)...]).oneLine)
  }

  private mutating func field(_ label: String, _ value: String) -> Bool {
    guard let field = TranscriptField(label) else { return false }
    pending = value.isEmpty ? field : nil
    if value.isEmpty { return true }
    return take(field, value)
  }

  /// Puts a value in its place; false when it has none here.
  mutating func take(_ field: TranscriptField, _ value: String) -> Bool {
    switch (field, dossier.situations.indices.last) {
    case (.submittedOn, _): dossier.submittedOn = day(value, isEnd: false)
    case (.number, _) where room == .cover: dossier.number = dossier.number ?? line(value)
    case (.name, _) where room == .cover:
      dossier.candidate = line([dossier.candidate, value].compactMap { $0 }.joined(separator: " "))
    case (.known, _), (.number, _), (.name, _):
      // On the cover these lines repeat the request; elsewhere they are the candidate’s own words.
      if room != .cover { return false }
    case (_, nil): return false
    // ExactlyOnce a part of the situation has begun, « label : text » is a sentence like another.
    case (_, let last?)
    where room == .situation && section == .other && isOpen(field, dossier.situations[last]):
      fill(field, value, last: last)
    default: return false
    }
    return true
  }

  private mutating func row(_ cells: [String]) {
    let heads = cells.map { EvidenceColumn(head: $0) }
    if !labels.isEmpty {
      let isTaken = labels.count == cells.count && zip(labels, cells).map { field($0, $1) }.allSatisfy { $0 }
      labels = []
      if isTaken { return }
    }
    if columns.isEmpty, cells.count > 1, cells.allSatisfy({ TranscriptField($0) != nil }) {
      labels = cells
      return
    }
    if heads.contains(.file) {
      (room, columns) = (.evidence, heads)
    } else if !columns.isEmpty {
      let evidence = EvidenceLine.items(cells, columns)
      for problem in evidence.flatMap(\.problems) { note(problem) }
      list(evidence)
      // A line of the form that only bears its mark is empty.
      let isMark = cells.count(where: { !$0.isEmpty }) == 1 && cells.first?.isEmpty == false
      if evidence.isEmpty && !isMark {
        note("ligne du tableau des pièces sans nom de fichier : « \(cells.joined(separator: " | ")) »")
      }
    } else if pairs(cells) {
      return
    } else if cells.count == 2, TranscriptHeading.isBareSituation(cells[0]), open(cells[0], isHeading: false)
    {
      // « Situation 1 | La paie »: its title stands beside it.
      if let last = dossier.situations.indices.last, !cells[1].isEmpty {
        dossier.situations[last].title = line(cells[1])
      }
    } else {
      // A cell that is a heading opens its part; what stands beside it is that part’s text.
      for cell in cells where !cell.isEmpty && !open(cell, isHeading: false) { prose(cell) }
    }
  }

  /// Labels and values, two by two, on one line of a table: all of them, or none.
  private mutating func pairs(_ cells: [String]) -> Bool {
    let labels = stride(from: 0, to: cells.count, by: 2).map { cells[$0] }
    guard cells.count % 2 == 0, !labels.isEmpty, labels.allSatisfy({ TranscriptField($0) != nil }) else {
      return false
    }
    var isTaken = true
    for place in stride(from: 0, to: cells.count, by: 2) {
      isTaken = field(cells[place], cells[place + 1]) && isTaken
    }
    return isTaken
  }

  private mutating func list(_ lines: [EvidenceLine]) {
    for (rank, line) in lines.enumerated() {
      var evidence = line.evidence
      if evidence.id.isEmpty { evidence.id = "P\(dossier.evidence.count + 1)" }
      if rank > 0 {
        note("plusieurs fichiers pour une pièce : « \(evidence.file) » devient \(evidence.id).\(rank + 1)")
        evidence.id += ".\(rank + 1)"
      }
      dossier.evidence.append(evidence)
    }
  }

  /// Keeps, as text, what a line of codes says besides them.
  mutating func keep(_ value: String, besides codes: [String]) {
    let words = value.split { !$0.isLetter && !$0.isNumber }
    let others = words.filter { word in
      TranscriptCodes.references(in: String(word)).isEmpty
        && !["et", "a", "à", "ainsi", "que"].contains(word.lowercased())
    }
    if others.count > 2 && !codes.isEmpty { prose(value) }
  }

  mutating func prose(_ text: String) {
    guard room == .situation, let last = dossier.situations.indices.last else {
      loose.append(text)
      return note("\(Dossier.outside) : « \(text) »")
    }
    // The sections come in the order they were written, and may come back.
    if dossier.situations[last].sections.last?.kind != section {
      dossier.situations[last].sections.append(Section(kind: section, paragraphs: []))
    }
    let parts = text.slices(of: 19_000)
    dossier.situations[last].sections[dossier.situations[last].sections.count - 1].paragraphs += parts
  }
}
