import Schemas
import XML

/// One step of the path: what it reads, what it writes, and the pure function between.
///
/// The wiring is the function’s own signature. `nil` from the function means that the dossier stops here, the
/// reason being in an artefact that it read.
package struct Stage: Sendable {
  /// What a stage asks for.
  package struct Input: Sendable {
    package let name: String
    package let mayBeMissing: Bool
    let read: @Sendable (Element) throws(Refusal) -> any Artefact
  }

  /// What a stage makes.
  package enum Product: Sendable {
    /// A typed artefact, written as XML after its provenance.
    case artefact(any Artefact)
    /// A page for people, written as it is.
    case page([UInt8])
  }

  /// The name of the stage: of its artefact, or of its page.
  package let name: String
  /// The file it writes in the dossier’s folder.
  package let file: String
  package let inputs: [Input]
  /// Whether it makes a page for people rather than an artefact.
  var isPage: Bool { file.hasSuffix(".html") }
  let work: @Sendable (Holdings, Folder) throws(Refusal) -> Product?

  /// A stage that makes an artefact from artefacts.
  package init<each In: Readable, Out: Artefact>(
    _ function: @escaping @Sendable (repeat each In) throws(Refusal) -> Out?
  ) {
    name = Out.name
    file = Out.name + ".xml"
    inputs = Stage.inputs(repeat (each In).self)
    work = { (holdings, _) throws(Refusal) in
      try function(repeat Stage.taken((each In).self, from: holdings)).map { .artefact($0) }
    }
  }

  /// A stage that makes a page for people from artefacts.
  package init<each In: Readable>(
    page name: String, _ function: @escaping @Sendable (repeat each In) throws(Refusal) -> [UInt8]?
  ) {
    self.name = name
    file = name + ".html"
    inputs = Stage.inputs(repeat (each In).self)
    work = { (holdings, _) throws(Refusal) in
      try function(repeat Stage.taken((each In).self, from: holdings)).map { .page($0) }
    }
  }

  /// The one impure kind: it looks at the files of the dossier.
  package init<Out: Artefact>(collecting function: @escaping @Sendable (Folder) throws(Refusal) -> Out) {
    name = Out.name
    file = Out.name + ".xml"
    inputs = []
    work = { (_, folder) throws(Refusal) in .artefact(try function(folder)) }
  }

  private static func inputs<each In: Readable>(_ types: repeat (each In).Type) -> [Input] {
    var inputs: [Input] = []
    for type in repeat each types {
      inputs.append(
        Input(name: type.source, mayBeMissing: type.mayBeMissing) { (element) throws(Refusal) in
          try type.read(element)
        })
    }
    return inputs
  }

  private static func taken<In: Readable>(_ type: In.Type, from holdings: Holdings) throws(Refusal) -> In {
    if let value = In.take(from: holdings) { return value }
    throw Refusal(Diagnostic(code: "engine.input", "\(In.source) n’est pas disponible"))
  }
}
