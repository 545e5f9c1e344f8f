import Artefacts
import Language

/// The sentences from which demonstration dossiers are made, by what they tell.
enum SampleText {
  static let bank: [String: [String]] = {
    var bank: [String: [String]] = [:]
    for line in String(decoding: PackageResources.sentences_tsv, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t")
      if parts.count == 2 { bank[String(parts[0]), default: []].append(String(parts[1])) }
    }
    return bank
  }()

  /// A situation that tells of these capacities, in 300 to 900 words.
  static func situation(
    _ rank: Int, capacities: [String], uses: [String], dice: inout Dice
  ) -> Situation {
    func paragraph(_ key: String, _ count: Int) -> String {
      dice.pick(count, of: bank[key] ?? []).joined(separator: " ")
    }
    let year = 2015 + dice.below(5)
    var sections = [
      Section(kind: .context, paragraphs: [paragraph("CONTEXT", 4)]),
      Section(kind: .role, paragraphs: [paragraph("ROLE", 2)]),
    ]
    sections.append(Section(kind: .tasks, paragraphs: capacities.map { paragraph($0, 5 + dice.below(3)) }))
    sections.append(Section(kind: .tools, paragraphs: [paragraph("TOOLS", 2)]))
    sections.append(Section(kind: .results, paragraphs: [paragraph("RESULTS", 4)]))
    return Situation(
      id: "S\(rank)", start: Day(literal: year, 1 + dice.below(12), 1),
      end: Day(literal: 2021, 1 + dice.below(9), 28),
      title: dice.pick(bank["TITLE"] ?? []), organisation: "Entreprise fictive",
      claims: capacities.map(Claim.init), uses: uses.map(EvidenceUse.init), sections: sections)
  }
}
