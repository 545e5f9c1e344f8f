import ArgumentParser
import Artefacts
import Files
import Language
import Reading
import Schemas
import VAE
import XML

/// Says whether documents follow their schema, whatever they are.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Contrôle des documents XML un à un.",
    discussion: "Chaque fichier est reconnu à son élément racine.")

  @Argument(help: "Les fichiers à contrôler.", completion: .file(extensions: ["xml"]))
  var files: [String]

  func run() throws {
    var failed = false
    for file in files {
      do throws(Refusal) {
        try Check.refuseOther(file)
        let bytes = try Disk.existing(file)
        let root = try Schemas.read(bytes, file: file)
        try DocumentCheck.check(root, file: file)
        print("\(file) : conforme (\(root.name))")
        if root.name == Certification.name { tellConfusions(try Certification.read(file)) }
      } catch {
        failed = true
        Terminal.tell(error.diagnostics)
      }
    }
    if failed { throw ExitCode.attention }
  }

  /// What is no XML is checked by a run, or not at all.
  private static func refuseOther(_ file: String) throws(Refusal) {
    let isPaper = [".docx", ".odt", ".pdf"].contains { file.lowercased().hasSuffix($0) }
    guard isPaper || Workbook.isOne(file), Disk.exists(file) else { return }
    throw Refusal(
      Diagnostic(
        code: .xmlUnknown, "ce n’est pas un document XML : cette commande ne contrôle que ceux-là",
        advice:
          "« acquis run --dry-run » contrôle le classeur et les dossiers d’une session sans rien écrire",
        file: file))
  }

  /// Which capacities the examples do not tell apart well, and by which texts.
  private func tellConfusions(_ certification: Certification) {
    guard !certification.examples.isEmpty else {
      return print("  aucun exemple : rien ne sera proposé pour les situations")
    }
    let evaluation = Knowledge.crossValidation(certification)
    print(
      "  \(certification.examples.count) exemples ; appris sur les uns, mesurés sur les autres : première proposition juste "
        + "\(Figures.percent(evaluation.top1)), fausses alertes \(Figures.percent(evaluation.falseAlarms))")
    for each in Knowledge.confusions(certification).prefix(8) {
      let (from, to) = (
        each.label == "—" ? "aucune" : each.label, each.proposed == "—" ? "rien" : each.proposed
      )
      print("  \(from) prise pour \(to) : \(each.texts.count) exemples")
      for text in each.texts.prefix(2) { print("    « \(text) »") }
    }
  }
}
