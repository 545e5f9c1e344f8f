import ArgumentParser
import Artefacts
import VAE

/// What is due, overdue, lapsing or silently accepted, soonest first.
struct DeadlinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadlines", abstract: "Liste les échéances des demandes, la plus proche d’abord.",
    discussion: "Sort avec 1 quand une échéance est dépassée : acquis deadlines resultats --as-of $(date -I)")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table = "tableau"
    case csv
    case calendar = "ics"
  }

  @Argument(help: "Le dossier de sortie d’une session.", completion: .directory)
  var out: String

  @Option(
    name: .customLong("as-of"), help: ArgumentHelp("Le jour où l’on regarde, JJ/MM/AAAA.", valueName: "date"))
  var asOf: Day

  @Option(help: ArgumentHelp("tableau, csv (tableur) ou ics (agenda).", valueName: "format"))
  var format: Format = .table

  func run() throws {
    let (deadlines, problems) = try Deadlines.read(SessionArguments.folder(out))
    Terminal.tell(problems)
    switch format {
    case .table: print(Deadlines.table(deadlines, asOf: asOf), terminator: "")
    case .csv: print(Deadlines.csv(deadlines, asOf: asOf), terminator: "")
    case .calendar: print(Deadlines.calendar(deadlines, asOf: asOf), terminator: "")
    }
    if !problems.isEmpty || deadlines.contains(where: { $0.isOverdue(asOf: asOf) }) {
      throw ExitCode.attention
    }
  }
}
