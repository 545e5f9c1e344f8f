internal import CLibXML2

/// Reads a very large document one record at a time, in the memory of one record. A DOCTYPE is refused; no network, no
/// entity; what is not wanted is stepped over without being kept.
public final class RecordStream {
  private let record: String
  private let skipped: Set<String>
  private let next: () -> [UInt8]

  /// - Parameters:
  ///   - record: the name of the elements wanted, children of the root.
  ///   - skipped: parts of a record that are not kept.
  ///   - next: the next bytes; empty at the end.
  public init(record: String, skipping skipped: Set<String> = [], next: @escaping () -> [UInt8]) {
    (self.record, self.skipped, self.next) = (record, skipped, next)
  }

  /// The records whose child of that name holds that text; the others are stepped over.
  /// - Throws: `Refusal` when the document is not well-formed, has a DOCTYPE, or a record beyond the limits.
  public func all(where key: String, is wanted: String) throws(Refusal) -> [Element] {
    var pending = next()
    while Prolog.scan(pending[...]) == .unfinished, pending.count < RecordStream.mostProlog {
      let more = next()
      if more.isEmpty { break }
      pending += more
    }
    if Prolog.scan(pending[...]) == .doctype { throw Refusal(Prolog.refused(in: pending[...])) }
    let search = RecordSearch(record: record, skipped: skipped, key: key, wanted: wanted)
    let parser = try Parser(search, limits: RecordSearch.limits, isForeign: true)
    var rest = pending[...]
    do throws(Refusal) {
      try parser.run(nil) {
        if rest.isEmpty { rest = next()[...] }
        defer { rest = rest.dropFirst(Parser.chunk) }
        return rest.prefix(Parser.chunk)
      }
    } catch {
      throw Refusal(
        error.diagnostics.map { problem in
          var told = problem
          if told.advice == nil || told.code != .xmlDoctype {
            told.advice = "télécharger l’export de nouveau"
          }
          return told
        })
    }
    return search.found
  }

  private static let mostProlog = 1 << 20
}

/// Looks for one record among the children of the root, and builds no other further than its key.
private final class RecordSearch: ParseEvents {
  private let record: String
  private let skipped: Set<String>
  private let key: String
  private let wanted: String
  private(set) var found: [Element] = []
  private var depth = 0
  /// The record under way, from its start tag; nil between records, and once it is known not to be the one.
  private var builder: Builder?
  private var isWanted = false
  /// The depth of a part that is not kept.
  private var skippedDepth: Int?

  /// Of one record, generously.
  static let limits: Limits = {
    var limits = Limits.foreign
    limits.depth = 34
    limits.elements = 200_000
    limits.textBytes = 4 << 20
    return limits
  }()

  init(record: String, skipped: Set<String>, key: String, wanted: String) {
    (self.record, self.skipped, self.key, self.wanted) = (record, skipped, key, wanted)
  }

  /// Two records of one code are told; of a thousand, no more is said.
  var isDone: Bool { found.count >= 9 }

  func start(
    _ name: UnsafePointer<xmlChar>, attributes: () throws(Refusal) -> [Element.Attribute], line: Int
  ) throws(Refusal) {
    defer { depth += 1 }
    if depth == 1, xmlStrEqual(name, record) == 1 {
      builder = Builder(limits: RecordSearch.limits)
      isWanted = false
    }
    guard let builder, skippedDepth == nil else { return }
    if depth == 2, !skipped.isEmpty, skipped.contains(String(cString: name)) {
      skippedDepth = depth
      return
    }
    try builder.start(String(cString: name), attributes: [], line: line)
  }

  func append(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) throws(Refusal) {
    if skippedDepth == nil { try builder?.append(bytes, line: line) }
  }

  func end(line: Int) throws(Refusal) {
    depth -= 1
    if let skipping = skippedDepth {
      if depth == skipping { skippedDepth = nil }
      return
    }
    guard let builder else { return }
    let closed = try builder.close(line: line)
    if depth == 2, closed?.name == key {
      isWanted = closed?.text.split { $0.isWhitespace }.joined(separator: " ") == wanted
      // The one read until then is none of ours: nothing of the rest is kept.
      if !isWanted { self.builder = nil }
    }
    if depth == 1 {
      if isWanted, let root = builder.root { found.append(root) }
      self.builder = nil
    }
  }

  func path(naming element: String?) -> String { "/" }
}
