import ArgumentParser
import Engine

/// A stage alone: what earlier stages wrote is read from the output folder.
protocol StageCommand: AsyncParsableCommand {
  var arguments: SessionArguments { get }
  var writing: WritingArguments { get }
  static var stage: String { get }
}

extension StageCommand {
  static func configure(_ abstract: String) -> CommandConfiguration {
    CommandConfiguration(commandName: stage, abstract: abstract)
  }

  func run() async throws {
    let run = try arguments.run(try Pipeline.vae(), only: Self.stage, writing: writing)
    let lock = try writing.reserve(run)
    defer { lock?.release() }
    try await run.perform().end()
  }
}

enum StageCommands {
  static let all: [any ParsableCommand.Type] = [
    AdmissibilityStage.self, DossierStage.self, InventoryStage.self, IntakeStage.self, MappingStage.self,
    GuideStage.self, ExhibitsStage.self, InterviewStage.self, DeliberationStage.self, DeadlinesStage.self,
    ExtractStage.self, JuryStage.self, LetterStage.self, Index.self,
  ]
}

struct AdmissibilityStage: StageCommand {
  static let stage = "admissibility"
  static let configuration = configure("Examine la recevabilité des demandes.")
  @OptionGroup var arguments: SessionArguments
  @OptionGroup var writing: WritingArguments
}

struct DossierStage: StageCommand {
  static let stage = "dossier"
  static let configuration = configure("Lit les dossiers de preuves (XML, Word ou OpenDocument).")
  @OptionGroup var arguments: SessionArguments
  @OptionGroup var writing: WritingArguments
}

struct InventoryStage: StageCommand {
  static let stage = "inventory"
  static let configuration = configure("Fait l’inventaire des fichiers déposés.")
  @OptionGroup var arguments: SessionArguments
  @OptionGroup var writing: WritingArguments
}

struct IntakeStage: StageCommand {
  static let stage = "intake"
  static let configuration = configure("Contrôle les dossiers de preuves reçus.")
  @OptionGroup var arguments: SessionArguments
  @OptionGroup var writing: WritingArguments
}

struct MappingStage: StageCommand {
  static let stage = "mapping"
  static let configuration = configure("Rapproche les situations des capacités.")
  @OptionGroup var arguments: SessionArguments
  @OptionGroup var writing: WritingArguments
}

struct GuideStage: StageCommand {
  static let stage = "guide"
  static let configuration = configure("Prépare les guides d’entretien.")
  @OptionGroup var arguments: SessionArguments
  @OptionGroup var writing: WritingArguments
}

struct ExhibitsStage: StageCommand {
  static let stage = "exhibits"
  static let configuration = configure(
    "Retient les pièces que la commission et le jury avaient sous les yeux.")
  @OptionGroup var arguments: SessionArguments
  @OptionGroup var writing: WritingArguments
}

struct DeadlinesStage: StageCommand {
  static let stage = "deadlines"
  // `deadlines` alone lists those of a whole session.
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Relève les échéances de chaque dossier.")
  @OptionGroup var arguments: SessionArguments
  @OptionGroup var writing: WritingArguments
}

struct InterviewStage: StageCommand {
  static let stage = "interview"
  static let configuration = configure("Consigne les entretiens de validation.")
  @OptionGroup var arguments: SessionArguments
  @OptionGroup var writing: WritingArguments
}

struct DeliberationStage: StageCommand {
  static let stage = "deliberation"
  static let configuration = configure("Prépare le récapitulatif et consigne la décision du jury.")
  @OptionGroup var arguments: SessionArguments
  @OptionGroup var writing: WritingArguments
}

struct LetterStage: StageCommand {
  static let stage = "letter"
  static let configuration = configure("Écrit les lettres de résultat et les attestations de bloc (HTML).")
  @OptionGroup var arguments: SessionArguments
  @OptionGroup var writing: WritingArguments
}

struct ExtractStage: StageCommand {
  static let stage = "extract"
  static let configuration = configure("Écrit l’extrait de l’entretien que le candidat peut demander (HTML).")
  @OptionGroup var arguments: SessionArguments
  @OptionGroup var writing: WritingArguments
}

struct JuryStage: StageCommand {
  static let stage = "jury"
  static let configuration = configure("Écrit les dossiers du jury (HTML).")
  @OptionGroup var arguments: SessionArguments
  @OptionGroup var writing: WritingArguments
}
