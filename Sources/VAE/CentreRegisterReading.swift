import Artefacts
import Engine
import XML

extension CentreRegister {
  /// The requests that earlier runs examined, read from their output folders, in the order of folders and names.
  /// - Throws: `Refusal` when a folder is no output of the tool, or when one of its documents cannot be read: a
  ///   register with a hole would let a cap be passed.
  package init(outputs: [String]) throws(Refusal) {
    self.init(entries: [])
    for folder in outputs {
      let results = try Results(
        folder, refusing: .registerFolder,
        advice: "donner à --register le dossier de sortie d’une session antérieure")
      for dossier in results.dossiers {
        guard let admissibility: Admissibility = try results.read(dossier) else { continue }
        entries.append(
          EarlierRequest(
            receivedOn: admissibility.clock.receivedOn, outcome: admissibility.outcome,
            identity: admissibility.identity))
      }
    }
  }
}
