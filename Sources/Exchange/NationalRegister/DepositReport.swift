import Artefacts
import Channel
import Files
import XML

/// The “accusé de traitement” of the Caisse des dépôts: what was accepted, what is to be corrected and sent again.
package struct DepositReport: Sendable {
  /// One passage that was not taken, and what to do.
  package struct Rejected: Sendable, Hashable {
    package let id: String
    package let message: String
    package let advice: String
  }

  package private(set) var file = ""
  package private(set) var accepted: [String] = []
  package private(set) var rejected: [Rejected] = []
  /// Why the whole file was refused.
  package private(set) var refusals: [String] = []

  /// Names are compared without case: two spellings are seen. A block may be missing.
  /// - Throws: `Refusal` when it is no such report.
  package init(_ path: String) throws(Refusal) {
    try Disk.requireFile(path, advice: "donner le fichier XML reçu sur le portail")
    let root = try Readers.element(Disk.straight(path), as: .document, file: path)
    guard root.name.lowercased() == "rapport" else {
      throw Refusal(
        Diagnostic(
          code: .registryReport, "ce n’est pas un accusé de traitement de la Caisse des dépôts",
          advice: "donner le fichier XML reçu sur le portail", file: path))
    }
    for part in root.children {
      switch part.name.lowercased() {
      case "nomfichier": file = part.text.collapsed
      case "passagesok":
        accepted += part.children.filter { $0.name.lowercased() == "idtechnique" }.map(\.text.collapsed)
      case "passagesko": for passage in part.children { take(passage) }
      case "erreurs": for error in part.children { refuse(error) }
      default: continue
      }
    }
    // Said accepted and refused at once, a passage is not taken for accepted; one without a name is nobody’s.
    let refused = Set(rejected.map(\.id))
    accepted = accepted.filter { !$0.isEmpty && !refused.contains($0) }
  }

  private mutating func take(_ passage: Element) {
    func text(_ name: String) -> String {
      passage.children.first { $0.name.lowercased() == name }?.text.collapsed ?? ""
    }
    let (id, message) = (text("idtechnique"), text("messageerreur"))
    if id.isEmpty { return refusals.append("passage sans idTechnique : \(message)") }
    // Already in the register is what was wanted.
    if message.contains("existe déjà") { return accepted.append(id) }
    rejected.append(Rejected(id: id, message: message, advice: DepositReport.advice(for: message)))
  }

  private mutating func refuse(_ error: Element) {
    func text(_ name: String) -> String? {
      error.children.first { $0.name.lowercased() == name }?.text.collapsed
    }
    let place =
      text("ligne").map { "ligne \($0)" + (text("colonne").map { ", colonne \($0)" } ?? "") + " : " } ?? ""
    refusals.append(place + (text("message") ?? "sans message"))
  }

  private static func advice(for message: String) -> String {
    if message.contains("jour et du mois de naissance") {
      return
        "vérifier le jour et le mois de naissance sur la pièce d’identité, corriger request.xml, exporter de nouveau"
    }
    if message.contains("Aucun titulaire") {
      return
        "vérifier nom de naissance, prénoms, date et commune de naissance, corriger request.xml, exporter de nouveau"
    }
    if message.contains("Plusieurs titulaires") {
      return "préciser les prénoms et la commune de naissance dans request.xml, exporter de nouveau"
    }
    return "lire le message, corriger, exporter de nouveau"
  }
}
