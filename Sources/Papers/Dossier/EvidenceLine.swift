import Artefacts
import Language

/// A column of the candidate’s table of evidence.
enum EvidenceColumn: Equatable {
  case id, file, title, kind, date, author

  init?(head: String) {
    switch Tokenizer.plain(head) {
    case "repere", "n", "no", "numero", "piece", "reference": self = .id
    case "fichier", "nomdufichier", "nomdefichier": self = .file
    case "intitule", "titre", "description", "objet": self = .title
    case "nature", "type": self = .kind
    case "date", "datedudocument": self = .date
    case "auteur", "redacteur", "auteurs": self = .author
    default: return nil
    }
  }
}

/// One item of evidence, from a row of the table or a line of a list.
struct EvidenceLine {
  private(set) var evidence: Evidence
  private(set) var problems: [String] = []

  /// The items of a row: one for each file that its cell names; none without a file name.
  static func items(_ cells: [String], _ columns: [EvidenceColumn?]) -> [EvidenceLine] {
    func cell(_ column: EvidenceColumn) -> String? {
      zip(columns, cells).first { $0.0 == column && !$0.1.isEmpty }?.1
    }
    guard let written = cell(.file) else { return [] }
    let found = FileNames.all(in: written).map(\.name)
    // One name, spaces, dashes and commas and all; where it was on a machine is no part of it.
    let whole = String(
      written[(written.lastIndex { "/\\".contains($0) }.map(written.index(after:)) ?? written.startIndex)...])
    let isWhole = found.isEmpty || found.count == 1 && written.hasSuffix(found[0])
    let files = isWhole ? [whole] : found
    // What stands in a column of the candidate’s own belongs with the title.
    let others = zip(columns, cells).filter { $0.0 == nil && !$0.1.isEmpty }.map(\.1)
    let kind = cell(.kind).flatMap { text in
      EvidenceKind.allCases.first { Tokenizer.plain($0.label) == Tokenizer.plain(text) }
    }
    let day = cell(.date).flatMap { WrittenDate.all(in: $0).first }
    var problems: [String] = []
    if kind == nil, let text = cell(.kind) { problems.append("nature non reconnue : « \(text) »") }
    if day == nil, let text = cell(.date) { problems.append("date non reconnue : « \(text) »") }
    if let day, day.first != day.last {
      problems.append("« \(day.spelling) » est lu comme le \(day.first.label)")
    }
    return files.filter { !$0.contains("/") && $0.utf8.count <= 255 }.enumerated().map { rank, file in
      let title = ([cell(.title) ?? file] + others).joined(separator: " — ")
      return EvidenceLine(
        evidence: Evidence(
          id: cell(.id).flatMap { TranscriptCodes.references(in: $0).first } ?? "", file: file,
          kind: kind ?? .other, date: day?.first, title: title.slices(of: 500).first ?? file,
          author: cell(.author)?.slices(of: 500).first), problems: rank == 0 ? problems : [])
    }
  }

  /// The items of a line such as `P1 : relevé de mars.pdf — Relevé des variables`.
  static func items(in text: String) -> [EvidenceLine] {
    let found = FileNames.all(in: text)
    guard let first = found.first else { return [] }
    let id = TranscriptCodes.references(in: String(text.prefix(12))).first ?? ""
    let before = FileNames.label(text[..<first.range.lowerBound])
    let after = FileNames.label(text[(found.last ?? first).range.upperBound...])
    let title = [before, after].filter { !$0.isEmpty }.joined(separator: " — ")
    return found.map { each in
      EvidenceLine(
        evidence: Evidence(
          id: id, file: each.name, kind: .other, date: nil,
          title: (title.isEmpty ? each.name : title).slices(of: 500).first ?? each.name, author: nil))
    }
  }
}

/// File names in a line of text, spaces and all.
enum FileNames {
  /// Each name, and where it stands. A name begins after a separator, and ends with its extension.
  static func all(in text: String) -> [(name: String, range: Range<String.Index>)] {
    var names: [(String, Range<String.Index>)] = []
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      defer { index = text.index(after: index) }
      guard text[index] == "." else { continue }
      let end = text[text.index(after: index)...].firstIndex { !$0.isLetter } ?? text.endIndex
      guard FileType(extensionOf: String(text[index..<end])) != nil else { continue }
      let from = beginning(of: text[start..<index])
      if from < index { names.append((String(text[from..<end]), from..<end)) }
      start = end
    }
    return names
  }

  /// Without the reference and the signs around it.
  static func label(_ text: Substring) -> String {
    let words = text.split(separator: " ").drop {
      !TranscriptCodes.references(in: String($0)).isEmpty || !$0.contains(where: \.isLetter)
    }
    return words.joined(separator: " ").trimmed
  }

  private static func beginning(of text: Substring) -> String.Index {
    var from = text.startIndex
    for separator in [" : ", ": ", " – ", " — ", " - ", "(", ", ", "; ", " et ", "« ", "«"] {
      if let range = text.ranges(of: separator).last, range.upperBound > from { from = range.upperBound }
    }
    let name = text[from...]
    return name.firstIndex { !$0.isWhitespace && !"-•–".contains($0) } ?? text.endIndex
  }
}

extension String {
  /// Without the punctuation around it.
  fileprivate var trimmed: String {
    var text = self[...]
    while let last = text.last, " ,;:.(»–—-".contains(last) { text.removeLast() }
    while let first = text.first, " ,;:.)«–—-".contains(first) { text.removeFirst() }
    return String(text)
  }
}
