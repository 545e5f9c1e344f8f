import Artefacts

/// What a person wrote on a form, the form’s own words apart.
package enum OwnWords {
  private static let prompts = DossierPrompts.all.map(Tokenizer.plain)

  /// The text without the prompt that it begins with: people also write on the same line.
  package static func of(_ text: String) -> String {
    let plain = Tokenizer.plain(String(text.prefix(600)))
    guard let prompt = prompts.first(where: { plain.hasPrefix($0) }) else { return text }
    // Signs that are no letters, which an editor may have changed, count for nothing.
    var end = text.startIndex
    var length = 0
    while end < text.endIndex, length < prompt.utf8.count {
      length += Tokenizer.plain(String(text[end])).utf8.count
      end = text.index(after: end)
    }
    let rest = text[end...].drop { !$0.isLetter && !$0.isNumber && $0 != "«" && $0 != "(" }
    return String(rest)
  }
}

extension Dossier {
  /// Said of a situation that holds none.
  package static let noText = "(aucun texte)"

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
