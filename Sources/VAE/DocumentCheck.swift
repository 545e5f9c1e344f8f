import Artefacts
import Engine
import XML

/// Documents taken one at a time, outside a session.
package enum DocumentCheck {
  /// Reads a validated element into its artefact, and checks what a schema cannot say.
  package static func check(_ root: Element, file: String) throws(Refusal) {
    do throws(Refusal) {
      let pipeline = try Pipeline.vae()
      if let reader = pipeline.reader(of: root.name) {
        let value = try reader.read(root)
        if let certification = value as? Certification { try certification.check() }
      }
    } catch {
      throw error.about(file: file)
    }
  }
}
