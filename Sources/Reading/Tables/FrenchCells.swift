import Artefacts

/// Cells as French spreadsheets hold them; what cannot be read is noted.
extension TableLine {
  /// A day, `2021-09-06` or `06/09/2021`.
  package mutating func day(_ column: String) -> Day? {
    guard let text = text(column) else { return nil }
    if let day = Day(written: text) { return day }
    let isShort = text.firstMatch(of: /^\d{1,2}[\/.]\d{1,2}[\/.]\d{2}$/) != nil
    note(
      column, "« \(text.prefix(40)) » n’est pas une date",
      advice: isShort
        ? "écrire l’année en quatre chiffres : JJ/MM/AAAA"
        : "écrire JJ/MM/AAAA ; laisser vide ce qui n’est pas encore arrivé")
    return nil
  }

  mutating func requiredDay(_ column: String) -> Day {
    if text(column) == nil {
      note(column, "cette cellule est obligatoire", advice: "y mettre une date JJ/MM/AAAA")
    }
    return day(column) ?? Day(literal: 1900, 1, 1)
  }

  /// Hours, with a comma or a point, with or without spaces: `1 607,5`, `35 h`.
  mutating func hours(_ column: String) -> Hours? {
    guard let text = text(column) else { return nil }
    var figures = text.lowercased().filter { !$0.isWhitespace }.replacing(",", with: ".")
    for unit in ["heures", "heure", "h"] where figures.hasSuffix(unit) {
      figures.removeLast(unit.count)
      break
    }
    if let hours = Hours(spelling: figures) { return hours }
    note(
      column, "« \(text.prefix(40)) » n’est pas un nombre d’heures",
      advice: "écrire par exemple 1607 ou 1607,5")
    return nil
  }

  /// Whether a cell says yes; an empty one does not.
  mutating func yes(_ column: String) -> Bool { isYes(column) ?? false }

  /// Nil when the cell is empty, or says neither.
  mutating func isYes(_ column: String) -> Bool? {
    guard let text = text(column) else { return nil }
    switch Spreadsheet.plain(text) {
    case "oui", "o", "x", "1", "vrai", "true": return true
    case "non", "n", "0", "faux", "false": return false
    default:
      note(column, "« \(text.prefix(40)) » n’est ni oui ni non", advice: "écrire oui ou non")
      return nil
    }
  }

  /// A value of a closed vocabulary, by its code or its French label.
  mutating func value<C: Code>(_ text: String, _ column: String, type: C.Type = C.self) -> C? {
    value(text, column, among: C.allCases.map { ($0.rawValue, $0.label) }).flatMap { C(rawValue: $0) }
  }

  /// The same, by its code.
  mutating func value(_ text: String, _ column: String, among values: [(code: String, label: String)])
    -> String?
  {
    let plain = Spreadsheet.plain(text)
    let found = values.first { value in
      let short = value.label.split(separator: " (").first.map(String.init) ?? ""
      return [value.code, value.label, short].contains { Spreadsheet.plain($0) == plain }
    }
    if let found { return found.code }
    note(
      column, "« \(text.prefix(40)) » n’est pas dans la liste",
      advice: "écrire l’un de : \(values.map(\.label).joined(separator: " ; "))")
    return nil
  }

  /// A country by its code or its French name.
  mutating func country(_ column: String) -> String? {
    guard let text = text(column) else { return nil }
    if text.count == 3, text.allSatisfy(\.isLetter) { return text.uppercased() }
    if let code = Countries.code(text) { return code }
    note(
      column, "« \(text.prefix(40)) » n’est pas un pays que l’outil connaît",
      advice: "écrire ses trois lettres (ISO 3166-1) : FRA, BEL, MAR…")
    return nil
  }

  /// `F`, `Mme`, `M.`, `homme`…
  mutating func sex(_ column: String) -> Sex? {
    guard let text = text(column) else { return nil }
    switch Spreadsheet.plain(text) {
    case "f", "femme", "mme", "madame", "mlle", "mademoiselle", "feminin", "female": return .female
    case "m", "h", "homme", "mr", "monsieur", "masculin", "male": return .male
    default:
      note(
        column, "« \(text.prefix(40)) » n’est pas un sexe de l’état civil", advice: "écrire F ou M")
      return nil
    }
  }

  /// A code of five signs, of which a spreadsheet may have eaten the first zero.
  mutating func fiveSigns(_ column: String) -> String? {
    guard let code = text(column)?.filter({ !$0.isWhitespace }) else { return nil }
    if code.count == 5 { return code }
    note(
      column,
      "« \(code.prefix(40)) » n’a pas cinq caractères\(code.count == 4 ? " : le tableur a pu ôter un zéro" : "")",
      advice: "écrire les cinq caractères, en mettant la colonne au format texte")
    return nil
  }

  /// Fourteen figures, with or without spaces; a number that a spreadsheet has rounded is told.
  mutating func siret(_ column: String) -> String? {
    guard let text = text(column) else { return nil }
    let figures = text.filter { !$0.isWhitespace }
    if figures.count == 14, figures.allSatisfy(\.isNumber) { return figures }
    let isRounded = figures.contains { "eE".contains($0) } && figures.contains(where: \.isNumber)
    note(
      column,
      "« \(text.prefix(40)) »\(isRounded ? " : le tableur a arrondi ce numéro" : " n’a pas quatorze chiffres")",
      advice: "mettre la colonne au format texte, puis écrire les quatorze chiffres de nouveau")
    return nil
  }

  /// The time of a day: `09:00`, `9h30`, `9 h`.
  mutating func clock(_ column: String) -> String? {
    guard let text = text(column) else { return nil }
    let bare = text.lowercased().filter { !$0.isWhitespace }
    if let parts = bare.wholeMatch(of: /(\d{1,2})[:h](\d{2})?(?::00)?/), let hour = Int(parts.1),
      let minute = Int(parts.2 ?? "0"), hour < 24, minute < 60
    {
      return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
    note(column, "« \(text.prefix(40)) » n’est pas une heure", advice: "écrire par exemple 09:30")
    return nil
  }

  /// A whole number: `1 607`.
  mutating func whole(_ column: String) -> String? {
    guard let text = text(column) else { return nil }
    let figures = text.filter { !$0.isWhitespace }
    if let number = Int(figures), number >= 0 { return String(number) }
    note(
      column, "« \(text.prefix(40)) » n’est pas un nombre entier", advice: "écrire un nombre, par exemple 12")
    return nil
  }
}
