import Artefacts
import Files
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
    package let read: @Sendable (Element) throws(Refusal) -> any Artefact
  }

  /// What a stage makes.
  package enum Product: Sendable {
    /// A typed artefact, written as XML after its provenance.
    case artefact(any Artefact)
    /// An artefact read from a file of the dossier’s folder, which its provenance names.
    case reading(any Artefact, SourceFile)
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
  /// Whether it reads what people hand in: without it the dossier waits.
  let isReading: Bool
  /// Whether it looks at files, whatever people have written.
  let isCollecting: Bool
  let work: @Sendable (KnownArtefacts, Folder) async throws(Refusal) -> Product?
  /// What is brought beside the product from what is known, and taken away when nothing is.
  let companion: Companion

  /// Gives what there is to tell.
  package typealias Companion = @Sendable (KnownArtefacts, Folder, RunOptions) throws(Refusal) -> [Diagnostic]

  private static let nothing: Companion = { (_, _, _) throws(Refusal) in [] }

  /// A stage that makes an artefact from artefacts.
  package init<each In: StageInput, Out: Artefact>(
    _ function: @escaping @Sendable (repeat each In) throws(Refusal) -> Out?
  ) {
    name = Out.name
    file = Out.name + ".xml"
    inputs = Stage.inputs(repeat (each In).self)
    isReading = false
    isCollecting = false
    companion = Stage.nothing
    work = { (holdings, _) throws(Refusal) in
      try function(repeat Stage.taken((each In).self, from: holdings)).map { .artefact($0) }
    }
  }

  /// A stage that makes a page for people from artefacts.
  package init<each In: StageInput>(
    page name: String, bringing companion: Companion? = nil,
    _ function: @escaping @Sendable (repeat each In) throws(Refusal) -> [UInt8]?
  ) {
    self.name = name
    file = name + ".html"
    inputs = Stage.inputs(repeat (each In).self)
    isReading = false
    isCollecting = false
    self.companion = companion ?? Stage.nothing
    work = { (holdings, _) throws(Refusal) in
      try function(repeat Stage.taken((each In).self, from: holdings)).map { .page($0) }
    }
  }

  /// An impure kind: it looks at the files of the dossier.
  package init<each In: StageInput, Out: Artefact>(
    collecting function: @escaping @Sendable (Folder, repeat each In) async throws(Refusal) -> Out?
  ) {
    name = Out.name
    file = Out.name + ".xml"
    inputs = Stage.inputs(repeat (each In).self)
    isReading = false
    isCollecting = true
    companion = Stage.nothing
    work = { (holdings, folder) throws(Refusal) in
      try await function(folder, repeat Stage.taken((each In).self, from: holdings)).map { .artefact($0) }
    }
  }

  /// An impure kind: it reads what people handed in, in whatever form.
  package init<each In: StageInput, Out: Artefact>(
    reading function: @escaping @Sendable (Folder, repeat each In) throws(Refusal) -> (Out, SourceFile)?
  ) {
    name = Out.name
    file = Out.name + ".xml"
    inputs = Stage.inputs(repeat (each In).self)
    isReading = true
    isCollecting = false
    companion = Stage.nothing
    work = { (holdings, folder) throws(Refusal) in
      try function(folder, repeat Stage.taken((each In).self, from: holdings)).map { .reading($0.0, $0.1) }
    }
  }

  private static func inputs<each In: StageInput>(_ types: repeat (each In).Type) -> [Input] {
    var inputs: [Input] = []
    for type in repeat each types {
      inputs.append(
        Input(name: type.source, mayBeMissing: type.mayBeMissing) { (element) throws(Refusal) in
          try type.read(element)
        })
    }
    return inputs
  }

  private static func taken<In: StageInput>(_ type: In.Type, from holdings: KnownArtefacts) throws(Refusal)
    -> In
  {
    if let value = In.take(from: holdings) { return value }
    throw Refusal(Diagnostic(code: .engineInput, "\(In.source) n’est pas disponible"))
  }
}
