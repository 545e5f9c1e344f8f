import Artefacts

/// Cells as French spreadsheets hold them.
extension TableLine {
  /// A country by its code, or France by its name; France when the cell is empty.
  mutating func country(_ column: String) -> String {
    guard let text = text(column) else { return "FRA" }
    if ["france", "fr"].contains(Spreadsheet.plain(text)) { return "FRA" }
    if text.count == 3, text.allSatisfy(\.isLetter) { return text.uppercased() }
    note(
      column, "« \(text.prefix(40)) » n’est pas un code de pays",
      advice: "écrire trois lettres : FRA, BEL, MAR…")
    return "FRA"
  }

  /// `F`, `Mme`, `M.`, `homme`…
  mutating func sex(_ column: String) -> Sex {
    switch Spreadsheet.plain(required(column)) {
    case "f", "femme", "mme", "madame", "mlle", "feminin": return .female
    case "m", "h", "homme", "mr", "monsieur", "masculin": return .male
    case "": return .female
    default:
      note(
        column, "« \(text(column)?.prefix(40) ?? "") » n’est pas un sexe de l’état civil",
        advice: "écrire F ou M")
      return .female
    }
  }

  /// Fourteen figures, with or without spaces; a number that a spreadsheet has rounded is told.
  mutating func siret(_ column: String) -> String? {
    guard let text = text(column) else { return nil }
    let figures = text.filter { !$0.isWhitespace }
    if figures.contains(where: { "eE".contains($0) }) && figures.contains(where: \.isNumber) {
      note(
        column, "« \(text.prefix(40)) » : le tableur a arrondi ce numéro",
        advice: "mettre la colonne au format texte, puis écrire les quatorze chiffres de nouveau")
      return nil
    }
    return figures
  }
}
