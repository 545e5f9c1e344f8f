import Artefacts
import Schemas

/// What a cell holds, spelled as the schema of its document wants it.
extension TableLine {
  /// Nil when the cell is empty, or what is wrong with it has been noted.
  mutating func spelled(_ column: String, _ node: SchemaTree) -> String? {
    guard let form = node.form, let text = text(column), let spelled = read(column, text, form) else {
      return nil
    }
    return checked(spelled, text, column, node)
  }

  /// Each of what a cell lists.
  mutating func spelledList(_ column: String, _ node: SchemaTree) -> [String] {
    guard let form = node.form else { return [] }
    var values = list(column)
    if ["blocCode", "capacityCode"].contains(form.name) {
      // Codes hold no sign that could be taken for one between them.
      values = values.flatMap { $0.split { ",;/ ".contains($0) }.map { $0.uppercased() } }
    }
    return values.compactMap { checked($0, $0, column, node) }
  }

  /// Whether a text has the form that the schema wants.
  private mutating func checked(
    _ spelled: String, _ text: String, _ column: String, _ node: SchemaTree
  ) -> String? {
    guard let form = node.form, !form.holds(spelled) else { return spelled }
    let isLong = text.count > 400
    note(
      column, "« \(text.prefix(40)) » n’a pas la forme attendue",
      advice: isLong
        ? "écrire un texte plus court (600 caractères au plus)" : "attendu : \(TableLine.wanted(form, node))")
    return nil
  }

  private static func wanted(_ form: TextForm, _ node: SchemaTree) -> String {
    switch form.name {
    case "day", "dayOrNone": "une date JJ/MM/AAAA, de 1900 à 2199"
    case "number": "lettres sans accent, chiffres, tirets, sans espace : \(SheetExamples.number)"
    case "blocCode": "le code d’un bloc : B1, B2…"
    case "capacityCode": "le code d’une capacité : C1, C2…"
    case "identifier": "une lettre, puis des lettres ou des chiffres : P1"
    default: form.label.isEmpty ? node.label : form.label
    }
  }

  private mutating func read(_ column: String, _ text: String, _ form: TextForm) -> String? {
    switch form.name {
    case "day", "dayOrNone": day(column)?.spelling
    case "xs:boolean": isYes(column)?.spelling
    case "hours": hours(column)?.spelling
    case "siret": siret(column)
    case "postcode", "inseeCode": fiveSigns(column)?.uppercased()
    case "countryCode": country(column)
    case "sex": sex(column)?.spelling
    case "clock": clock(column)
    case "count", "months", "percent": whole(column)
    case "rncpCode": TableLine.certification(text)
    case "blocCode", "capacityCode", "jobFamily": text.filter { !$0.isWhitespace }.uppercased()
    default:
      form.values.isEmpty
        ? text : value(text, column, among: form.values.map { ($0, Labels.label(form.name, $0)) })
    }
  }

  /// `RNCP28236`, with or without its letters.
  private static func certification(_ text: String) -> String {
    let bare = text.filter { !$0.isWhitespace }.uppercased()
    return bare.allSatisfy(\.isNumber) ? "RNCP" + bare : bare
  }
}
