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

  /// Whether it is a form that nobody has filled: no word of a situation is the candidate’s, no paper is listed but the
  /// example’s.
  package var isUntouched: Bool {
    let paragraphs = situations.flatMap(\.sections).flatMap(\.paragraphs)
    return paragraphs.allSatisfy { $0 == Dossier.noText || OwnWords.of($0).isEmpty }
      && evidence.allSatisfy { $0.file == Dossier.exampleFile }
  }

  private static let exampleFile = "releve.pdf"
}
