/// The tool and its version, as every artefact names it.
package enum Tool {
  package static let version = "0.1.0"
  package static let name = "acquis " + version
}
