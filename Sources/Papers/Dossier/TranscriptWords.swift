import Artefacts
import Language

/// The headings that a candidate’s document may hold.
enum TranscriptHeading {
  case situation(String?)
  case section(SectionKind)
  case evidence, declarations, cover

  init?(_ text: String, isHeading: Bool) {
    // A sentence is no heading, whatever it begins with.
    if text.count > (isHeading ? 300 : 90) { return nil }
    let words = text.split { !$0.isLetter && !$0.isNumber }.map { Tokenizer.plain(String($0)) }
    guard let first = words.first else { return nil }
    if first == "situation", words.count > 1 {
      // « Situation nº 2 », « Situation professionnelle 3 » ; « Situation en mars : 3 personnes » is a sentence.
      let rest = words.dropFirst().drop { ["n", "no", "numero", "professionnelle"].contains($0) }
      if let number = rest.first, Int(number) != nil || number.isRoman || TranscriptHeading.glued(number) {
        self = .situation(TranscriptHeading.title(of: text, after: number))
        return
      }
      if isHeading {
        let title = text.firstIndex(of: ":").map { String(text[text.index(after: $0)...]).oneLine }
        self = .situation((title ?? text).slices(of: 500).first)
        return
      }
    }
    // « 2. Mes activités », « b) Résultats »: the number is no part of the heading.
    let named = text.drop { $0.isNumber || $0.isPunctuation || $0.isWhitespace }
    let plain = Tokenizer.plain(String(named))
    if text.hasSuffix(".") && !isHeading { return nil }
    if let kind = TranscriptHeading.sections[plain] {
      self = .section(kind)
    } else if TranscriptHeading.lists.contains(plain) {
      self = .evidence
    } else if plain.hasPrefix("declaration") && (isHeading || words.count <= 3) {
      self = .declarations
    } else if TranscriptHeading.covers.contains(plain) {
      self = .cover
    } else {
      return nil
    }
  }

  /// What follows the number: `Situation nº 2 — La paie de mars` is `La paie de mars`.
  private static func title(of text: String, after number: String) -> String? {
    let figures = number.drop { !$0.isNumber }
    let mark = figures.isEmpty ? number.uppercased() : String(figures)
    guard let place = text.uppercased().firstRange(of: mark)?.upperBound else { return nil }
    let offset = text.uppercased().distance(from: text.uppercased().startIndex, to: place)
    var rest = text.dropFirst(offset)
    rest = rest.drop { !$0.isLetter && !$0.isNumber && $0 != "«" && $0 != "(" }
    return rest.isEmpty ? nil : String(rest).slices(of: 500).first
  }

  /// `n2`: the sign of the number written without a space.
  private static func glued(_ word: String) -> Bool {
    (word.hasPrefix("n") || word.hasPrefix("no")) && Int(word.drop { $0.isLetter }) != nil
  }

  /// « Situation 2 », without its title.
  static func isBareSituation(_ text: String) -> Bool {
    if case .situation(nil) = TranscriptHeading(text, isHeading: false) { return true }
    return false
  }

  /// The name of the document itself.
  static func isDocumentTitle(_ text: String) -> Bool {
    ["dossierdepreuves", "dossierdevae", "mondossierdevae", "dossierdevalidation", "dossier"].contains(
      Tokenizer.plain(text))
  }

  private static let sections: [String: SectionKind] = [
    "contexte": .context, "lecontexte": .context, "contextedelasituation": .context, "cadre": .context,
    "role": .role, "monrole": .role, "mafonction": .role, "monposte": .role, "maplace": .role,
    "taches": .tasks, "mestaches": .tasks, "activites": .tasks, "mesactivites": .tasks, "missions": .tasks,
    "mesmissions": .tasks,
    "activitesrealisees": .tasks, "cequejaifait": .tasks, "deroulement": .tasks, "mesactions": .tasks,
    "outils": .tools, "mesoutils": .tools, "outilsetmethodes": .tools, "moyens": .tools, "methodes": .tools,
    "resultats": .results, "lesresultats": .results, "resultatsobtenus": .results, "bilan": .results,
    "autresprecisions": .other, "complements": .other,
  ]
  private static let lists: Set<String> = [
    "pieces", "listedespieces", "piecesjointes", "annexes", "listedesannexes", "listedespreuves", "preuves",
    "elementsdepreuve", "listedeselementsdepreuve",
  ]
  private static let covers: Set<String> = ["candidat", "candidate", "lecandidat", "identite", "couverture"]
}

extension String {
  fileprivate var isRoman: Bool { ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"].contains(self) }
}

/// The lines `label : value` of the template.
enum TranscriptField: Equatable {
  case title, organisation, period, start, end, claims, uses, submittedOn
  /// Of the cover: whose document it is.
  case number, name
  /// Of the cover; kept elsewhere (`request.xml`).
  case known

  init?(_ label: String) {
    guard label.count < 60, let field = TranscriptField.labels[Tokenizer.plain(label)] else { return nil }
    self = field
  }

  private static let labels: [String: TranscriptField] = [
    "titre": .title, "intitule": .title,
    "entreprise": .organisation, "organisation": .organisation, "organisme": .organisation,
    "employeur": .organisation, "entrepriseouorganisme": .organisation, "structure": .organisation,
    "periode": .period, "dates": .period, "quand": .period, "du": .start, "debut": .start, "au": .end,
    "fin": .end,
    "capacites": .claims, "capacitesrevendiquees": .claims, "capacitesvisees": .claims,
    "competences": .claims, "competencesvisees": .claims,
    "pieces": .uses, "piecescitees": .uses, "preuves": .uses, "justificatifs": .uses, "piecesjointes": .uses,
    "elementsdepreuve": .uses,
    "datededepot": .submittedOn, "deposele": .submittedOn, "depotle": .submittedOn,
    "nom": .name, "nomdenaissance": .name, "nomdusage": .name, "candidat": .name, "candidate": .name,
    "nomdefamille": .name, "prenom": .known, "prenoms": .known, "neele": .known, "certification": .known,
    "certificationvisee": .known, "numerodelademande": .number, "demandeno": .number, "demanden": .number,
    "numerodedemande": .number, "numero": .number,
  ]
}

/// The two declarations of the template, ticked, answered or stated.
struct TranscriptDeclaration {
  enum Kind { case authentic, masked }
  let kind: Kind
  let isMade: Bool

