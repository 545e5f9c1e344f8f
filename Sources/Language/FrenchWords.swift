import Artefacts

extension French {
  /// Whether a reason says anything: a word of two letters at least, not a lone full stop.
  package static func says(_ text: String?) -> Bool {
    Tokenizer.tokens(text ?? "").contains { $0.word.utf8.count > 1 }
  }
}
