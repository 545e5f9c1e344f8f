import Artefacts
import Engine
import Files
import Reading
import Rules
import Schemas
import XML

/// The decisions of one sitting, put each in the folder of its request. A decision already there is replaced only by what
/// follows it: its revocation, a new decision after that, a sitting after an absence or an adjournment; or when a person
/// asks for it. The one replaced is kept under `decisions/`.
package struct DecisionImport {
  package private(set) var written: [String] = []
  package private(set) var unchanged: [String] = []
  package private(set) var problems: [Diagnostic] = []

  /// - Parameter replacing: whether a person asks for any decision already there to be replaced.
  package init(_ path: String, into folder: String, replacing: Bool = false) throws(Refusal) {
    let shared = try Shared(session: folder, asOf: nil)
    let dossiers = try DecisionImport.dossiers(of: folder, shared)
    let decisions: Decisions
    if Workbook.isOne(path), let certification: Certification = shared.holdings.value(),
      let session = shared.session
    {
      let regimes: Regimes? = shared.holdings.value()
      let context = DecisionTable.Context(
        certification: certification, session: session, request: { dossiers[$0]?.request },
        expected: { request, day in
          regimes.map {
            HeldPieces(
              request, certification: certification, regimes: $0, parameters: session.parameters, on: day
            ).expected
          } ?? []
        })
      let (cases, wrong) = DecisionTable.read(try Spreadsheet(path), context)
      decisions = Decisions(session: shared.session?.id ?? "", cases: cases)
      problems = wrong
    } else {
      decisions = try Decisions(xml: Schemas.read(Decisions.name, Disk.existing(path), file: path))
    }
    if decisions.session != shared.session?.id {
      throw Refusal(
        Diagnostic(
          code: .decisionsSession, "ces décisions sont celles de la session \(decisions.session)",
          advice: "donner le dossier de cette session", file: path))
    }
    let wanted = check(decisions.cases, dossiers, path: path, replacing: replacing)
    if !problems.isEmpty { return }
    let new = wanted.filter { !$0.isMade }
    try DecisionImport.write(new, in: folder)
    written = new.map(\.id)
    unchanged = wanted.filter(\.isMade).map(\.id)
  }

  private static func write(_ changes: [Change], in folder: String) throws(Refusal) {
    try WholeSet.write(in: folder) { set throws(Refusal) in
      for change in changes { try change.add(to: &set) }
    }
  }

  /// A decision to write, and the one already there.
  private struct Change {
    let id: String
    let dossier: String
    let decision: Decision
    let bytes: [UInt8]
    let old: [UInt8]?
    /// Nil when there is none, or it cannot be read.
    let oldDecision: Decision?

    var file: String { dossier + "/decision.xml" }

    /// Whether that very decision is already there.
    var isMade: Bool { old == bytes || oldDecision == decision }

    /// Adds it to what is to be written; the one replaced is kept.
    func add(to set: inout WholeSet) throws(Refusal) {
      if let old {
        let name = oldDecision.map { "\($0.date.spelling)-\($0.result.rawValue)" } ?? "illisible"
        let kept = "\(id)/\(Layout.earlierDecisions)/\(name)-\(Digest.of(old).prefix(8)).xml"
        try set.add(kept, bytes: old)
      }
      try set.add("\(id)/decision.xml", bytes: bytes)
    }
  }

  /// Every decision is checked before any is written: a sitting goes in whole or not at all.
  private mutating func check(
    _ cases: [DecidedCase], _ dossiers: [String: Found], path: String, replacing: Bool
  ) -> [Change] {
    var seen: Set<String> = []
    var wanted: [Change] = []
    if cases.isEmpty && problems.isEmpty {
      wrong(
        .decisionsNone, "ce fichier ne contient aucune décision", advice: "vérifier le fichier", file: path)
    }
    for decided in cases {
      if !seen.insert(decided.number).inserted {
        wrong(
          .decisionsTwice, "deux décisions portent le numéro \(decided.number)", advice: "n’en garder qu’une",
          file: path)
      } else if let found = dossier(of: decided, dossiers, path: path) {
        do throws(Refusal) {
          if let change = try change(decided, in: found, path: path, replacing: replacing) {
            wanted.append(change)
          }
        } catch { problems += error.diagnostics }
      }
    }
    return wanted
  }

  private mutating func wrong(_ code: DiagnosticCode, _ message: String, advice: String, file: String) {
    problems.append(Diagnostic(code: code, message, advice: advice, file: file))
  }

  /// The one dossier of a decision’s number; nil, and told, when there is none or several.
  private mutating func dossier(
    of decided: DecidedCase, _ dossiers: [String: Found], path: String
  ) -> Found? {
    let number = decided.number
    guard let found = dossiers[number] else {
      wrong(
        .decisionsNumber, "aucune demande de la session ne porte le numéro \(number)",
        advice: "vérifier les dossiers de la session", file: path)
      return nil
    }
    if found.ids.count > 1 {
      wrong(
        .decisionsNumber, "le numéro \(number) est celui de plusieurs dossiers : \(French.list(found.ids))",
        advice: "donner à chaque demande son numéro", file: path)
      return nil
    }
    if let other = decided.decision.number, other != number {
      wrong(
        .decisionsNumber, "le cas \(number) contient la décision de la demande \(other)",
        advice: "corriger le numéro", file: path)
      return nil
    }
    return found
  }

  /// What is to be written; nil, and told, when another decision stands there by right.
  private mutating func change(
    _ decided: DecidedCase, in found: Found, path: String, replacing: Bool
  ) throws(Refusal) -> Change? {
    var decision = decided.decision
    decision.number = decided.number
    let file = found.folder + "/decision.xml"
    let old = try Disk.read(file, named: file)
    let oldDecision = old.flatMap { try? Decision(xml: Schemas.read(Decision.name, $0, file: file)) }
    decision.keepRevocation(of: oldDecision)
    let bytes = Schemas.document(decision.xml)
    _ = try Schemas.read(Decision.name, bytes, file: path)
    let change = Change(
      id: found.ids[0], dossier: found.folder, decision: decision, bytes: bytes,
      old: old, oldDecision: oldDecision)
    if change.old == nil || change.oldDecision == decision || replacing
      || decision.follows(change.oldDecision)
    {
      return change
    }
    wrong(
      .decisionsExists, "une autre décision est déjà là : elle n’est pas remplacée",
      advice:
        "la révoquer d’abord ; pour une erreur de saisie, relancer avec --replace : l’ancienne est gardée dans decisions/",
      file: file)
    return nil
  }

  /// The dossiers of one number.
  private struct Found {
    let request: Request
    let folder: String
    var ids: [String]
  }

  /// The dossiers of a session by the number of their request.
  private static func dossiers(of session: String, _ shared: Shared) throws(Refusal) -> [String: Found] {
    var dossiers: [String: Found] = [:]
    for id in try shared.dossiers(of: session) {
      guard let request = shared.request(of: id, in: session) else { continue }
      let found = Found(request: request, folder: "\(session)/\(id)", ids: [])
      dossiers[request.number, default: found].ids.append(id)
    }
    return dossiers
  }
}

extension Decision {
  /// A table has no place for what went before: a new decision keeps the revocation of the one it follows.
  fileprivate mutating func keepRevocation(of other: Decision?) {
    if revocation == nil, result != .revoked, other?.result == .revoked { revocation = other?.revocation }
  }

  /// Whether it comes after the other one by right: the same taken back, a new one that keeps the revocation of the one
  /// before, or a sitting after an absence or an adjournment.
  fileprivate func follows(_ other: Decision?) -> Bool {
    guard let other else { return false }
    if result == .revoked, let revocation {
      return revocation.previous == other.result && date == other.date && rulings == other.rulings
    }
    if other.result == .revoked { return revocation == other.revocation && date >= other.date }
    return !other.result.isRuling && date >= other.date
  }
}
