import ArgumentParser
import Artefacts
import Language
import Reading
import XML

/// Measures the proposals on labelled texts.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Mesure les propositions sur des textes étiquetés.",
    discussion: """
      Le tableau a des colonnes séparées par des tabulations : labels (C1,C5 ou NONE, la principale d’abord, ou une \
      colonne main), text, et s’il y a une ligne de titres, dans l’ordre qu’elle dit ; sinon labels, genre, text. \
      Sans tableau, les exemples de la certification sont mesurés par validation croisée.
      """)

  @Argument(help: "Le tableau.", completion: .file(extensions: ["tsv"]))
  var table: String?

  @Option(
    help: ArgumentHelp("Une autre certification que RNCP28236.", valueName: "fichier"),
    completion: .file(extensions: ["xml"]))
  var certification: String?

  func run() throws {
    let taught = try certification.map { path throws(Refusal) in try Certification.read(path) } ?? .shipped()
    let evaluation: Evaluation
    if let table {
      let texts = try LabelledTexts.read(table)
      if texts.isEmpty {
        throw Refusal(
          Diagnostic(
            code: .tableEmpty, "le tableau ne contient aucun texte", advice: "le vérifier", file: table))
      }
      evaluation = Evaluation(texts, taught)
    } else {
      evaluation = Knowledge.crossValidation(taught)
    }
    print(EvaluationReport.text(evaluation))
  }
}

/// The measures, for people: Markdown, so that a document can hold them.
enum EvaluationReport {
  static func text(_ evaluation: Evaluation) -> String {
    let shown = evaluation.judged.count { !$0.labels.isEmpty }
    var lines = [
      "\(evaluation.judged.count) textes, dont \(evaluation.judged.count - shown) sans capacité", "",
      "| mesure | valeur | intervalle à 95 % |", "|---|---|---|",
    ]
    let measures: [(String, (Evaluation) -> Double)] = [
      ("première proposition juste (top-1)", \.top1), ("rappel dans les trois premières", \.recallAt3),
      ("micro-F1", \.microF1), ("macro-F1", \.macroF1), ("fausses alertes", \.falseAlarms),
    ]
    for (name, measure) in measures {
      let (low, high) = evaluation.interval(measure)
      lines.append(
        "| \(name) | \(Figures.comma(measure(evaluation))) | \(Figures.comma(low)) – \(Figures.comma(high)) |"
      )
    }
    lines.append("| score de Brier des propositions | \(Figures.comma(evaluation.brier, 3)) | |")
    lines += ["", "| capacité | textes | précision | rappel | F1 |", "|---|---|---|---|---|"]
    for code in evaluation.codes {
      let counts = evaluation.counts(of: code)
      let texts = counts.found + counts.missed
      lines.append(
        "| \(code) | \(texts) | \(Figures.comma(counts.precision)) | \(Figures.comma(counts.recall)) | \(Figures.comma(counts.f1)) |"
      )
    }
    lines += [
      "", "| probabilité annoncée | propositions | annoncée en moyenne | justes |", "|---|---|---|---|",
    ]
    for (tenth, row) in evaluation.reliability.enumerated() where row.count > 0 {
      lines.append(
        "| \(tenth * 10) à \(tenth * 10 + 10) % | \(row.count) | \(Figures.percent(row.mean)) | \(Figures.percent(row.right)) |"
      )
    }
    lines += ["", "| confusion (principale → première proposée) | textes |", "|---|---|"]
    for row in evaluation.confusions.filter({ $0.label != $0.proposed }).prefix(12) {
      lines.append("| \(row.label) → \(row.proposed) | \(row.count) |")
    }
    return lines.joined(separator: "\n")
  }
}
