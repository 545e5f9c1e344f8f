import Language

/// The names of the dossiers’ folders.
enum FolderName {
  /// Names of folders are no longer, in letters without accents.
  static let longest = 100

  /// A text in plain letters and hyphens.
  static func plain(_ text: String) -> String {
    text.split { !$0.isLetter && !$0.isNumber }.map { Tokenizer.plain(String($0)) }.joined(separator: "-")
  }
}