  static func all(in text: String) -> [TranscriptDeclaration] {
    let plain = Tokenizer.plain(text)
    let isTicked = text.contains { "☒☑☐".contains($0) } || text.lowercased().contains("[x]")
    guard plain.contains("declare") || plain.contains("soussigne") || isTicked else { return [] }
    var kinds: [Kind] = []
    if plain.contains("authentique") { kinds.append(.authentic) }
    if plain.contains("masque") { kinds.append(.masked) }
    return kinds.map { TranscriptDeclaration(kind: $0, isMade: isMade(text, plain)) }
  }

  private static func isMade(_ text: String, _ plain: String) -> Bool {
    // « ☒ oui ☐ non »: the tick right before the word.
    let signs = Array(text.lowercased().filter { !$0.isWhitespace })
    if let yes = String(signs).firstRange(of: "oui"), text.contains(where: { "☒☑☐".contains($0) }) {
      let before = String(signs)[..<yes.lowerBound].last
      if let before, "☒☑☐".contains(before) { return before != "☐" }
    }
    if text.contains("☐") { return false }
    if text.contains(where: { "☒☑".contains($0) }) || text.lowercased().contains("[x]") { return true }
    if plain.hasSuffix("oui") { return true }
    // A question left without its answer is no declaration; a sentence that declares is one.
    return !plain.hasSuffix("non") && text.last != ":" && plain.contains("declare")
  }
}

/// The line of a capacity in the form: `☒ C1 — …`, a cross in the place of the box or behind the words.
struct TranscriptBox {
  let capacity: String
  /// Nil when nobody can say.
  let isTicked: Bool?
  /// What the candidate has added to the form’s own words.
  let added: String

  private static let ticks: Set<Character> = ["☒", "☑", "✓", "✔", "✗", "✘", "■", "x", "×"]
  private static let boxes: Set<Character> = ["☐", "□", "[", "]", "(", ")"]

  init?(_ text: String) {
    let bare = text.replacing("\u{FE0F}", with: "")
    let signs = bare.lowercased()
    guard
      let match = signs.wholeMatch(
        of:
          /(?<mark>(?:[^\p{L}\p{N}]|x(?![\p{L}\p{N}])|oui|non){0,12})(?<code>c[0-9]{1,2})(?![\p{L}\p{N}])(?<rest>.*)/
      ),
      let code = TranscriptCodes.codes(in: String(match.code), letter: "C").first
    else { return nil }
    let mark = match.mark.filter { !$0.isWhitespace && $0 != "\u{A0}" }
    // « C1, C4 » is a list, « C1 : … » a sentence: a line of the form has a box, or a dash behind its code.
    let hasDash = match.rest.drop(while: \.isWhitespace).first.map { "—–-".contains($0) } ?? false
    if mark.isEmpty && !hasDash { return nil }
    if !mark.isEmpty && mark.allSatisfy({ "-–—•*·".contains($0) }) && !hasDash { return nil }
    capacity = code
    added = OwnWords.of(String(bare.dropFirst(match.mark.count + match.code.count)), capacity: code)
    let after = match.rest.replacing("\u{A0}", with: " ")
    let isTickedAfter =
      after.hasSuffix(" x") || after.hasSuffix(": oui") || after.contains { "☒☑✓✔".contains($0) }
    if mark.contains(where: TranscriptBox.ticks.contains) || mark == "oui" || isTickedAfter {
      isTicked = true
    } else if mark == "non" || !mark.isEmpty && mark.allSatisfy(TranscriptBox.boxes.contains) {
      isTicked = false
    } else {
      isTicked = nil
    }
  }
}

/// Codes written in a line: `C1, C4 et C9`; `P1 ; P3`.
enum TranscriptCodes {
  static func codes(in text: String, letter: Character) -> [String] {
    references(in: text).filter { $0.first == letter }
  }

  /// Words of one capital letter and figures, each once.
  static func references(in text: String) -> [String] {
    var found = ranges(in: text)
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      guard let code = reference(word) else { continue }
      if !found.contains(code) { found.append(code) }
    }
    return found
  }

  /// `p01` is `P1`; nil when the word is no letter and a number from 1 to 99.
  private static func reference(_ word: Substring) -> String? {
    let text = word.uppercased()
    guard let letter = text.first, letter.isASCII, letter.isLetter, text.utf8.count <= 3,
      text.dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text.dropFirst()),
      number > 0
    else { return nil }
    return "\(letter)\(number)"
  }

  /// `P1 à P3`: the ones between, too.
  private static func ranges(in text: String) -> [String] {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    return zip(words, zip(words.dropFirst(), words.dropFirst(2))).flatMap { first, rest -> [String] in
      guard ["a", "à", "au"].contains(rest.0.lowercased()), let from = reference(first),
        let to = reference(rest.1), from.first == to.first, let low = Int(from.dropFirst()),
        let high = Int(to.dropFirst()), low < high
      else { return [] }
      return (low...high).map { "\(from.prefix(1))\($0)" }
    }
  }
}
