import Artefacts
import Engine
import XML

/// What the dossiers of a session say of one another.
struct Comparison {
  private let dossiers: [DossierOutcome<DossierSummary>]

  static func notes(_ dossiers: [DossierOutcome<DossierSummary>]) -> [Diagnostic] {
    let comparison = Comparison(dossiers: dossiers)
    return comparison.twins + comparison.sameNumbers + comparison.sharedFiles + comparison.vain
      + comparison.strangers
  }

  /// A dossier that bears another name or number than its request.
  private var strangers: [Diagnostic] {
    dossiers.compactMap { result in
      result.summary.stranger.map {
        Diagnostic(
          code: .dossierOther, String($0.dropLast($0.hasSuffix(".") ? 1 : 0)),
          advice: "le ranger dans le dossier de cette personne, ou corriger ce qu’il porte", file: result.id)
      }
    }
  }

  /// A dossier handed in by someone whose request is refused.
  private var vain: [Diagnostic] {
    let refused: Set<DossierStatus> = [.notReceivable, .outsideRegister]
    return dossiers.filter { $0.summary.hasDossier && refused.contains($0.summary.standing) }.map { result in
      Diagnostic(
        .warning, code: .dossierEarly,
        "un dossier de preuves est déposé, et l’état est « \(result.summary.standing.label) » : il n’est pas examiné",
        advice: "vérifier la décision de recevabilité, et la dire au candidat", file: result.id)
    }
  }

  /// The same file in the dossiers of two candidates.
  private var sharedFiles: [Diagnostic] {
    var first: [String: String] = [:]
    return dossiers.flatMap { result in
      result.summary.files.sorted { $0.value < $1.value }.compactMap { digest, name in
        guard let other = first.updateValue(first[digest] ?? result.id, forKey: digest), other != result.id
        else { return nil }
        return Diagnostic(
          .warning, code: .evidenceShared, "ce fichier est aussi dans le dossier \(other)",
          advice: "demander aux deux candidats de qui il est", file: "\(result.id)/evidence/\(name)")
      }
    }
  }

  /// Two requests of one number: a decision of the jury could reach the wrong candidate.
  private var sameNumbers: [Diagnostic] {
    repeated { $0.number }.map { id, number, other in
      Diagnostic(
        code: .dossierNumber, "le numéro \(number) est aussi celui du dossier \(other)",
        advice: "donner à chaque demande son numéro d’enregistrement", file: "\(id)/request.xml")
    }
  }

  /// The same person under two dossiers of the session.
  private var twins: [Diagnostic] {
    repeated { $0.person }.map { id, _, other in
      Diagnostic(
        .warning, code: .dossierTwin,
        "même nom, même naissance, prénom égal ou proche : peut-être la même personne que le dossier \(other)",
        advice: "vérifier les deux demandes : une seule par certification et par année civile", file: id)
    }
  }

  /// The dossiers that share a value with one before them, and the first that has it.
  private func repeated(_ value: (DossierSummary) -> String?) -> [(id: String, value: String, first: String)]
  {
    var first: [String: String] = [:]
    return dossiers.compactMap { result in
      guard let value = value(result.summary),
        let other = first.updateValue(first[value] ?? result.id, forKey: value)
      else { return nil }
      return (result.id, value, other)
    }
  }
}
