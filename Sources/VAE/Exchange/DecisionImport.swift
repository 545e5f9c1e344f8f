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
    guard let bytes = try Disk.read(path, named: path) else {
      throw Refusal(
        Diagnostic(code: "disk.missing", "le fichier n’existe pas", advice: "vérifier le chemin", file: path))
    }
    let shared = try Shared(session: folder, asOf: nil)
    let dossiers = try DecisionImport.dossiers(of: folder)
    let decisions: Decisions
    if path.lowercased().hasSuffix(".csv"), let certification: Certification = shared.holdings.value(),
      let session = shared.session
    {
      let context = DecisionTable.Context(certification: certification, session: session) {
        dossiers[$0]?.request
      }
      let (cases, wrong) = DecisionTable.read(try Spreadsheet(bytes, file: path), context)
      decisions = Decisions(session: shared.session?.id ?? "", cases: cases)
      problems = wrong
    } else {
      decisions = try Decisions(xml: Schemas.read(Decisions.name, bytes, file: path))
    }
    if decisions.session != shared.session?.id {
      throw Refusal(
        Diagnostic(
          code: "decisions.session", "ces décisions sont celles de la session \(decisions.session)",
          advice: "donner le dossier de cette session", file: path))
    }
    let wanted = check(decisions.cases, dossiers, path, replacing)
    if !problems.isEmpty { return }
    for (id, bytes) in wanted {
      do throws(Refusal) {
        try DecisionImport.archive("\(folder)/\(id)", before: bytes)
        if try Disk.replace("\(folder)/\(id)/decision.xml", with: bytes) {
          written.append(id)
        } else {
          unchanged.append(id)
        }
      } catch { problems += error.diagnostics }
    }
  }

  /// Keeps the decision that is about to be replaced.
  private static func archive(_ dossier: String, before bytes: [UInt8]) throws(Refusal) {
    let file = dossier + "/decision.xml"
    guard let old = try Disk.read(file, named: file), old != bytes else { return }
    let name = (try? Decision(xml: Schemas.read(Decision.name, old, file: file))).map {
      "\($0.date.spelling)-\($0.result.rawValue)"
    }
    try Disk.makeOwnFolder("\(dossier)/\(Folder.earlierDecisions)")
    let digest = Digest.of(old).prefix(8)
    _ = try Disk.replace(
      "\(dossier)/\(Folder.earlierDecisions)/\(name ?? "illisible")-\(digest).xml", with: old)
  }

  /// Every decision is checked before any is written: a sitting goes in whole or not at all.
  private mutating func check(
    _ cases: [DecidedCase], _ dossiers: [String: Found], _ path: String, _ replacing: Bool
  ) -> [(id: String, bytes: [UInt8])] {
    var seen: Set<String> = []
    var wanted: [(id: String, bytes: [UInt8])] = []
    func wrong(_ code: String, _ message: String, _ advice: String, _ file: String) {
      problems.append(Diagnostic(code: code, message, advice: advice, file: file))
    }
    if cases.isEmpty && problems.isEmpty {
      wrong("decisions.none", "ce fichier ne contient aucune décision", "vérifier le fichier", path)
    }
    for each in cases {
      if !seen.insert(each.number).inserted {
        wrong(
          "decisions.twice", "deux décisions portent le numéro \(each.number)", "n’en garder qu’une", path)
        continue
      }
      guard let found = dossiers[each.number] else {
        wrong(
          "decisions.number", "aucune demande de la session ne porte le numéro \(each.number)",
          "vérifier les dossiers de la session", path)
        continue
      }
      if found.ids.count > 1 {
        wrong(
          "decisions.number",
          "le numéro \(each.number) est celui de plusieurs dossiers : \(French.list(found.ids))",
          "donner à chaque demande son numéro", path)
        continue
      }
      do throws(Refusal) {
        var decision = each.decision
        if let own = decision.number, own != each.number {
          wrong(
            "decisions.number", "le cas \(each.number) contient la décision de la demande \(own)",
            "corriger le numéro", path)
          continue
        }
        decision.number = each.number
        let bytes = decision.xml.document(namespace: Schemas.namespace)
        _ = try Schemas.read(Decision.name, bytes, file: path)
        let file = "\(found.folder)/decision.xml"
        if let old = try Disk.read(file, named: file), old != bytes,
          !replacing, !decision.follows(try? Decision(xml: Schemas.read(Decision.name, old, file: file)))
        {
          wrong(
            "decisions.exists", "une autre décision est déjà là : elle n’est pas remplacée",
            "la révoquer d’abord ; pour une erreur de saisie, relancer avec --replace : l’ancienne est gardée dans decisions/",
            file)
        } else {
          wanted.append((found.ids[0], bytes))
        }
      } catch { problems += error.diagnostics }
    }
    return wanted
  }

  /// The dossiers of one number.
  private struct Found {
    let request: Request
    let folder: String
    var ids: [String]
  }

  /// The dossiers of a session by the number of their request.
  private static func dossiers(of session: String) throws(Refusal) -> [String: Found] {
    var dossiers: [String: Found] = [:]
    for entry in try Disk.list(session) ?? [] where entry.kind == .folder {
      let folder = "\(session)/\(entry.name)"
      guard let bytes = try Disk.read(folder + "/request.xml", named: folder + "/request.xml"),
        let request = try? Request(xml: Schemas.read(Request.name, bytes, file: folder + "/request.xml"))
      else { continue }
      dossiers[request.number, default: Found(request: request, folder: folder, ids: [])].ids.append(
        entry.name)
    }
    return dossiers
  }
}

extension Decision {
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
