internal import CLibXML2

/// One parse of one document: parse, validate and build in a single pass over the bytes.
///
/// Nothing outside the bytes is ever opened: a DOCTYPE stops the parse before any entity is declared.
final class Parser {
  let builder: Builder
  /// Whether the document follows a format of others: its namespaces are set aside.
  let isForeign: Bool
  private let context: xmlParserCtxtPtr
  private var stopped = false

  /// Parses `bytes`, against a compiled schema when one is given.
  static func parse(
    _ bytes: [UInt8], schema: xmlSchemaPtr?, limits: Limits, isForeign: Bool = false
  ) throws(Refusal) -> Element {
    _ = Library.ready
    if bytes.isEmpty { throw Refusal(Diagnostic(code: .xmlEmpty, "le fichier est vide", line: 1)) }
    if bytes.count > limits.bytes {
      throw Refusal(Diagnostic(code: .xmlSize, "le fichier dépasse \(limits.bytes >> 20) Mio"))
    }
    try Encodings.check(bytes)
    guard
      let context = bytes.withUnsafeBytes({ raw in
        xmlCreateMemoryParserCtxt(raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count))
      })
    else {
      throw Refusal(Diagnostic(code: .xmlMemory, "libxml2 n’a pas pu lire le fichier"))
    }
    defer { xmlFreeParserCtxt(context) }
    return try Parser(context, limits: limits, isForeign: isForeign).run(schema)
  }

  private init(_ context: xmlParserCtxtPtr, limits: Limits, isForeign: Bool) {
    self.context = context
    self.isForeign = isForeign
    builder = Builder(limits: limits, keepsMixed: isForeign)
  }

  private func run(_ schema: xmlSchemaPtr?) throws(Refusal) -> Element {
    // NOENT only resolves the five predefined entities and character references: no other can be declared.
    let huge = isForeign ? XML_PARSE_HUGE.rawValue : 0
    let options = huge | XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_BIG_LINES.rawValue
    xmlCtxtUseOptions(context, Int32(options))
    let this = Unmanaged.passUnretained(self).toOpaque()
    context.pointee._private = this
    context.pointee.userData = this
    context.pointee.sax.pointee = Callbacks.handler

    var validator: xmlSchemaValidCtxtPtr?
    var plug: xmlSchemaSAXPlugPtr?
    if let schema {
      validator = xmlSchemaNewValidCtxt(schema)
      xmlSchemaSetValidStructuredErrors(validator, Callbacks.invalid, this)
      xmlSchemaValidateSetLocator(validator, Callbacks.locate, UnsafeMutableRawPointer(context))
      plug = xmlSchemaSAXPlug(validator, &context.pointee.sax, &context.pointee.userData)
      // The plug does not pass structured errors on; the parser finds us again through `_private`.
      context.pointee.sax.pointee.serror = Callbacks.malformed
    }
    let status = xmlParseDocument(context)
    if let plug { xmlSchemaSAXUnplug(plug) }
    let valid = validator.map { xmlSchemaIsValid($0) == 1 } ?? true
    if let validator { xmlSchemaFreeValidCtxt(validator) }

    let ended = (schema == nil) || plug != nil
    let sound = status == 0 && context.pointee.wellFormed == 1 && valid && ended && !stopped
    if sound, builder.problems.isEmpty, let root = builder.root { return root }
    if builder.problems.isEmpty {
      // A failure without a word would look like success.
      builder.note(
        Diagnostic(code: .xmlUnknown, "libxml2 a refusé le document sans dire pourquoi", line: line))
    }
    throw Refusal(builder.told)
  }

  /// The line now read, from 1.
  var line: Int {
    guard let input = context.pointee.input else { return 1 }
    return Int(input.pointee.line)
  }

  /// Whether the parser has nothing left to read: then a problem is a missing end.
  var isAtEnd: Bool {
    guard let input = context.pointee.input else { return true }
    return input.pointee.cur >= input.pointee.end
  }

  /// Does the work of one event, and stops the parse when it refuses. An event after the stop is ignored.
  func handle(_ work: () throws(Refusal) -> Void) {
    if stopped { return }
    do throws(Refusal) { try work() } catch {
      for problem in error.diagnostics { builder.note(problem) }
      stop()
    }
  }

  /// Notes what libxml2 says, in French first; stops once there is no use going on.
  func note(_ problem: Diagnostic) {
    if stopped { return }
    if !builder.note(problem) { stop() }
  }

  /// Ends the parse. The parser reads on without a word: `xmlStopParser` would free, under its feet, the bytes
  /// of the tag it is reading. What is left is bounded by the size of the file.
  private func stop() {
    stopped = true
    context.pointee.disableSAX = 1
  }

  /// Ends the parse at a DOCTYPE, before anything that it declares is read: there the parser looks at nothing
  /// of its input after the event, and halting is safe.
  func halt(_ problem: Diagnostic) {
    if stopped { return }
    builder.note(problem)
    stop()
    xmlStopParser(context)
  }
}

/// libxml2's own initialisation, once, on one thread.
enum Library {
  static let ready: Bool = {
    xmlInitParser()
    return true
  }()
}
