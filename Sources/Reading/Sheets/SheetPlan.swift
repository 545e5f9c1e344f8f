import Language
import Schemas

/// A sheet of the session’s workbook: of which document its rows are, where in it, and what each column holds. The columns
/// come from the schema itself: nothing that a document holds is without its cell.
package struct SheetPlan: Sendable {
  /// One column.
  package struct Column: Sendable {
    /// The place of what it holds, below the element of the row: `person/birth/@date`.
    package let path: String
    package let title: String
    let others: [String]
    package let node: SchemaTree
    /// Whether every row must fill it.
    package let isObligatory: Bool
  }

  /// The name of the sheet.
  package let name: String
  let others: [String]
  /// The path of the element that a row is; empty where the row is the document itself.
  package let place: String
  package let columns: [Column]
  package let headings: Headings
  /// The element of a row.
  package let node: SchemaTree
  /// Whether a row is tied to a request by its number.
  package let isTied: Bool

  /// The column that ties a row to its request.
  package static let number = "numero"

  /// - Parameters:
  ///   - titles: what columns are called, in the order in which they come; those that are left out come after them, under the
  ///     names of the schema.
  ///   - extra: columns that are read in a way of their own.
  init(
    _ name: String, others: [String] = [], of document: SchemaTree, at place: String = "",
    isTied: Bool = false,
    titles: [(path: String, title: String, others: [String])] = [],
    extra: [(name: String, title: String, others: [String])] = []
  ) {
    (self.name, self.others, self.place, self.isTied) = (name, others, place, isTied)
    node = document.part(place) ?? document
    let known = Dictionary(titles.map { ($0.path, $0) }) { first, _ in first }
    let rank = Dictionary(titles.enumerated().map { ($0.element.path, $0.offset) }) { first, _ in first }
    let columns = SheetPlan.leaves(of: node, at: "", under: nil, isObligatory: true).map { leaf in
      Column(
        path: leaf.path, title: known[leaf.path]?.title ?? leaf.title, others: known[leaf.path]?.others ?? [],
        node: leaf.node, isObligatory: leaf.isObligatory)
    }
    self.columns = columns.enumerated().sorted { one, other in
      (rank[one.element.path] ?? .max, one.offset) < (rank[other.element.path] ?? .max, other.offset)
    }.map(\.element)
    let key = isTied ? [(SheetPlan.number, "Numéro de la demande", SheetPlan.numberTitles)] : []
    headings = Headings(key + self.columns.map { ($0.path, $0.title, $0.others) } + extra)
  }

  /// What people call the number of a request.
  static let numberTitles = [
    "numero", "nº", "n°", "no", "numéro", "numéro de demande", "nº de la demande", "demande", "référence",
  ]

  /// What no person writes: the version of a document, and where it comes from.
  static func isOfTheTool(_ part: SchemaTree) -> Bool {
    part.isAttribute ? part.name == "version" : part.name == "provenance"
  }

  private typealias Leaf = (path: String, title: String, node: SchemaTree, isObligatory: Bool)

  /// What holds a text; what is there several times, and holds more, has a sheet of its own.
  private static func leaves(
    of node: SchemaTree, at path: String, under parent: SchemaTree?, isObligatory: Bool
  ) -> [Leaf] {
    node.parts.flatMap { part -> [Leaf] in
      let place = (path.isEmpty ? "" : path + "/") + (part.isAttribute ? "@" : "") + part.name
      if path.isEmpty && SheetPlan.isOfTheTool(part) { return [] }
      let isObligatory = isObligatory && part.isRequired
      if part.form != nil {
        let title = part.title
        let standsAlone = parent == nil || node.name == "parameters"
        let whole = standsAlone ? title : node.title + " : " + lowered(title)
        return [(place, whole, part, isObligatory)]
      }
      return part.repeats ? [] : leaves(of: part, at: place, under: node, isObligatory: isObligatory)
    }
  }

  private static func lowered(_ text: String) -> String {
    let isAcronym = text.prefix(2).allSatisfy(\.isUppercase)
    return isAcronym ? text : text.prefix(1).lowercased() + text.dropFirst()
  }
}
