import Artefacts
import Channel
import Language
import XML

/// What is told of the sheets, beside what they hold.
extension SessionWorkbook {
  mutating func remark(
    _ line: TableLine, code: DiagnosticCode = .tableCell, _ message: String, advice: String
  ) {
    remarks.append(Diagnostic(.warning, code: code, message, advice: advice, file: line.place))
  }

  /// Rows of nobody, and the number that was perhaps meant.
  mutating func tellOrphans(_ tied: [String: [String: TiedRows]], _ lines: [String: String]) {
    for number in tied.keys.sorted() where lines[number] == nil {
      let near = NearestName.nearest(to: number, among: lines.keys.sorted())
      for rows in (tied[number] ?? [:]).sorted(by: { $0.key < $1.key }).map(\.value) {
        problems.append(
          Diagnostic(
            code: .tableOrphan, "cette ligne porte le numéro « \(number) », qu’aucune demande ne porte",
            advice: (near.map { "est-ce « \($0) » ? " } ?? "") + "corriger le numéro", file: rows.place))
      }
    }
  }

  /// The columns of a table are told once: those that are missing, those that are not read.
  mutating func checkColumns(of table: Spreadsheet, _ plan: SheetPlan) throws(Refusal) {
    let derived = ["target/@scope", "reception/@initiatedOn"]
    let wanted = plan.columns.filter { $0.isObligatory && !derived.contains($0.path) }.map {
      ($0.path, $0.title)
    }
    let missing = ((plan.isTied ? [(SheetPlan.number, "Numéro de la demande")] : []) + wanted)
      .filter { !table.heads.contains(Spreadsheet.plain($0.0)) }
    if !missing.isEmpty {
      throw Refusal(
        Diagnostic(
          code: .tableColumns, "il manque la colonne \(French.list(missing.map { "« \($0.1) »" }))",
          advice: "l’ajouter ; « acquis new » donne un classeur qui a toutes les colonnes", file: table.file))
    }
    let hidden = table.rows.filter(\.isHidden).map { String($0.number) }
    if !hidden.isEmpty {
      remarks.append(
        Diagnostic(
          .warning, code: .tableCell,
          "des lignes masquées sont lues comme les autres : \(French.list(hidden))",
          advice: "ôter celles qui ne comptent pas", file: table.file))
    }
    let unknown = table.unknown(plan.headings)
    if !unknown.isEmpty {
      remarks.append(
        Diagnostic(
          .warning, code: .tableColumns,
          "colonnes que l’outil ne connaît pas, et n’a pas lues : \(French.list(unknown.map { "« \($0) »" }))",
          advice: "rien à faire si elles sont à vous ; sinon, corriger leur titre", file: table.file))
    }
  }

  /// The sheets that are not read, and that of the requests when it is missing: a sheet by another name is not lost unsaid.
  mutating func tellUnread(_ workbook: Workbook) {
    let plans = [SessionPlan.sheet] + SessionPlan.tables
    let known = Set(plans.flatMap { [$0.name] + $0.others }.map(Tokenizer.plain) + ["listes"])
    let unread = workbook.sheets.filter { !$0.rows.isEmpty && !known.contains(Tokenizer.plain($0.name)) }
    if session != nil
      && workbook.sheet(named: [SessionPlan.requests.name] + SessionPlan.requests.others) == nil
    {
      problems.append(
        Diagnostic(
          code: .tableEmpty, "la feuille « \(SessionPlan.requests.name) » manque : aucune demande n’est lue",
          advice: "rendre ce nom à la feuille des demandes", file: workbook.file))
    }
    if unread.isEmpty || session == nil { return }
    remarks.append(
      Diagnostic(
        .warning, code: .tableColumns,
        "feuilles que l’outil ne connaît pas, et n’a pas lues : \(French.list(unread.map { "« \($0.name) »" }))",
        advice: "rien à faire si elles sont à vous ; sinon, leur rendre leur nom", file: workbook.file))
  }

  /// The lines of the session whose title is unknown, or there twice.
  mutating func tellRubrics(of sheet: Sheet, _ plan: SheetPlan, file: String) {
    var seen: Set<String> = []
    let filled = sheet.rows.filter { $0.cells.count > 1 && !$0.cells[1].oneLine.isEmpty }
    for row in filled.dropFirst(filled.first.map { plan.headings.knows($0.cells[0]) } == false ? 1 : 0) {
      let title = row.cells[0].oneLine
      let isKnown = plan.headings.knows(title)
      if isKnown && seen.insert(plan.headings.column(title)).inserted { continue }
      let what =
        isKnown ? "est là deux fois : la première est lue" : "n’est pas une rubrique : elle n’est pas lue"
      remarks.append(
        Diagnostic(
          .warning, code: .tableColumns, "« \(title) » \(what)", advice: "corriger son titre, ou l’ôter",
          file: "\(file), ligne \(row.number)"))
    }
  }
}
