import Schemas
import XML

/// The decisions of one sitting, put each in the folder of its request. A decision already there is replaced by its own
/// revocation only, which keeps what it ruled.
package struct DecisionImport {
  package private(set) var written: [String] = []
  package private(set) var unchanged: [String] = []
  package private(set) var problems: [Diagnostic] = []

  package init(_ path: String, into folder: String) throws(Refusal) {
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
    let wanted = check(decisions.cases, dossiers, path)
    if !problems.isEmpty { return }
    for (id, bytes) in wanted {
      if try Disk.replace("\(folder)/\(id)/decision.xml", with: bytes) {
        written.append(id)
      } else {
        unchanged.append(id)
      }
    }
  }

  /// Every decision is checked before any is written: a sitting goes in whole or not at all.
  private mutating func check(
    _ cases: [DecidedCase], _ dossiers: [String: Found], _ path: String
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
        decision.number = each.number
        let bytes = decision.xml.document(namespace: Schemas.namespace)
        _ = try Schemas.read(Decision.name, bytes, file: path)
        let file = "\(found.folder)/decision.xml"
        if let old = try Disk.read(file, named: file), old != bytes,
          !decision.revokes(try? Decision(xml: Schemas.read(Decision.name, old, file: file)))
        {
          wrong(
            "decisions.exists", "une autre décision est déjà là : elle n’est pas remplacée",
            "une décision ne se change que par une autre décision du jury ; retirer d’abord l’ancienne", file)
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
  /// Whether it is the other one taken back, with all that it ruled.
  fileprivate func revokes(_ other: Decision?) -> Bool {
    guard let other, result == .revoked, let revocation else { return false }
    return revocation.previous == other.result && date == other.date && rulings == other.rulings
  }
}
