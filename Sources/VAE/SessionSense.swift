import Artefacts
import XML

/// What in a session cannot be as it is written, whoever the candidates are.
enum SessionSense {
  /// - Parameter numbers: those of the requests of the session.
  static func notes(_ session: Session, numbers: Set<String>) -> [Diagnostic] {
    members(session.panel.members.map(\.id), of: "la commission")
      + members(session.jury.members.map(\.id), of: "le jury")
      + chairs(session) + waivers(session, numbers)
  }

  private static func members(_ ids: [String], of body: String) -> [Diagnostic] {
    Set(ids.filter { id in ids.count(where: { $0 == id }) > 1 }).sorted().map { id in
      Diagnostic(
        code: .sessionMember, "dans \(body), plusieurs membres ont l’identifiant « \(id) »",
        advice: "donner à chacun le sien : c’est par lui que présences et récusations sont notées")
    }
  }

  private static func chairs(_ session: Session) -> [Diagnostic] {
    let chairs = session.jury.members.filter(\.chair)
    if chairs.count < 2 { return [] }
    return [
      Diagnostic(
        .warning, code: .sessionMember, "le jury a plusieurs présidents : \(French.list(chairs.map(\.name)))",
        advice: "un seul siège à chaque séance")
    ]
  }

  private static func waivers(_ session: Session, _ numbers: Set<String>) -> [Diagnostic] {
    session.waivers.filter { !numbers.contains($0.number) }.map { waiver in
      Diagnostic(
        .warning, code: .sessionWaiver,
        "une dérogation est accordée à la demande « \(waiver.number) », qu’aucun dossier ne porte",
        advice: "corriger le numéro : d’ici là, elle ne vaut pour personne")
    }
  }
}
