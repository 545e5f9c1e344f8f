import ArgumentParser
import Exchange

/// A certification from the official export.
struct ImportRNCP: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import-rncp", abstract: "Tire certification.xml de l’export de France compétences.",
    discussion: """
      Les capacités sont proposées d’après un texte libre et marquées toCheck : une personne les vérifie, puis ajoute \
      des exemples pour que l’outil sache les reconnaître.
      """)

  @Argument(help: "L’export, .xml ou .zip.", completion: .file(extensions: ["xml", "zip"]))
  var export: String

  @Option(help: ArgumentHelp("La fiche : RNCPnnnnn.", valueName: "code"))
  var code: String

  @Option(
    name: [.short, .customLong("out")], help: ArgumentHelp("Le fichier à écrire.", valueName: "fichier"))
  var out: String

  func run() throws {
    let fiche = try RNCPFiche(code, in: export)
    let certification = try fiche.certification()
    try certification.save(as: out)
    let capacities = certification.capacities.count
    print("\(out) : \(certification.blocs.count) blocs, \(capacities) capacités à vérifier par une personne")
    Terminal.then("faire vérifier chaque capacité, ôter toCheck, ranger ce fichier dans la session")
    RegisterFiche.tellTwins(fiche)
    if !fiche.isActive { Terminal.error("attention : cette fiche est inactive d’après l’export") }
  }
}

/// What both commands say of a fiche.
enum RegisterFiche {
  /// That the export holds more than one of its code.
  static func tellTwins(_ fiche: RNCPFiche) {
    if fiche.count > 1 {
      Terminal.error(
        "attention : l’export contient plusieurs fiches \(fiche.code) ; \(fiche.isActive ? "la fiche active" : "la dernière") est retenue"
      )
    }
  }
}

/// Is it active, until when, replaced by what?
struct CertificationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certification",
    abstract: "Dit si une fiche est active, jusqu’à quand, et ce qui la remplace.")

  @Argument(help: "La fiche : RNCPnnnnn ou RSnnnn.")
  var code: String

  @Option(help: ArgumentHelp("L’export, .xml ou .zip.", valueName: "fichier"))
  var export: String

  func run() throws {
    let fiche = try RNCPFiche(code, in: export)
    RegisterFiche.tellTwins(fiche)
    print("\(fiche.code) : \(fiche.title)")
    print(fiche.isActive ? "  active, d’après l’export" : "  inactive, d’après l’export")
    print(
      "  enregistrement : \(fiche.start?.label ?? "début non dit") – \(fiche.end?.label ?? "fin non dite")")
    if let day = fiche.awardEnd { print("  délivrance possible jusqu’au \(day.label)") }
    print(
      fiche.successors.isEmpty
        ? "  aucune fiche de remplacement n’est dite"
        : "  remplacée par : \(fiche.successors.joined(separator: ", "))")
  }
}
