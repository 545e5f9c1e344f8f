import Artefacts
import XML

/// The decisions of a sitting as a table: a line a request, a column a capacity (`acquis`, `non acquis`), its reason
/// beside it (`motif_C1`). The result follows from the rulings.
package enum DecisionTable {
  package static let columns = [
    "numero", "date", "presents", "conforme", "remarque", "recapitulatif", "pour", "contre", "abstentions",
    "voix_president", "resultat", "tranche",
  ]

  /// What the table is read against.
  package struct Context {
    let certification: Certification
    let session: Session
    /// By the number of the request.
    let request: (String) -> Request?
    /// The capacities that a jury of that day rules on for a request.
    let expected: (Request, Day) -> [String]

    package init(
      certification: Certification, session: Session, request: @escaping (String) -> Request?,
      expected: @escaping (Request, Day) -> [String]
    ) {
      (self.certification, self.session, self.request) = (certification, session, request)
      self.expected = expected
    }
  }

  /// Reads every line; one with a problem gives no decision.
  package static func read(_ table: Spreadsheet, _ context: Context) -> ([DecidedCase], [Diagnostic]) {
    var cases: [DecidedCase] = []
    var problems: [Diagnostic] = []
    var lines: Set<String> = []
    for index in table.rows.indices {
      var line = TableLine(table, index)
      if line.isEmpty { continue }
      let number = line.required("numero")
      if !number.isEmpty && !lines.insert(number).inserted {
        line.note("numero", "« \(number) » est là deux fois", advice: "ne garder qu’une ligne par demande")
      }
      let decision = decision(&line, context, request: context.request(number))
      if line.problems.isEmpty { cases.append(DecidedCase(number: number, decision: decision)) }
      problems += line.problems
    }
    return (cases, problems)
  }

  /// What the jury decided is in the cells, never supplied: every cell that a decision of that result needs is
  /// obligatory.
  private static func decision(_ line: inout TableLine, _ context: Context, request: Request?) -> Decision {
    let date = line.requiredDay("date")
    let text = line.required("resultat")
    let result = text.isEmpty ? nil : line.value(text, "resultat", type: AwardResult.self)
    let isRuling = result?.isRuling ?? true
    if result == .revoked {
      line.note(
        "resultat", "une révocation ne se fait pas par un tableau",
        advice: "passer par deliberation-form.html")
    }
    let members = Set(context.session.jury.members.map(\.id))
    let present = line.list("presents")
    if isRuling && present.isEmpty { _ = line.required("presents") }
    for member in present where !members.contains(member) {
      line.note(
        "presents", "« \(member) » n’est pas du jury de la session",
        advice: "écrire les identifiants, séparés par |")
    }
    let needed = isRuling ? ["conforme", "recapitulatif", "pour", "contre", "abstentions"] : []
    for column in needed { _ = line.required(column) }
    return Decision(
      number: nil, date: date, summaryExamined: line.yes("recapitulatif"), result: result ?? .adjourned,
      present: present.map { Presence(member: $0) }, recusals: [],
      conformity: Conformity(
        compliant: isRuling ? line.yes("conforme") : true, remark: line.text("remarque")),
      settled: line.text("tranche"),
      vote: Vote(
        votesFor: count(&line, "pour"), against: count(&line, "contre"), abstain: count(&line, "abstentions"),
        castingVote: line.yes("voix_president")),
      rulings: rulings(&line, context, request: isRuling ? request : nil, on: date), revocation: nil)
  }

  private static func rulings(
    _ line: inout TableLine, _ context: Context, request: Request?, on date: Day
  ) -> [JuryRuling] {
    let expected = request.map { context.expected($0, date) }
    var rulings: [JuryRuling] = []
    for code in context.certification.capacities.map(\.code) {
      guard let text = line.text(code) else {
        if expected?.contains(code) == true { _ = line.required(code) }
        continue
      }
      guard let outcome = line.value(text, code, type: CapacityOutcome.self) else { continue }
      let reason = line.text("motif_" + code)
      if outcome == .notAcquired && !French.says(reason) {
        line.note(
          "motif_" + code, "« non acquis » demande un motif", advice: "l’écrire : il est notifié au candidat")
      }
      rulings.append(JuryRuling(code: code, outcome: outcome, reason: reason))
    }
    return rulings
  }

  private static func count(_ line: inout TableLine, _ column: String) -> Int {
    guard let text = line.text(column) else { return 0 }
    if let number = Int(text), (0...99).contains(number) { return number }
    line.note(column, "« \(text.prefix(20)) » n’est pas un nombre de voix", advice: "écrire un nombre")
    return 0
  }
}
