import Language

/// The names of the dossiers’ folders.
enum FolderName {
  /// Names of folders are no longer, in letters without accents.
  static let longest = 100

  /// Whether a folder bears a number, alone or before other words; both in plain letters.
  static func bears(_ number: String, _ folder: String) -> Bool {
    !number.isEmpty && (folder == number || folder.hasPrefix(number + "-"))
  }

  /// A text in plain letters and hyphens.
  static func plain(_ text: String) -> String {
    text.split { !$0.isLetter && !$0.isNumber }.map { Tokenizer.plain(String($0)) }.joined(separator: "-")
  }
}
