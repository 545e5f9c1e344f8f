import Artefacts
import Reading
import Schemas
import XML

/// The workbook of a session that is to be filled: its sheets, under each heading what is meant and an example, lists to
/// choose from, days shown as days and codes kept as they are typed.
package struct SessionModel {
  /// Rows under the headings in which a list is offered.
  private static let rows: UInt32 = 500
  /// The signs of a line of help.
  private static let widest = 80
  private var lists: [[String]] = []

  /// The bytes of the workbook.
  /// - Throws: `Refusal` when it cannot be written.
  package static func bytes() throws(Refusal) -> [UInt8] {
    var model = SessionModel()
    return try SheetFile.write { book in
      model.upright(SessionPlan.sheet, book)
      for plan in SessionPlan.tables {
        model.table(plan, book)
      }
      model.writeLists(book)
    }
  }

  // MARK: Sheets

  private mutating func upright(_ plan: SheetPlan, _ book: SheetFile) {
    book.begin(plan.name)
    book.column(0, width: 60, .plain)
    book.column(1, width: 40, .text)
    book.column(2, width: 80, .plain)
    for (column, title) in ["Rubrique", "À remplir", "Ce qu’on y met"].enumerated() {
      book.write(0, column, title, .heading)
    }
    for (index, column) in plan.columns.enumerated() {
      book.write(index + 1, 0, column.title, .plain)
      let help = SessionModel.help(column)
      book.write(index + 1, 2, help, .help)
      book.write(index + 1, 1, "", SessionModel.style(column))
      if help.count > SessionModel.widest { book.row(index + 1, height: 30) }
      offer(column, at: 1, from: index + 1, to: index + 1, book)
    }
    book.fit()
    book.freeze(rows: 1, columns: 1)
  }

  private mutating func table(_ plan: SheetPlan, _ book: SheetFile) {
    book.begin(plan.name)
    let examples = SheetExamples.cells(of: plan)
    let columns = Dictionary(plan.columns.map { ($0.path, $0) }) { first, _ in first }
    for (index, name) in plan.headings.names.enumerated() {
      let column = columns[name]
      book.column(index, width: 22, column.map(SessionModel.style) ?? .text)
      book.write(0, index, plan.headings.title(name), .heading)
      let help = column.map(SessionModel.help) ?? SessionModel.help(of: name)
      let example = examples[name] ?? (index == 0 ? SessionModel.first(plan) : nil)
      let text =
        index == 0
        ? "ex. : \(example ?? "…")"
        : [help, example.map { "Ex. \($0)" }].compactMap { $0 }.joined(separator: "\n")
      book.write(1, index, text, .help)
      if let column { offer(column, at: index, from: 2, to: Int(SessionModel.rows), book) }
    }
    book.row(0, height: 45)
    book.row(1, height: 120)
    book.freeze(rows: 2, columns: 1)
  }

  private static func first(_ plan: SheetPlan) -> String { plan.isTied ? SheetExamples.number : "…" }

  private static func help(of name: String) -> String {
    name == SheetPlan.number ? "Celui de la feuille « Demandes »" : "Une par ligne, ou séparées par |"
  }

  /// What a column is for, from the schema itself.
  private static func help(_ column: SheetPlan.Column) -> String {
    let form = column.node.form
    let isTitle = column.node.label.lowercased() == column.title.lowercased()
    let parts = [
      column.isObligatory ? "Obligatoire." : nil, isTitle ? nil : column.node.label, form.flatMap(written),
      column.node.repeats ? "Plusieurs : une par ligne, ou séparées par |" : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: " — ").replacing(
      "Obligatoire. — ", with: "Obligatoire. ")
  }

  /// How a value is written, where its title does not say it all.
  private static func written(_ form: TextForm) -> String? {
    switch form.name {
    case "day", "dayOrNone": "JJ/MM/AAAA"
    case "clock": "09:30"
    case "number": "Lettres, chiffres, tirets"
    case "identifier": "Une lettre, puis lettres et chiffres, propre à chacun : P1, J1…"
    case "siret", "rncpCode", "inseeCode", "countryCode", "blocCode", "capacityCode", "schoolClass",
      "diplomaLevel", "jobFamily":
      form.label
    default: nil
    }
  }

  private static func style(_ column: SheetPlan.Column) -> SheetFile.Style {
    switch column.node.form?.name ?? "" {
    case "day", "dayOrNone": .day
    case "count", "months", "hours", "xs:boolean": .plain
    default: .text
    }
  }

  // MARK: Lists

  private mutating func offer(
    _ column: SheetPlan.Column, at index: Int, from first: Int, to last: Int, _ book: SheetFile
  ) {
    guard let form = column.node.form, !column.node.repeats else { return }
    let values = form.name == "xs:boolean" ? ["oui", "non"] : form.values.map { Labels.label(form.name, $0) }
    // A rule has hundreds of codes: nobody chooses among them by a list.
    if values.isEmpty || values.count > 60 { return }
    if !lists.contains(values) { lists.append(values) }
    guard let list = lists.firstIndex(of: values) else { return }
    book.offer(column: index, from: first, to: last, list: list, count: values.count)
  }

  private func writeLists(_ book: SheetFile) {
    book.begin("Listes", isHidden: true)
    for (column, values) in lists.enumerated() {
      for (row, value) in values.enumerated() { book.write(row, column, value, .plain) }
    }
  }
}
