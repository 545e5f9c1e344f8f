internal import CLibXML2

/// The C functions that libxml2 calls. Stored closures of a plain enum: literals in place would take the
/// isolation of their caller.
enum Callbacks {
  typealias Context = UnsafeMutableRawPointer?
  typealias Text = UnsafePointer<xmlChar>?

  private static func parser(_ context: Context) -> Parser? {
    context.map { Unmanaged<Parser>.fromOpaque($0).takeUnretainedValue() }
  }

  static var handler: xmlSAXHandler {
    var sax = xmlSAXHandler()
    sax.initialized = XML_SAX2_MAGIC
    sax.internalSubset = doctype
    sax.startElementNs = start
    sax.endElementNs = end
    sax.characters = characters
    sax.cdataBlock = characters
    sax.ignorableWhitespace = characters
    sax.serror = malformed
    return sax
  }

  /// A DOCTYPE that the look at the prolog has missed: there the parser looks at nothing of its input after the event,
  /// and halting is safe.
  private static let doctype: internalSubsetSAXFunc = { context, _, _, _ in
    guard let parser = parser(context) else { return }
    parser.halt()
  }

  private static let start: startElementNsSAX2Func = {
    context, name, _, uri, namespaces, _, count, _, attributes in
    guard let parser = parser(context), let name else { return }
    let line = parser.line
    parser.handle { () throws(Refusal) in
      if !parser.isForeign { try Names.check(namespace: uri, line: line) }
      let read = { () throws(Refusal) in
        try Names.attributes(
          attributes, count: Int(count), limits: parser.limits, line: line, isForeign: parser.isForeign)
      }
      try parser.events.start(name, attributes: read, line: line)
    }
  }

  private static let end: endElementNsSAX2Func = { context, _, _, _ in
    guard let parser = parser(context) else { return }
    parser.handle { () throws(Refusal) in try parser.events.end(line: parser.line) }
  }

  private static let characters: charactersSAXFunc = { context, text, length in
    guard let parser = parser(context), let text else { return }
    parser.handle { () throws(Refusal) in
      try parser.events.append(UnsafeBufferPointer(start: text, count: Int(length)), line: parser.line)
    }
  }

  /// A problem of well-formedness. The parser travels in the error's own context.
  static let malformed: xmlStructuredErrorFunc = { _, error in
    guard let error, let context = error.pointee.ctxt?.assumingMemoryBound(to: xmlParserCtxt.self),
      let parser = parser(context.pointee._private), error.pointee.level != XML_ERR_WARNING, !parser.stopped
    else { return }
    parser.note(
      Messages.malformed(error.pointee, atEnd: parser.isAtEnd, path: parser.events.path(naming: nil)))
  }

  /// A problem of validity.
  static let invalid: xmlStructuredErrorFunc = { context, error in
    guard let parser = parser(context), let error, !parser.stopped else { return }
    let text = error.pointee.message.map { String(cString: $0) } ?? ""
    let path = parser.events.path(naming: Messages.element(in: text))
    parser.note(Messages.invalid(code: error.pointee.code, text: text, line: parser.line, path: path))
  }

  /// Tells the validator where the parser is.
  static let locate: xmlSchemaValidityLocatorFunc = { context, file, line in
    guard let context else { return -1 }
    let input = context.assumingMemoryBound(to: xmlParserCtxt.self).pointee.input
    file?.pointee = nil
    line?.pointee = UInt(max(0, input?.pointee.line ?? 0))
    return 0
  }
}
