internal import CLibXML2

/// Reads a very large document one record at a time, in the memory of one record: a pull reader over chunks of bytes.
/// A DOCTYPE stops the reading; no network, no entity.
public final class RecordStream {
  private let reader: xmlTextReaderPtr
  private let source: Source
  private let record: String
  private let skipped: Set<String>

  /// - Parameters:
  ///   - record: the name of the elements wanted, children of the root.
  ///   - skipped: parts of a record that are not kept.
  ///   - next: the next bytes; empty at the end.
  /// - Throws: `Refusal` when the reader cannot start.
  public init(
    record: String, skipping skipped: Set<String> = [], next: @escaping () -> [UInt8]
  ) throws(Refusal) {
    _ = Library.ready
    source = Source(next)
    (self.record, self.skipped) = (record, skipped)
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue | XML_PARSE_BIG_LINES.rawValue
    let pointer = xmlReaderForIO(
      Source.read, nil, Unmanaged.passUnretained(source).toOpaque(), nil, nil, Int32(options))
    guard let pointer else {
      throw Refusal(Diagnostic(code: .xmlMemory, "libxml2 n’a pas pu lire le fichier"))
    }
    reader = pointer
    xmlTextReaderSetErrorHandler(reader, { _, _, _, _ in }, nil)
  }

  deinit { xmlFreeTextReader(reader) }

  /// The first record whose child of that name holds that text; the others are stepped over.
  /// - Throws: `Refusal` when the document is not well-formed, has a DOCTYPE, or a record beyond the limits.
  public func first(where key: String, is wanted: String) throws(Refusal) -> Element? {
    while try advance() {
      if isStart(record, depth: 1), let found = try take(key, wanted) { return found }
    }
    return nil
  }

  private func take(_ key: String, _ wanted: String) throws(Refusal) -> Element? {
    if xmlTextReaderIsEmptyElement(reader) == 1 { return nil }
    var found = Element(record, line: line)
    var isWanted = false
    var hasNext = try advance()
    while hasNext {
      if xmlTextReaderDepth(reader) == 1 { break }
      guard isElement else {
        hasNext = try advance()
        continue
      }
      let name = self.name
      if skipped.contains(name) || (!isWanted && !found.children.isEmpty && found.first(key) != nil) {
        hasNext = try step()
        continue
      }
      found.children.append(try element(depth: 2))
      if name == key { isWanted = found.children.last?.text.trimmedOfSpaces == wanted }
      hasNext = try advance()
    }
    return isWanted ? found : nil
  }

  /// The element now read, with all that is inside.
  private func element(depth: Int32) throws(Refusal) -> Element {
    var element = Element(name, line: line)
    if xmlTextReaderIsEmptyElement(reader) == 1 { return element }
    if depth > 32 { throw refusal(.xmlDepth, "plus de 32 éléments imbriqués") }
    while try advance() {
      if xmlTextReaderDepth(reader) == depth { break }
      if isElement {
        element.children.append(try self.element(depth: depth + 1))
      } else if let value = xmlTextReaderConstValue(reader) {
        element.text += String(cString: value)
        if element.text.utf8.count > 4 << 20 {
          throw refusal(.xmlText, "plus de 4 Mio de texte dans un élément")
        }
      }
    }
    if !element.children.isEmpty { element.text = "" }
    return element
  }

  private var isElement: Bool { xmlTextReaderNodeType(reader) == Int32(XML_READER_TYPE_ELEMENT.rawValue) }
  private var name: String { xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? "" }
  private var line: Int { Int(xmlTextReaderGetParserLineNumber(reader)) }

  private func isStart(_ name: String, depth: Int32) -> Bool {
    isElement && xmlTextReaderDepth(reader) == depth && self.name == name
  }

  private func advance() throws(Refusal) -> Bool { try check(xmlTextReaderRead(reader)) }
  private func step() throws(Refusal) -> Bool { try check(xmlTextReaderNext(reader)) }

  private func check(_ status: Int32) throws(Refusal) -> Bool {
    if status < 0 { throw refusal(.xmlTruncated, "le document est abîmé ou incomplet") }
    if status == 1, xmlTextReaderNodeType(reader) == Int32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue) {
      throw refusal(.xmlDoctype, "le document contient une déclaration DOCTYPE, qui est refusée")
    }
    return status == 1
  }

  private func refusal(_ code: DiagnosticCode, _ message: String) -> Refusal {
    Refusal(Diagnostic(code: code, message, advice: "télécharger l’export de nouveau", line: line))
  }
}

extension String {
  fileprivate var trimmedOfSpaces: String { split { $0.isWhitespace }.joined(separator: " ") }
}

/// Bytes handed to libxml2 as it asks for them.
private final class Source {
  private let next: () -> [UInt8]
  private var chunk: [UInt8] = []
  private var place = 0

  init(_ next: @escaping () -> [UInt8]) { self.next = next }

  static let read: xmlInputReadCallback = { context, buffer, length in
    guard let context, let buffer else { return -1 }
    return Unmanaged<Source>.fromOpaque(context).takeUnretainedValue().fill(buffer, Int(length))
  }

  private func fill(_ buffer: UnsafeMutablePointer<CChar>, _ length: Int) -> Int32 {
    if place == chunk.count {
      chunk = next()
      place = 0
    }
    let count = min(length, chunk.count - place)
    if count == 0 { return 0 }
    chunk.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      UnsafeMutableRawPointer(buffer).copyMemory(from: start + place, byteCount: count)
    }
    place += count
    return Int32(count)
  }
}
