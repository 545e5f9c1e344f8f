import ArgumentParser
import Artefacts
import Language
import XML

/// Proposes capacities for texts, at the desk or for a measure.
struct Suggest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest", abstract: "Propose des capacités pour des textes lus sur l’entrée standard.",
    discussion: """
      Un texte par ligne. Chaque proposition est une ligne : numéro du texte, capacité, probabilité, séparés par des \
      tabulations ; rien pour un texte qui ne montre aucune capacité. Ce sont des propositions : une personne décide.
      """)

  @Option(
    help: ArgumentHelp("Une autre certification que RNCP28236.", valueName: "fichier"),
    completion: .file(extensions: ["xml"]))
  var certification: String?

  @Flag(help: "Chaque ligne est : identifiant, tabulation, texte.")
  var tsv = false

  @Flag(help: "Pour une personne : les passages et les mots qui ont pesé.")
  var explain = false

  func run() throws {
    let taught = try certification.map { path throws(Refusal) in try Certification.read(path) } ?? .shipped()
    var number = 0
    while let line = readLine() {
      number += 1
      let cells = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      let id = tsv ? String(cells[0]) : String(number)
      let text = tsv ? (cells.count > 1 ? String(cells[1]) : "") : line
      let found = Knowledge.suggest(text, taught)
      if explain {
        Terminal.give(Array(explanation(id, found, certification: taught).utf8))
      } else {
        for each in found {
          Terminal.give(Array("\(id)\t\(each.code)\t\(Figures.decimal(each.probability, 3))\n".utf8))
        }
      }
    }
  }

  private func explanation(
    _ id: String, _ found: [Knowledge.Suggestion], certification: Certification
  ) -> String {
    if found.isEmpty { return "\(id) : aucune capacité n’est proposée\n" }
    return found.map { each in
      "\(id) : \(each.code) \(certification.short(of: each.code)), \(Figures.percent(each.probability))\n"
        + each.passages.map { passage in
          "    « \(passage.quote) »"
            + (passage.words.isEmpty
              ? "" : "\n      mots qui ont pesé : \(passage.words.joined(separator: ", "))")
            + "\n"
        }.joined()
    }.joined()
  }
}

/// Figures as printed: a point for machines, a comma for people.
enum Figures {
  static func decimal(_ value: Double, _ digits: Int) -> String {
    var unit = 1
    for _ in 0..<digits { unit *= 10 }
    let scaled = Int((value * Double(unit)).rounded())
    let rest = String(scaled % unit)
    return "\(scaled / unit)." + String(repeating: "0", count: digits - rest.count) + rest
  }

  static func percent(_ value: Double) -> String { "\(Int((value * 100).rounded())) %" }
  static func comma(_ value: Double, _ digits: Int = 2) -> String {
    decimal(value, digits).replacing(".", with: ",")
  }
}
