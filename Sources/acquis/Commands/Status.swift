import ArgumentParser
import Engine
import VAE

/// Where every dossier stands, without writing anything.
struct Status: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Dit où en est chaque dossier, sans rien écrire.")

  @OptionGroup var arguments: SessionArguments

  func run() async throws {
    let results = try await arguments.run(try Pipeline.vae()).perform()
    Terminal.tell(results.toDo)
    for result in results.dossiers {
      let awaited = result.summary.awaitedInWords.map { "\t\($0)" } ?? ""
      let due = result.summary.dueInWords.map { "\t\($0)" } ?? ""
      print("\(result.id)\t\(result.summary.standing.label)\(awaited)\(due)")
    }
    try results.end(asking: results.tellWhatAsksForAPerson())
  }
}

/// The index and the report alone, for those who run the stages one at a time.
struct Index: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Écrit la page de la session et le compte rendu.")

  @OptionGroup var arguments: SessionArguments
  @OptionGroup var reservation: Reservation

  func run() async throws {
    if !arguments.only.isEmpty {
      throw ValidationError("l’index est celui de toute la session : sans --only")
    }
    let run = try arguments.run(try Pipeline.vae())
    let lock = try reservation.output(run.out)
    defer { lock.release() }
    let results = try await run.perform()
    _ = try Publication.write(results, of: run)
    try results.end(asking: results.tellWhatAsksForAPerson())
  }
}
