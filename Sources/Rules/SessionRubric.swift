import Artefacts
import Schemas

/// The parts of a session by the names that people know them under: those of the schema, and so of the workbook.
enum SessionRubric {
  private static let tree = SchemaTree.document(Session.name)

  /// A parameter of the centre, between quotation marks.
  static func parameter(_ name: String) -> String {
    let label = tree.part("parameters/@" + name)?.label ?? name
    return "« \(label[..<(label.firstRange(of: " ;")?.lowerBound ?? label.endIndex)]) »"
  }

  /// What to do where a parameter is not set.
  static func set(_ names: String...) -> String {
    "Renseigner \(French.list(names.map(parameter))) dans la session."
  }
}
