import Schemas
import XML

extension Deadlines {
  /// The deadlines of every request of an output folder, and what could not be read.
  package static func read(_ out: String) throws(Refusal) -> (deadlines: [Deadline], problems: [Diagnostic]) {
    guard Disk.exists("\(out)/\(SessionFolder.marker)"), let folders = try Disk.list(out) else {
      throw Refusal(
        Diagnostic(
          code: "out.missing", "ce dossier n’est pas un dossier de sortie d’acquis",
          advice: "donner le dossier qui suit -o dans « acquis run »", file: out))
    }
    var deadlines: [Deadline] = []
    var problems: [Diagnostic] = []
    for folder in folders where folder.kind == .folder {
      let file = "\(out)/\(folder.name)/\(Admissibility.name).xml"
      do throws(Refusal) {
        guard let bytes = try Disk.read(file, named: file) else { continue }
        let admissibility = try Admissibility(xml: Schemas.read(Admissibility.name, bytes, file: file))
        let hasIntake = Disk.exists("\(out)/\(folder.name)/\(Intake.name).xml")
        deadlines += of(admissibility, dossier: folder.name, hasIntake: hasIntake)
      } catch {
        problems += error.diagnostics
      }
    }
    return (sorted(deadlines), problems)
  }
}
