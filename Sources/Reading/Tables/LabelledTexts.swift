import Files
import Language
import XML

/// Labelled texts from a table: `id`, `text` and `labels` columns named by a heading, or `labels<TAB>genre<TAB>text`.
package enum LabelledTexts {
  /// Reads a table of texts.
  /// - Throws: `Refusal` at the first line without its columns.
  package static func read(_ path: String) throws(Refusal) -> [LabelledText] {
    let bytes = try Disk.existing(path)
    var texts: [LabelledText] = []
    var heads = ["labels", "genre", "text"]
    for (index, line) in String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() where !line.isEmpty {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if index == 0 && cells.contains("labels") {
        heads = cells
        continue
      }
      func cell(_ name: String) -> String? {
        heads.firstIndex(of: name).flatMap { $0 < cells.count ? cells[$0] : nil }
      }
      guard let text = cell("text"), let labels = cell("labels"), !text.isEmpty else {
        throw Refusal(
          Diagnostic(
            code: .tableCell, "cette ligne n’a pas ses colonnes (labels, text)",
            advice: "une ligne par texte, colonnes séparées par des tabulations", file: path, line: index + 1)
        )
      }
      var codes = labels.split { ", ".contains($0) }.map(String.init).filter { $0 != "NONE" && $0 != "—" }
      if let main = cell("main"), let place = codes.firstIndex(of: main) { codes.swapAt(0, place) }
      texts.append(LabelledText(id: cell("id") ?? String(index + 1), codes: codes, text: text))
    }
    return texts
  }
}
