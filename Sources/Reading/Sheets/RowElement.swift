import Artefacts
import Schemas
import XML

/// How a row becomes the element that it stands for, in the order of the schema.
struct RowElement {
  /// What other sheets hold of it, by its place: the reminders of a request.
  let others: [String: [Element]]

  /// The element of a row; what is missing or wrong is noted in the row.
  func element(_ node: SchemaTree, _ line: inout TableLine) -> Element { element(node, at: "", &line) }

  private func element(_ node: SchemaTree, at path: String, _ line: inout TableLine) -> Element {
    var element = Element(node.name)
    for part in node.parts where !(path.isEmpty && SheetPlan.isOfTheTool(part)) {
      let place = (path.isEmpty ? "" : path + "/") + (part.isAttribute ? "@" : "") + part.name
      if part.isAttribute {
        if let value = one(part, at: place, &line) { element.attributes.append(.init(part.name, value)) }
      } else if part.form != nil {
        let values =
          part.repeats ? several(part, at: place, &line) : [one(part, at: place, &line)].compactMap { $0 }
        element.children += values.map { Element(part.name, text: $0) }
      } else if part.repeats {
        let several = others[place] ?? []
        if several.isEmpty && part.isRequired, let plan = SessionPlan.sheet(of: place, below: node) {
          line.note(
            .tableEmpty, "la feuille « \(plan.name) » n’a aucune ligne",
            advice: "y mettre au moins une ligne",
            at: line.sheet(plan.name))
        }
        element.children += several
      } else if part.isRequired || isThere(place, line) {
        element.children.append(self.element(part, at: place, &line))
      }
    }
    return element
  }

  private func isThere(_ place: String, _ line: TableLine) -> Bool {
    line.hasAnything(under: place) || others.contains { $0.key.hasPrefix(place + "/") && !$0.value.isEmpty }
  }

  private func one(_ part: SchemaTree, at place: String, _ line: inout TableLine) -> String? {
    if part.isRequired { _ = line.required(place) }
    return line.spelled(place, part)
  }

  private func several(_ part: SchemaTree, at place: String, _ line: inout TableLine) -> [String] {
    let values = line.spelledList(place, part)
    if values.isEmpty && part.isRequired { _ = line.required(place) }
    return values
  }
}
