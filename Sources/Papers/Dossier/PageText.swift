import Language

/// The text of printed pages as blocks: a PDF says where letters stand, and not what is a title or a paragraph.
struct PageText {
  private(set) var blocks: [OfficeText.Block] = []
  private var paragraph = ""
  private var last = ""

  /// A line at least this long, compared with the longest, may go on in the next.
  private static let wrapped = 0.75

  /// - Parameter pages: the lines of each page, from top to bottom.
  init(_ pages: [String]) {
    let lines = pages.flatMap { page in
      page.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { String($0).oneLine } + [
        ""
      ]
    }
    let longest = lines.map(\.count).max() ?? 0
    for line in lines where !PageText.isNumber(line) {
      let goesOn =
        !last.isEmpty && !line.isEmpty && Double(last.count) >= Double(longest) * PageText.wrapped
        && !PageText.stands(line) && (!PageText.stands(last) || PageText.isBox(last))
      if !goesOn { close() }
      paragraph += (paragraph.isEmpty ? "" : " ") + line
      last = line
    }
    close()
  }

  private mutating func close() {
    if !paragraph.isEmpty { blocks.append(.paragraph(paragraph)) }
    paragraph = ""
  }

  /// A line that is a block of its own: a heading, `label : value`, an item, a box.
  private static func stands(_ line: String) -> Bool {
    if TranscriptHeading(line, isHeading: false) != nil { return true }
    if let first = line.first, "•–-▪◦☒☐☑●".contains(first) { return true }
    guard let colon = line.firstIndex(of: ":") else { return false }
    return TranscriptField(String(line[..<colon])) != nil
  }

  /// A box, whose words may go on in the next line.
  private static func isBox(_ line: String) -> Bool { line.first.map { "☒☐☑".contains($0) } ?? false }

  /// The number of a page: `3`, `3/12`, `Page 3 sur 12`.
  private static func isNumber(_ line: String) -> Bool {
    line.firstMatch(of: /^(?:page )?\d{1,3}(?: ?(?:\/|sur) ?\d{1,3})?$/.ignoresCase()) != nil
  }
}
