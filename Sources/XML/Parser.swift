internal import CLibXML2

/// What a parse does with what it meets.
protocol ParseEvents: AnyObject {
  /// An element opens. Its attributes are only made when asked for.
  func start(
    _ name: UnsafePointer<xmlChar>, attributes: () throws(Refusal) -> [Element.Attribute], line: Int
  ) throws(Refusal)
  /// Text of the element now open.
  func append(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) throws(Refusal)
  /// The element now open closes.
  func end(line: Int) throws(Refusal)
  /// Whether the rest of the document is not wanted.
  var isDone: Bool { get }
  /// The place now read: element names, with `@id` or `@code` where there is one.
  func path(naming element: String?) -> String
}

/// One parse of one document, fed chunk by chunk: once it is told to stop, nothing more is given to libxml2.
///
/// Nothing outside the bytes is ever opened: a DOCTYPE is refused before the parser sees it.
final class Parser {
  let limits: Limits
  let events: any ParseEvents
  /// Whether the document follows a format of others: its namespaces are set aside.
  let isForeign: Bool
  private let context: xmlParserCtxtPtr
  private var problems: Problems
  private var isWholeFed = false
  private(set) var stopped = false

  /// Bytes given to libxml2 at once: what it may still read after the stop.
  static let chunk = 1 << 16
  /// Bytes that may wait for the end of one tag, comment or instruction: what is in one tag is compared pair by pair.
  private static let mostPending = 1 << 19
  /// Bytes of the names of a document, that libxml2 keeps to the end.
  private static let mostNames = 1 << 20

  /// Parses `bytes`, against a compiled schema when one is given.
  static func parse(
    _ bytes: [UInt8], schema: xmlSchemaPtr?, limits: Limits, isForeign: Bool = false
  ) throws(Refusal) -> Element {
    if bytes.count > limits.bytes {
      throw Refusal(Diagnostic(code: .xmlSize, "le fichier dépasse \(limits.bytes >> 20) Mio"))
    }
    if bytes.allSatisfy(\.isBlank) {
      throw Refusal(Diagnostic(code: .xmlEmpty, "le fichier est vide", line: 1))
    }
    try Encodings.check(bytes)
    if Prolog.scan(bytes[...]) == .doctype { throw Refusal(Prolog.refused(in: bytes[...])) }
    let builder = Builder(limits: limits, keepsMixed: isForeign)
    let parser = try Parser(builder, limits: limits, isForeign: isForeign)
    var place = 0
    try parser.run(schema) {
      defer { place = min(bytes.count, place + chunk) }
      return bytes[place..<min(bytes.count, place + chunk)]
    }
    if let root = builder.root { return root }
    throw Refusal(Diagnostic(code: .xmlUnknown, "libxml2 a refusé le document sans dire pourquoi", line: 1))
  }

  init(_ events: any ParseEvents, limits: Limits, isForeign: Bool) throws(Refusal) {
    _ = Library.ready
    guard let context = xmlCreatePushParserCtxt(nil, nil, nil, 0, nil) else {
      throw Refusal(Diagnostic(code: .xmlMemory, "libxml2 n’a pas pu lire le fichier"))
    }
    (self.context, self.events, self.limits, self.isForeign) = (context, events, limits, isForeign)
    problems = Problems(most: limits.diagnostics)
  }

  deinit { xmlFreeParserCtxt(context) }

  /// Parses what `next` gives, until it gives nothing, the events are done, or a problem ends it.
  func run(_ schema: xmlSchemaPtr?, next: () -> ArraySlice<UInt8>) throws(Refusal) {
    prepare()
    let this = Unmanaged.passUnretained(self).toOpaque()
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
    feed(next)
    let isPlugged = (schema == nil) || plug != nil
    if let plug { xmlSchemaSAXUnplug(plug) }
    let isValid = validator.map { xmlSchemaIsValid($0) == 1 } ?? true
    if let validator { xmlSchemaFreeValidCtxt(validator) }
    if problems.isEmpty {
      if events.isDone || (isPlugged && isValid && context.pointee.wellFormed == 1 && !stopped) { return }
      // A failure without a word would look like success.
      problems.note(
        Diagnostic(code: .xmlUnknown, "libxml2 a refusé le document sans dire pourquoi", line: line))
    }
    throw Refusal(problems.told)
  }

