import Channel
import XML

/// The fiches of one code in an official export, of whatever size: it is read one fiche at a time.
package enum ExportReading {
  /// Gives each fiche of that code, or the refusal.
  package static func read(_ descriptor: Int32, code: String, give: (Frame) -> Void) {
    do throws(Refusal) {
      let source = try ByteSource(descriptor)
      let stream = RecordStream(record: "FICHE", skipping: ["PARTENAIRES"], next: source.next)
      for fiche in try stream.all(where: "NUMERO_FICHE", is: code) { give(.element(fiche)) }
    } catch { give(.element(error.told)) }
  }
}
