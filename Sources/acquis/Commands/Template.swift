import ArgumentParser
import Files
import Glibc
import Schemas
import VAE

/// Writes out a model for people to fill or adapt.
struct Template: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Donne un modèle de document, à adapter.",
    discussion: "Le modèle va sur la sortie standard : acquis template session.xml > session.xml")

  @Argument(help: "Le document : \(Templates.names.joined(separator: ", ")).")
  var name: String

  func run() throws {
    guard let bytes = try Templates.model(name) else {
      throw ValidationError(
        "aucun modèle de ce nom ; il y a : \(Templates.names.joined(separator: ", "))")
    }
    Terminal.give(bytes)
  }
}

/// Writes the XSDs as files, for other tools.
struct SchemasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schemas", abstract: "Écrit les schémas XSD dans un dossier.")

  @Option(
    name: [.short, .customLong("out")], help: ArgumentHelp("Le dossier où les écrire.", valueName: "dossier"))
  var out: String

  func run() throws {
    let folder = SessionArguments.folder(out)
    try Disk.makeFolder(folder)
    for file in Schemas.files { try Disk.replace(folder + "/" + file.name, with: file.bytes) }
  }
}
