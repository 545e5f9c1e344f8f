import Schemas

/// The parts of a session by the names that people know them under: those of the schema, and so of the workbook.
package enum SessionRubric {
  private static let tree = SchemaTree.document(Session.name)

  /// A parameter of the centre, between quotation marks.
  package static func parameter(_ name: String) -> String {
    "« \(tree.part("parameters/@" + name)?.title ?? name) »"
  }

  /// What to do where a parameter is not set.
  package static func set(_ names: String...) -> String {
    "Renseigner \(French.list(names.map(parameter))) dans la session."
  }
}
