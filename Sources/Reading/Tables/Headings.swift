import Language

/// What people write above the columns of a table: each column by the name that the tool gives it, and by others.
package struct Headings: Sendable {
  private let columns: [String: String]
  /// The names of the columns, in their order.
  package let names: [String]
  /// What each column is called, by the plain form of its name.
  let titles: [String: String]

  /// - Parameter columns: the name of each, what it is called, and what else people call it.
  package init(_ columns: [(name: String, title: String, others: [String])]) {
    var all: [String: String] = [:]
    for (name, title, others) in columns {
      for heading in [name, title] + others { all[Tokenizer.plain(heading)] = Tokenizer.plain(name) }
    }
    self.columns = all
    names = columns.map(\.name)
    titles = Dictionary(columns.map { (Tokenizer.plain($0.name), $0.title) }) { first, _ in first }
  }

  /// What a column is called.
  package func title(_ name: String) -> String { titles[Tokenizer.plain(name)] ?? name }

  /// Whether a heading is one of those.
  func knows(_ heading: String) -> Bool { columns[Tokenizer.plain(heading)] != nil }

  /// The column of a heading; of one that is unknown, its own words.
  func column(_ heading: String) -> String {
    let plain = Tokenizer.plain(heading)
    return columns[plain] ?? plain
  }
}
