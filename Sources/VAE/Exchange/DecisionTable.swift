import XML

/// The decisions of a sitting as a table: a line a request, a column a capacity (`acquis`, `non acquis`), its reason
/// beside it (`motif_C1`). The result follows from the rulings.
enum DecisionTable {
  static let columns = [
    "numero", "date", "presents", "conforme", "remarque", "recapitulatif", "pour", "contre", "abstentions",
    "voix_president", "resultat",
  ]

  static func read(_ table: Spreadsheet, _ certification: Certification) -> ([DecidedCase], [Diagnostic]) {
    var cases: [DecidedCase] = []
    var problems: [Diagnostic] = []
    var lines: Set<String> = []
    for index in table.rows.indices {
      var line = Line(table, index)
      if line.isEmpty { continue }
      let number = line.required("numero")
      if !number.isEmpty && !lines.insert(number).inserted {
        line.note("numero", "« \(number) » est là deux fois", "ne garder qu’une ligne par demande")
      }
      let decision = decision(&line, certification)
      if line.problems.isEmpty { cases.append(DecidedCase(number: number, decision: decision)) }
      problems += line.problems
    }
    return (cases, problems)
  }

  private static func decision(_ line: inout Line, _ certification: Certification) -> Decision {
    var rulings: [JuryRuling] = []
    for capacity in certification.blocs.flatMap(\.capacities) {
      guard let text = line.text(capacity.code),
        let outcome: CapacityOutcome = line.value(text, capacity.code)
      else { continue }
      rulings.append(
        JuryRuling(code: capacity.code, outcome: outcome, reason: line.text("motif_" + capacity.code)))
    }
    let result: AwardResult? = line.text("resultat").flatMap { line.value($0, "resultat") }
    return Decision(
      date: line.requiredDay("date"), summaryExamined: line.yes("recapitulatif"),
      result: result ?? RollUp.result(of: RollUp.blocs(of: certification, rulings)),
      present: line.list("presents").map { Presence(member: $0) }, recusals: [],
      conformity: Conformity(compliant: line.yes("conforme"), remark: line.text("remarque")),
      vote: Vote(
        votesFor: count(&line, "pour"), against: count(&line, "contre"), abstain: count(&line, "abstentions"),
        castingVote: line.yes("voix_president")), rulings: rulings, revocation: nil)
  }

  private static func count(_ line: inout Line, _ column: String) -> Int {
    guard let text = line.text(column) else { return 0 }
    if let number = Int(text), (0...99).contains(number) { return number }
    line.note(column, "« \(text.prefix(20)) » n’est pas un nombre de voix", "écrire un nombre")
    return 0
  }
}
