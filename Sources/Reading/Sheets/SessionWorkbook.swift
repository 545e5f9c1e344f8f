import Artefacts
import Channel
import Files
import Language
import Schemas
import XML

/// What the sheets of a workbook say of a session and of its requests.
package struct SessionWorkbook {
  /// A request as its rows say it, or what is wrong with them.
  package struct Row: Sendable {
    package let number: String
    /// The file, the sheet and the line.
    package let place: String
    package let request: Result<Request, Refusal>
  }

  /// The names under which a session’s workbook is looked for.
  package static let names = ["session.xlsx", "session.ods"]

  /// The name of the workbook of a session; nil when it has none.
  /// - Throws: `Refusal` when the session is there twice.
  package static func file(in folder: String) throws(Refusal) -> String? {
    let books = (names + [Session.name + ".xml"]).filter { Disk.exists("\(folder)/\($0)") }
    let there = books + (try SessionTables.heads(in: folder))
    if there.count > 1 {
      throw Refusal(
        Diagnostic(
          code: .sessionTwice, "la session est là deux fois : \(French.list(there))",
          advice: "n’en garder qu’une", file: folder))
    }
    return there.first.flatMap { $0.hasSuffix(".xml") ? nil : $0 }
  }

  /// The workbook of a session, or its sheets as tables of text; nil when it is written in XML.
  /// - Throws: `Refusal` when the session is there twice, or cannot be read.
  package static func open(in folder: String) throws(Refusal) -> SessionWorkbook? {
    guard let file = try file(in: folder) else { return nil }
    if names.contains(file) { return try SessionWorkbook(Workbook("\(folder)/\(file)", named: file)) }
    return try SessionWorkbook(SessionTables.workbook(in: folder))
  }

  /// As a person names it.
  package let file: String
  /// Nil when the workbook has no such sheet.
  package private(set) var session: Result<Element, Refusal>?
  package private(set) var requests: [Row] = []
  /// The requests whose day of beginning is not written.
  private var undated: [String] = []
  /// What belongs to no request.
  package internal(set) var problems: [Diagnostic] = []
  /// Worth knowing.
  package internal(set) var remarks: [Diagnostic] = []

  /// - Parameters:
  ///   - workbook: the workbook, or the table of the requests.
  ///   - experiences: the table of the experiences, when it is a file of its own.
  /// - Throws: `Refusal` when a sheet lacks what none of its rows can do without.
  package init(_ workbook: Workbook, experiences: Workbook? = nil) throws(Refusal) {
    file = workbook.file
    try readSession(workbook)
    var tied: [String: [String: TiedRows]] = [:]
    for plan in SessionPlan.ofRequest {
      let isApart = plan.place == "experience" ? experiences : nil
      let table = try (isApart ?? workbook).table(
        named: [plan.name] + plan.others, orFirst: isApart != nil, headings: plan.headings)
      guard let table else { continue }
      try checkColumns(of: table, plan)
      for (number, rows) in TiedRows.all(of: table, plan, &problems) {
        tied[number, default: [:]][plan.place] = rows
      }
    }
    try readRequests(workbook, tied)
    tellUnread(workbook)
  }

  // MARK: The session

  private mutating func readSession(_ workbook: Workbook) throws(Refusal) {
    let plan = SessionPlan.sheet
    guard let sheet = workbook.sheet(named: [plan.name]) else { return }
    let known = sheet.rows.filter { plan.headings.knows($0.cells.first ?? "") }
    tellRubrics(of: sheet, plan, file: sheet.place(in: workbook.file))
    var line = TableLine(
      file: sheet.place(in: workbook.file), number: nil, titles: plan.headings.titles,
      cells: Dictionary(
        known.map { (plan.headings.column($0.cells[0]), $0.cells.count > 1 ? $0.cells[1] : "") }
      ) { first, _ in first },
      lines: Dictionary(known.map { (plan.headings.column($0.cells[0]), $0.number) }) { first, _ in first })
    var others: [String: [Element]] = [:]
    var wrong: [Diagnostic] = []
    for plan in SessionPlan.ofSession {
      guard let table = try workbook.table(named: [plan.name], headings: plan.headings) else { continue }
      try checkColumns(of: table, plan)
      for index in table.rows.indices {
        var line = TableLine(table, index)
        if line.isEmpty || line.isHelp { continue }
        others[plan.place, default: []].append(RowElement(others: [:]).element(plan.node, &line))
        wrong += line.problems
      }
    }
    let element = RowElement(others: others).element(plan.node, &line)
    wrong += line.problems
    session = SessionWorkbook.document(element, file: line.place, wrong)
  }

  // MARK: The requests

  private mutating func readRequests(
    _ workbook: Workbook, _ tied: [String: [String: TiedRows]]
  ) throws(Refusal) {
    let plan = SessionPlan.requests
    let hasSession = session != nil
    guard
      let table = try workbook.table(
        named: [plan.name] + plan.others, orFirst: !hasSession, headings: plan.headings)
    else { return }
    try checkColumns(of: table, plan)
    var lines: [String: String] = [:]
    for index in table.rows.indices {
      var line = TableLine(table, index)
      if line.isEmpty || line.isHelp { continue }
      guard let number = line.text("@number") else {
        line.note(
          .tableCell, "cette ligne n’a pas de numéro de demande : elle n’est pas lue",
          advice: "lui donner un numéro, ou l’ôter si c’est un total ou une note")
        problems += line.problems
        continue
      }
      if SessionWorkbook.isNote(line) {
        line.note(
          .tableCell, "cette ligne n’a ni nom, ni prénom, ni date de naissance : elle n’est pas lue",
          advice: "la remplir, ou l’ôter si c’est un total ou une note")
        problems += line.problems
        continue
      }
      if let other = lines.updateValue(line.place, forKey: number) {
        line.note(
          "@number", "« \(number) » est déjà là (\(other))", advice: "donner à chaque demande son numéro")
      }
      requests.append(row(number, &line, tied[number] ?? [:], plan))
    }
    tellOrphans(tied, lines)
    if undated.isEmpty { return }
    remarks.append(
      Diagnostic(
        .warning, code: .tableCell,
        "« Engagée le » est vide : pris au jour de la réception (\(French.list(undated)))",
        advice: "l’écrire là où le parcours a été engagé un autre jour", file: table.file))
  }

  /// A total, or a remark: nothing of a person is there.
  private static func isNote(_ line: TableLine) -> Bool {
    ["person/birthName", "person/firstName", "person/birth/@date"].allSatisfy { line.text($0) == nil }
  }

  private mutating func row(
    _ number: String, _ line: inout TableLine, _ tied: [String: TiedRows], _ plan: SheetPlan
  ) -> Row {
    line.fill("target/@scope", line.text("target/bloc") == nil ? "whole" : "blocs")
    if line.text("reception/@initiatedOn") == nil, let received = line.text("reception/@receivedOn") {
      line.fill("reception/@initiatedOn", received)
      undated.append(number)
    }
    if tied["experience"] == nil {
      remark(
        line, code: .tableOrphan, "la demande « \(number) » n’a aucune ligne d’expérience",
        advice: "vérifier son numéro dans la feuille des expériences")
    }
    if line.list("person/firstName").contains(where: { $0.contains { ",;/".contains($0) } }) {
      line.note("person/firstName", "les prénoms ne sont pas séparés par |", advice: "écrire Camille|Lou")
    }
    var others = tied.mapValues(\.elements)
    others["attachment", default: []] += attachments(&line)
    let element = RowElement(others: others).element(plan.node, &line)
    let wrong = line.problems + tied.sorted { $0.key < $1.key }.flatMap(\.value.problems)
    let document = SessionWorkbook.document(element, file: line.place, wrong)
    let request = document.flatMap { element in
      Result { () throws(Refusal) in try Request(xml: element) }
    }
    guard case .success(let read) = request else {
      return Row(number: number, place: line.place, request: request)
    }
    let odd = PlainSense.oddities(of: read)
    remarks += odd.map {
      Diagnostic(.warning, code: .tableCell, $0.message, advice: $0.advice, file: line.place)
    }
    return Row(number: number, place: line.place, request: request)
  }

  /// The pieces that one cell lists.
  private func attachments(_ line: inout TableLine) -> [Element] {
    var attachments: [Element] = []
    for text in line.list(SessionPlan.pieces) {
      guard let kind = line.value(text, SessionPlan.pieces, type: AttachmentKind.self) else { continue }
      attachments.append(Attachment(kind: kind, title: kind.label).xml)
    }
    return attachments
  }

  /// The document, once its schema has had the last word.
  private static func document(
    _ element: Element, file: String, _ wrong: [Diagnostic]
  ) -> Result<Element, Refusal> {
    if !wrong.isEmpty { return .failure(Refusal(wrong)) }
    do throws(Refusal) {
      return .success(
        try Schemas.read(element.name, element.document(namespace: Schemas.namespace), file: file))
    } catch {
      return .failure(
        Refusal(
          Diagnostic(
            code: .tableCell, "ces cellules ne vont pas ensemble : \(SessionWorkbook.plain(error))",
            advice: "comparer avec une ligne qui est lue", file: file)))
    }
  }

  /// What a schema says, without the words of its library.
  private static func plain(_ refusal: Refusal) -> String {
    let first = refusal.diagnostics.first?.message ?? ""
    return String(first[..<(first.firstRange(of: " — libxml2")?.lowerBound ?? first.endIndex)])
  }
}
