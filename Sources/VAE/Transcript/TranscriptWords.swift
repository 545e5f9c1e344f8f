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
      let isNumbered = words.dropFirst().prefix(3).contains { Int($0) != nil || $0.isRoman }
      if isNumbered || isHeading {
        self = .situation(TranscriptHeading.title(of: text))
        return
      }
    }
    let plain = Tokenizer.plain(text)
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
  private static func title(of text: String) -> String? {
    var rest = text.drop { $0.isLetter }
    rest = rest.drop { !$0.isNumber }
    rest = rest.drop { $0.isNumber }
    rest = rest.drop { !$0.isLetter && !$0.isNumber && $0 != "«" && $0 != "(" }
    return rest.isEmpty ? nil : String(rest.prefix(500))
  }

  private static let sections: [String: SectionKind] = [
    "contexte": .context, "lecontexte": .context, "contextedelasituation": .context, "cadre": .context,
    "role": .role, "monrole": .role, "mafonction": .role, "monposte": .role, "maplace": .role,
    "taches": .tasks, "mestaches": .tasks, "activites": .tasks, "mesactivites": .tasks,
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
    "nom": .known, "nomdenaissance": .known, "nomdusage": .known, "prenom": .known, "prenoms": .known,
    "neele": .known, "certification": .known, "certificationvisee": .known, "numerodelademande": .known,
    "demandeno": .known, "demanden": .known, "candidat": .known, "candidate": .known,
  ]
}

/// One of the two declarations of the template, ticked or answered.
struct TranscriptDeclaration {
  enum Kind { case authentic, masked }
  let kind: Kind
  let isMade: Bool

  init?(_ text: String) {
    let plain = Tokenizer.plain(text)
    guard plain.contains("declare") || text.contains("☐") || text.contains("☒") || text.contains("☑") else {
      return nil
    }
    if plain.contains("masque") {
      kind = .masked
    } else if plain.contains("authentique") {
      kind = .authentic
    } else {
      return nil
    }
    isMade =
      !text.contains("☐") && !plain.hasSuffix("non")
      && (text.contains("☒") || text.contains("☑") || text.lowercased().contains("[x]")
        || plain.hasSuffix("oui"))
  }
}

/// Codes written in a line: `C1, C4 et C9`; `P1 ; P3`.
enum TranscriptCodes {
  static func codes(in text: String, letter: Character) -> [String] {
    references(in: text).filter { $0.first == letter }
  }

  /// Words of one capital letter and figures, each once.
  static func references(in text: String) -> [String] {
    var found: [String] = []
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let code = word.uppercased()
      let figures = code.dropFirst()
      guard code.first?.isLetter == true, !figures.isEmpty, figures.count < 4,
        figures.utf8.allSatisfy({ (0x30...0x39).contains($0) }), code.utf8.count == figures.count + 1
      else { continue }
      if !found.contains(code) { found.append(code) }
    }
    return found
  }
}