  private func prepare() {
    // NOENT only resolves the five predefined entities and character references: no other can be declared.
    let huge = isForeign ? XML_PARSE_HUGE.rawValue : 0
    let options = huge | XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_BIG_LINES.rawValue
    xmlCtxtUseOptions(context, Int32(options))
    _ = xmlDictSetLimit(context.pointee.dict, Parser.mostNames)
    let this = Unmanaged.passUnretained(self).toOpaque()
    context.pointee._private = this
    context.pointee.userData = this
    context.pointee.sax.pointee = Callbacks.handler
  }

  private func feed(_ next: () -> ArraySlice<UInt8>) {
    while !stopped && !events.isDone {
      let bytes = next()
      if bytes.isEmpty {
        isWholeFed = true
        xmlParseChunk(context, nil, 0, 1)
        return
      }
      let status = bytes.withUnsafeBytes { raw in
        xmlParseChunk(context, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count), 0)
      }
      // What libxml2 gives up without a structured error (memory, encoding) ends here too.
      if status != 0 && problems.isEmpty && context.pointee.disableSAX != 0 { return stop() }
      if let input = context.pointee.input, input.pointee.end - input.pointee.cur > Parser.mostPending {
        note(
          Diagnostic(
            code: .xmlAttribute, "une balise ou un commentaire dépasse \(Parser.mostPending >> 10) Kio",
            line: line))
        return stop()
      }
    }
  }

  /// The line now read, from 1.
  var line: Int {
    guard let input = context.pointee.input else { return 1 }
    return Int(input.pointee.line)
  }

  /// Whether the parser has nothing left to read: then a problem is a missing end.
  var isAtEnd: Bool {
    guard isWholeFed else { return false }
    guard let input = context.pointee.input else { return true }
    return input.pointee.cur >= input.pointee.end
  }

  /// Does the work of one event, and stops the parse when it refuses. An event after the stop is ignored.
  func handle(_ work: () throws(Refusal) -> Void) {
    if stopped || events.isDone { return }
    do throws(Refusal) { try work() } catch {
      for problem in error.diagnostics { problems.note(problem) }
      stop()
    }
  }

  /// Notes what libxml2 says, in French first. What is ill-formed ends the parse: the rest often only follows from it.
  func note(_ problem: Diagnostic) {
    if stopped { return }
    if !problems.note(problem) || problem.code.family == .xml { stop() }
  }

  /// Ends the parse at a DOCTYPE, before anything that it declares is read.
  func halt() {
    if stopped { return }
    problems.note(Prolog.refusal(line: line))
    stop()
    xmlStopParser(context)
  }

  /// Ends the parse: what is left of the chunk is read without a word, and no other is given. (`xmlStopParser` would free,
  /// under the parser’s feet, the bytes of the tag it is reading.)
  func stop() {
    stopped = true
    context.pointee.disableSAX = 1
  }
}

/// What is wrong with a document, in the order found, up to a limit.
struct Problems {
  private let most: Int
  private var all: [Diagnostic] = []

  init(most: Int) { self.most = most }

  var isEmpty: Bool { all.isEmpty }

  /// Notes a problem; false once no more are wanted.
  @discardableResult
  mutating func note(_ problem: Diagnostic) -> Bool {
    if all.count < most {
      all.append(problem)
    } else if all.count == most {
      all.append(Diagnostic(code: .xmlMore, "d’autres problèmes suivent ; la lecture s’arrête à \(most)"))
    }
    return all.count <= most
  }

  /// The problems as told: where the document is ill-formed, the first such problem alone.
  var told: [Diagnostic] {
    let illFormed = all.first { $0.code.family == .xml && $0.code != .xmlMore }
    return illFormed.map { [$0] } ?? all
  }
}

/// libxml2's own initialisation, once, on one thread.
enum Library {
  static let ready: Bool = {
    xmlInitParser()
    return true
  }()
}
