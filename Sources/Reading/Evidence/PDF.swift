import Artefacts
import Files
import XML

/// What poppler says of a PDF, and what its text seems to hold.
enum PDF {
  /// - Parameter scan: what its bytes say without being understood.
  static func look(into file: inout StoredFile, scan: DangerScan, path: String) async {
    let real = Disk.real(path)
    switch await ForeignPrograms.run("pdfinfo", ["-isodates", real]) {
    case .failed: return file.note(.unexamined)
    case .stopped: return file.note(.stopped)
    case .done(let bytes, let isSound):
      let facts = Facts(String(decoding: bytes, as: UTF8.self))
      if !isSound { return await refused(&file, real) }
      read(facts, into: &file)
      if facts["Form"] == "XFA" { await form(&file, real) }
    }
    if file.problems.contains(where: { $0.kind == .encrypted }) { return }
    if scan.hidesNames { await plain(&file, real) }
    if scan.mayHoldFiles { await attachments(&file, real) }
    switch await ForeignPrograms.run("pdftotext", ["-q", real, "-"]) {
    case .failed: file.note(.unexamined)
    case .stopped: file.note(.stopped)
    case .done(let bytes, _): text(String(decoding: bytes, as: UTF8.self), into: &file)
    }
  }

  /// `Key: value` lines.
  private struct Facts {
    private var values: [String: String] = [:]

    init(_ text: String) {
      for line in text.split(separator: "\n") {
        guard let colon = line.firstIndex(of: ":") else { continue }
        values[String(line[..<colon])] = String(line[line.index(after: colon)...]).collapsed
      }
    }

    subscript(key: String) -> String? { values[key] }
  }

  private static func read(_ facts: Facts, into file: inout StoredFile) {
    file.pages = facts["Pages"].flatMap { Int($0) }.map { min($0, 1_000_000) }
    if file.pages == nil || file.pages == 0 || facts["Page size"]?.hasPrefix("0 x 0") == true {
      file.note(.truncated)
    }
    file.stated = facts["CreationDate"].flatMap { Day(spelling: String($0.prefix(10))) }
    if facts["JavaScript"] == "yes" { file.note(.activeContent) }
    if let turned = facts["Page rot"], turned != "0" { file.note(.rotated) }
  }

  /// pdfinfo gave up: a password, or no PDF inside.
  private static func refused(_ file: inout StoredFile, _ path: String) async {
    switch await ForeignPrograms.run("qpdf", ["--requires-password", path]) {
    case .done(_, isSound: true): file.note(.encrypted)
    case .done: file.note(.truncated)
    case .failed: file.note(.unexamined)
    case .stopped: file.note(.stopped)
    }
  }

  /// Names that a PDF compresses or spells in code, written out by qpdf.
  private static func plain(_ file: inout StoredFile, _ path: String) async {
    let arguments = ["--qdf", "--object-streams=disable", "--stream-data=preserve", path, "-"]
    switch await ForeignPrograms.run("qpdf", arguments, most: 64 << 20) {
    case .done(let bytes, _):
      if DangerScan.holds(DangerScan.actions, bytes[...]) { file.note(.activeContent) }
      if DangerScan.holds(DangerScan.calls, bytes[...]) { file.note(.external) }
    case .failed: file.note(.unexamined)
    case .stopped: file.note(.stopped)
    }
  }

  private static func attachments(_ file: inout StoredFile, _ path: String) async {
    switch await ForeignPrograms.run("pdfdetach", ["-list", path]) {
    case .done(let bytes, _):
      let text = String(decoding: bytes, as: UTF8.self)
      if !text.isEmpty && !text.hasPrefix("0 embedded") { file.note(.embeddedFiles) }
    case .failed: file.note(.unexamined)
    case .stopped: file.note(.stopped)
    }
  }

  private static func text(_ text: String, into file: inout StoredFile) {
    if !text.contains(where: \.isLetter) { file.note(.noText) }
    // A form feed ends each page.
    for (index, page) in text.split(separator: "\u{0C}", omittingEmptySubsequences: false).enumerated() {
      file.sensitive += Sensitivity.find(in: String(page), page: index + 1)
    }
  }

  /// The `datasets` packet of an XFA form: what was typed in it, which its page may not show.
  private static func form(_ file: inout StoredFile, _ path: String) async {
    file.note(.waitingPage)
    let arguments = ["--qdf", "--object-streams=disable", path, "-"]
    let ran = await ForeignPrograms.run("qpdf", arguments, most: 32 << 20)
    guard case .done(let bytes, _) = ran else {
      if case .failed = ran { file.note(.unexamined) }
      return
    }
    guard
      let start = bytes.firstRange(of: Array("<xfa:datasets".utf8))?.lowerBound,
      let end = bytes[start...].firstRange(of: Array("</xfa:datasets".utf8))?.upperBound,
      let close = bytes[end...].firstIndex(of: UInt8(ascii: ">")),
      let data = try? Element(foreign: Array(bytes[start...close]))
    else { return }
    file.fields = fields(of: data, below: "").prefix(mostFields).map { $0 }
  }

  private static let mostFields = 500

  private static func fields(of element: Element, below path: String) -> [FormField] {
    let text = element.text.collapsed
    if !text.isEmpty && !path.isEmpty {
      return [FormField(name: String(path.prefix(300)), value: String(text.prefix(500)))]
    }
    return element.children.filter { !$0.name.isEmpty }.flatMap { child in
      fields(of: child, below: path.isEmpty ? child.name : path + "." + child.name)
    }
  }
}
