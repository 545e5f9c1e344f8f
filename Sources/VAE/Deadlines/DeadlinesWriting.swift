import Artefacts

extension Deadlines {
  /// For people: one line a deadline, columns apart by a tabulation.
  package static func table(_ deadlines: [SessionDeadline], asOf: Day) -> String {
    deadlines.map { deadline in
      [
        deadline.deadline.date.spelling, deadline.remaining(asOf: asOf), deadline.dossier, deadline.number,
        deadline.deadline.kind.label,
      ]
      .joined(separator: "\t") + "\n"
    }.joined()
  }

  /// For a spreadsheet: semicolons, UTF-8 with its mark, as French Excel opens it.
  package static func csv(_ deadlines: [SessionDeadline], asOf: Day) -> String {
    let heads = ["échéance", "reste", "dossier", "demande", "objet"]
    let rows = deadlines.map {
      [$0.deadline.date.spelling, $0.remaining(asOf: asOf), $0.dossier, $0.number, $0.deadline.kind.label]
    }
    return "\u{FEFF}" + ([heads] + rows).map { $0.map(cell).joined(separator: ";") + "\r\n" }.joined()
  }

  /// A cell that no spreadsheet takes for a formula.
  static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    let needsQuotes = safe.contains { ";\"\n\r,".contains($0) }
    return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }

  /// For a calendar (RFC 5545): an all-day event for each deadline. The stamp is the day of reading, so that the
  /// same inputs give the same bytes.
  package static func calendar(_ deadlines: [SessionDeadline], asOf: Day) -> String {
    func compact(_ day: Day) -> String { day.spelling.replacing("-", with: "") }
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//acquis//\(Tool.version)//FR", "CALSCALE:GREGORIAN",
    ]
    for deadline in deadlines {
      lines += [
        "BEGIN:VEVENT",
        "UID:\(escaped(deadline.number))-\(deadline.deadline.kind.rawValue)-\(compact(deadline.deadline.date))@acquis",
        "DTSTAMP:\(compact(asOf))T000000Z", "DTSTART;VALUE=DATE:\(compact(deadline.deadline.date))",
        "DTEND;VALUE=DATE:\(compact(deadline.deadline.date.next))",
        "SUMMARY:\(escaped("\(deadline.deadline.kind.label) — \(deadline.dossier) (\(deadline.number))"))",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.map { folded($0) + "\r\n" }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
  }

  /// A line of at most 75 octets; the rest goes on after a line end and a space (RFC 5545, 3.1).
  static func folded(_ line: String) -> String {
    var folded = ""
    var width = 0
    for character in line.unicodeScalars {
      let octets = UTF8.width(character)
      if width + octets > 75 {
        folded += "\r\n "
        width = 1
      }
      folded.unicodeScalars.append(character)
      width += octets
    }
    return folded
  }
}
