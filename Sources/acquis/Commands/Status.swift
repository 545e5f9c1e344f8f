import ArgumentParser
import VAE
import XML

/// Where every dossier stands, without writing anything.
struct Status: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Dit où en est chaque dossier, sans rien écrire.")

  @OptionGroup var arguments: SessionArguments

  func run() async throws {
    var arguments = arguments
    arguments.dryRun = true
    let (results, notes) = try await arguments.run(try Pipeline.vae()).perform()
    for result in results {
      let awaited = result.row.standing.awaitedSource.map { "\tattend \($0).xml" } ?? ""
      print("\(result.id)\t\(result.row.standing.label)\(awaited)")
    }
    if attention(results, notes) { throw ExitCode.attention }
  }
}

/// The index and the report alone, for those who run the stages one at a time.
struct Index: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Écrit la page de la session et le compte rendu.")

  @OptionGroup var arguments: SessionArguments

  func run() async throws {
    var looking = arguments
    looking.dryRun = true
    let run = try looking.run(try Pipeline.vae())
    let (results, notes) = try await run.perform()
    if !arguments.dryRun { _ = try Publication.write(results, notes, of: run) }
    if attention(results, notes) { throw ExitCode.attention }
  }
}
