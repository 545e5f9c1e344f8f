import ArgumentParser
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
        guard let bytes = try Disk.read(file, named: file) else {
          throw Refusal(
            Diagnostic(
              code: "disk.missing", "le fichier n’existe pas", advice: "vérifier le chemin", file: file))
        }
        let root = try Schemas.all.get().read(bytes, file: file)
        try Documents.check(root, file: file)
        print("\(file) : conforme (\(root.name))")
      } catch {
        failed = true
        Terminal.tell(error.diagnostics)
      }
    }
    if failed { throw ExitCode.attention }
  }
}
