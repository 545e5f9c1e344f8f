internal import CLibXML2

/// A compiled schema: the only way from outside bytes to an `Element`.
///
/// Safe to share: libxml2 never writes to a compiled schema, and compiling happens once, in `init`.
public final class Schema: Sendable {
  private struct Compiled: @unchecked Sendable {
    let pointer: xmlSchemaPtr
  }

  private let compiled: Compiled

  /// Compiles an XSD that stands alone (no include, no import).
  /// - Throws: `Refusal` with the compiler's first words when the XSD is not sound.
  public init(xsd: [UInt8]) throws(Refusal) {
    _ = Library.ready
    let words = Words()
    let pointer = xsd.withUnsafeBytes { raw -> xmlSchemaPtr? in
      let context = xmlSchemaNewMemParserCtxt(
        raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count))
      defer { xmlSchemaFreeParserCtxt(context) }
      xmlSchemaSetParserStructuredErrors(context, Words.collect, Unmanaged.passUnretained(words).toOpaque())
      return xmlSchemaParse(context)
    }
    guard let pointer else {
      throw Refusal(
        Diagnostic(code: .schemaUnsound, "ce n’est pas un schéma XSD complet", line: words.line))
    }
    compiled = Compiled(pointer: pointer)
  }

  deinit { xmlSchemaFree(compiled.pointer) }

  /// Reads a document: parses, validates and builds in one pass.
  /// - Throws: `Refusal` with every problem found (up to the limit), each with its line and path.
  public func read(_ bytes: [UInt8], file: String? = nil, limits: Limits = Limits()) throws(Refusal)
    -> Element
  {
    do throws(Refusal) {
      return try Parser.parse(bytes, schema: compiled.pointer, limits: limits)
    } catch {
      throw file.map { error.about(file: $0) } ?? error
    }
  }
}

extension Schema {
  /// Whether a document of a format of others follows this schema of theirs.
  public func check(_ bytes: [UInt8], file: String) throws(Refusal) {
    do throws(Refusal) {
      _ = try Parser.parse(bytes, schema: compiled.pointer, limits: .foreign, isForeign: true)
    } catch {
      throw error.about(file: file)
    }
  }
}

/// What the schema compiler says first.
private final class Words {
  var first = ""
  var line = 0

  static let collect: xmlStructuredErrorFunc = { context, error in
    guard let context, let error else { return }
    let words = Unmanaged<Words>.fromOpaque(context).takeUnretainedValue()
    guard words.first.isEmpty, let message = error.pointee.message else { return }
    words.first = String(cString: message)
    words.line = Int(error.pointee.line)
  }
}

extension Element {
  /// Reads a document of our own, without a schema: what ships inside the tool, or goes between its processes.
  package init(trusted bytes: [UInt8], limits: Limits = Limits()) throws(Refusal) {
    self = try Parser.parse(bytes, schema: nil, limits: limits)
  }
}

extension Element {
  /// Reads a document of a format of others, without a schema: no DTD, no network, within the limits. Names lose
  /// their prefix, and a run of text between elements is a child whose name is empty.
  public init(foreign bytes: [UInt8], limits: Limits = .foreign) throws(Refusal) {
    self = try Parser.parse(bytes, schema: nil, limits: limits, isForeign: true)
  }
}

extension Limits {
  /// The limits for the inside of office documents, which are deep and wordy.
  public static var foreign: Limits {
    var limits = Limits()
    limits.bytes = 64 << 20
    limits.depth = 200
    limits.elements = 1_000_000
    limits.attributes = 200
    return limits
  }
}
