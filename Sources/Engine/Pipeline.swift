import XML

/// The stages in order, checked once: no name is written twice, and what a stage reads is a source or was
/// written before it.
package struct Pipeline: Sendable {
  package let stages: [Stage]
  /// The names that no stage writes, in the order first asked for.
  package let sources: [Stage.Input]

  package init(_ stages: [Stage]) throws(Refusal) {
    var written: Set<String> = []
    var sources: [Stage.Input] = []
    let all = Set(stages.map(\.name))
    if all.count != stages.count {
      throw Refusal(Diagnostic(code: .pipelineTwice, "deux étapes écrivent le même document"))
    }
    for stage in stages {
      for input in stage.inputs where !written.contains(input.name) {
        if all.contains(input.name) {
          throw Refusal(
            Diagnostic(code: .pipelineOrder, "l’étape \(stage.name) lit \(input.name), écrit plus tard"))
        }
        if !sources.contains(where: { $0.name == input.name }) { sources.append(input) }
      }
      written.insert(stage.name)
    }
    self.stages = stages
    self.sources = sources
  }

  /// The stages up to the one named, included; nil when there is none of that name.
  package func until(_ name: String) -> Pipeline? {
    guard let index = stages.firstIndex(where: { $0.name == name }) else { return nil }
    return try? Pipeline(Array(stages[...index]))
  }

  /// How to read an artefact by its name, whoever asks for it first.
  package func reader(of name: String) -> Stage.Input? {
    for stage in stages {
      if let input = stage.inputs.first(where: { $0.name == name }) { return input }
    }
    return nil
  }
}
