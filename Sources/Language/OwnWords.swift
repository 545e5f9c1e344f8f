import Artefacts

/// What a person wrote on a form, the form’s own words apart.
package enum OwnWords {
  private static let prompts = DossierPrompts.all.map(Tokenizer.plain)

  /// The text without the prompt that it begins with: people also write on the same line.
  package static func of(_ text: String) -> String {
    let plain = Tokenizer.plain(String(text.prefix(600)))
    guard let prompt = prompts.first(where: { plain.hasPrefix($0) }) else { return text }
    return rest(of: text, after: prompt.utf8.count)
  }

  /// What follows the label of a capacity on its line of the form: of the certification that ships inside the tool, for the
  /// reader of papers knows no other.
  package static func of(_ text: String, capacity code: String) -> String {
    let plain = Tokenizer.plain(String(text.prefix(600)))
    guard let label = labels[code], plain.hasPrefix(label) else { return "" }
    return rest(of: text, after: label.utf8.count)
  }

  private static let labels: [String: String] = {
    // They stand before the examples.
    let head = String(decoding: ShippedKnowledge.certification.prefix(64 << 10), as: UTF8.self)
    let all = head.matches(of: /<capacity code="(C[0-9]+)">\s*<label>([^<]*)<\/label>/)
    return Dictionary(all.map { (String($0.1), Tokenizer.plain(String($0.2))) }) { first, _ in first }
  }()

  /// Signs that are no letters, which an editor may have changed, count for nothing.
  private static func rest(of text: String, after length: Int) -> String {
    var end = text.startIndex
    var count = 0
    while end < text.endIndex, count < length {
      count += Tokenizer.plain(String(text[end])).utf8.count
      end = text.index(after: end)
    }
    return String(text[end...].drop { !$0.isLetter && !$0.isNumber && $0 != "«" && $0 != "(" })
  }
}

extension Dossier {
  /// Said of a situation that holds none.
  package static let noText = "(aucun texte)"

  /// Said of a text that belongs to no situation; the text follows.
  package static let outside = "texte hors d’une situation"

  /// Whether someone has written anything on a form of which no situation is described.
  package var isBegun: Bool {
    if number == DossierPrompts.exampleNumber || origin == nil { return false }
    if submittedOn != nil || declarations.authentic || declarations.masked { return true }
    // Of a printed form, bits of its table are left.
    let isPrinted = origin?.lowercased().hasSuffix(".pdf") ?? false
    return !isPrinted && notes.contains { $0.text.hasPrefix(Dossier.outside) }
  }

  /// The title of a situation to which the candidate has given none.
  package static func untitled(_ rank: Int) -> String { "Situation \(rank)" }

  /// Whether it is a form that nobody has filled, or an example left as it was.
  package var isUntouched: Bool {
    let paragraphs = situations.flatMap(\.sections).flatMap(\.paragraphs)
    guard paragraphs.allSatisfy({ $0 == Dossier.noText || OwnWords.of($0).isEmpty }) else { return false }
    let isExample =
      evidence.count < 2 && (number == DossierPrompts.exampleNumber || number == nil && origin == nil)
    return isExample || evidence.isEmpty && situations.enumerated().allSatisfy { $1.isBare(rank: $0 + 1) }
  }
}

extension Situation {
  /// Whether nothing of it is the candidate’s, its text aside.
  fileprivate func isBare(rank: Int) -> Bool {
    title == Dossier.untitled(rank) && organisation == nil && start == nil && end == nil && claims.isEmpty
      && uses.isEmpty
  }
}
