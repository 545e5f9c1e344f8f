import XML

extension Deadlines {
  /// The deadlines of every request of an output folder, and what could not be read.
  package static func read(_ out: String) throws(Refusal) -> (deadlines: [Deadline], problems: [Diagnostic]) {
    let requests = try ExaminedRequests(
      out, refusing: "out.missing", advice: "donner le dossier qui suit -o dans « acquis run »")
    let ledger = try RegistryExport.ledger(out)
    var deadlines: [Deadline] = []
    var problems: [Diagnostic] = []
    for (dossier, examined) in requests.all {
      switch examined {
      case .success(let admissibility):
        let hasIntake = Disk.exists("\(out)/\(dossier)/\(Intake.name).xml")
        deadlines += of(admissibility, dossier: dossier, hasIntake: hasIntake)
        do throws(Refusal) {
          if let deliberation: Deliberation = try Forms.read("\(out)/\(dossier)") {
            let number = admissibility.identity.number
            deadlines += [register(deliberation, ledger, number: number, dossier: dossier)].compactMap { $0 }
          }
        } catch {
          problems += error.diagnostics
        }
      case .failure(let refusal): problems += refusal.diagnostics
      }
    }
    return (sorted(deadlines), problems)
  }
}
