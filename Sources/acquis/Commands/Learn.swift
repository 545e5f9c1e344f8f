import ArgumentParser
import Artefacts
import Files
import Language

/// Learns a certification’s examples.
struct Learn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Apprend les exemples d’une certification.",
    discussion: """
      Une certification à soi est apprise à chaque chargement, en une seconde : cette commande sert à mesurer, et à \
      préparer ce qui est livré avec l’outil.
      """)

  @Argument(help: "Le document certification.xml.", completion: .file(extensions: ["xml"]))
  var certification: String

  @Option(
    name: [.short, .customLong("out")], help: ArgumentHelp("Le fichier à écrire.", valueName: "fichier"))
  var out: String

  func run() throws {
    let certification = try Certification.read(certification)
    let bytes = Knowledge.learn(certification)
    try Disk.replace(Disk.straight(out), with: bytes)
    print("\(certification.examples.count) exemples appris, \(bytes.count / 1024) Kio")
  }
}
