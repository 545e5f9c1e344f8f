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

  /// Nil without a file name.
  init?(_ cells: [String], _ columns: [EvidenceColumn?]) {
    func cell(_ column: EvidenceColumn) -> String? {
      zip(columns, cells).first { $0.0 == column && !$0.1.isEmpty }?.1
    }
    guard let file = cell(.file), !file.contains("/"), file.utf8.count <= 255 else { return nil }
    let id = cell(.id).flatMap { TranscriptCodes.references(in: $0).first } ?? ""
    let kind = cell(.kind).flatMap { text in
      EvidenceKind.allCases.first { Tokenizer.plain($0.label) == Tokenizer.plain(text) }
    }
    let day = cell(.date).flatMap { TranscriptDay.all(in: $0).first }
    evidence = Evidence(
      id: id, file: file, kind: kind ?? .other, date: day?.first,
      title: String((cell(.title) ?? file).prefix(500)), author: cell(.author).map { String($0.prefix(500)) })
    if kind == nil, let text = cell(.kind) { problems.append("nature non reconnue : « \(text) »") }
    if day == nil, let text = cell(.date) { problems.append("date non reconnue : « \(text) »") }
    if let day, day.first != day.last {
      problems.append("« \(day.spelling) » est lu comme le \(day.first.label)")
    }
  }

  /// `P1 : releve.pdf — Relevé des variables`.
  init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard let place = words.firstIndex(where: { EvidenceLine.isFileName($0) }) else { return nil }
    let file = words[place].trimmed
    let title = words[(place + 1)...].joined(separator: " ").drop { !$0.isLetter && !$0.isNumber }
    evidence = Evidence(
      id: TranscriptCodes.references(in: words[..<place].joined(separator: " ")).first ?? "", file: file,
      kind: .other, date: nil, title: title.isEmpty ? file : String(title.prefix(500)), author: nil)
  }

  private static func isFileName(_ word: String) -> Bool {
    FileType(extensionOf: word.trimmed) != nil && !word.contains("/")
  }
}

extension String {
  /// Without the punctuation around a file name in a sentence.
  fileprivate var trimmed: String {
    var text = self[...]
    while let last = text.last, ",;:.)»".contains(last) { text.removeLast() }
    while let first = text.first, "(«".contains(first) { text.removeFirst() }
    return String(text)
  }
}
