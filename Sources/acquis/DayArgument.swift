import ArgumentParser
import Artefacts

/// A day on the command line, `JJ/MM/AAAA` or `AAAA-MM-JJ`, of a year that a document of ours can hold.
extension Day: ExpressibleByArgument {
  /// Nil when the argument is no such day.
  public init?(argument: String) {
    guard let day = Day(written: argument), (1900...2199).contains(day.year) else { return nil }
    self = day
  }
}
