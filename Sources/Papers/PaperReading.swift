import Artefacts
import Channel
import XML

/// What a reader says of the papers that are read here: the rest is in the reader itself.
package enum PaperReading {
  /// Adds what an office document among the evidence says to what is known of it.
  package static func office(_ descriptor: Int32, into file: inout StoredFile) {
    do throws(Refusal) {
      let text = try OfficeText(descriptor)
      file.sensitive = Sensitivity.find(
        in: (text.blocks.map(\.text) + text.aside.unseen).joined(separator: "\n"))
      if text.aside.externals > 0 { file.note(.external) }
      if text.aside.macros > 0 { file.note(.macros) }
      if text.aside.embedded > 0 { file.note(.embeddedFiles) }
    } catch {
      let isBomb = error.diagnostics.contains { $0.code == .archiveBomb || $0.code == .xmlDoctype }
      file.note(isBomb ? .bomb : .truncated)
    }
  }

  /// The candidate’s dossier, or why it cannot be read.
  /// - Parameter origin: the name under which it was handed in.
  package static func dossier(_ descriptor: Int32, origin: String) -> Element {
    do throws(Refusal) {
      return try Transcript(OfficeText(descriptor), origin: origin).dossier.xml
    } catch { return error.told }
  }

  /// The candidate’s dossier, from the text of the pages of a PDF.
  /// - Parameters:
  ///   - pages: the lines of each.
  ///   - hasBoxes: whether it is a form, whose boxes are not read.
  package static func dossier(pages: [String], hasBoxes: Bool, origin: String) -> Element {
    var text = OfficeText(blocks: PageText(pages).blocks)
    text.aside.unread.insert("la mise en page du PDF (ce qui est titre, tableau ou image)")
    if hasBoxes { text.aside.unread.insert("les cases et les champs du formulaire PDF") }
    do throws(Refusal) { return try Transcript(text, origin: origin, isPrinted: true).dossier.xml } catch {
      return error.told
    }
  }

  /// Why a PDF is no dossier that can be read.
  package static func unreadableDossier(isLocked: Bool, isScan: Bool) -> Element {
    let what =
      isLocked
      ? "ce PDF demande un mot de passe"
      : isScan ? "ce PDF ne contient que des images de pages : aucun texte ne s’y lit" : "ce PDF est abîmé"
    return Refusal(
      Diagnostic(
        code: .officeKind, what,
        advice: "demander au candidat son document Word (dossier.docx) ou OpenDocument (dossier.odt)")
    ).told
  }

  /// Any XML from outside, its elements alone: what stands between them is left out.
  package static func document(_ descriptor: Int32) -> Element {
    func plain(_ element: Element) -> Element {
      var bare = element
      bare.children = element.children.filter { !$0.name.isEmpty }.map(plain)
      return bare
    }
    do throws(Refusal) { return plain(try Element(foreign: Mapped.bytes(of: descriptor))) } catch {
      return error.told
    }
  }
}
