import Artefacts
import Channel
import XML

/// The files of an archive of evidence, every entry accounted for.
package enum ArchiveReading {
  /// Gives each entry: `entry`, its bytes, and `ending` when they are whole; or `entry` with what is wrong with it. What cuts
  /// the archive itself short comes last, as a `fault`.
  package static func read(_ descriptor: Int32, give: (Frame) -> Void) {
    do throws(Refusal) {
      try Archive.read(descriptor) { entry in
        if entry.isFolder || isOfSystem(entry.name) { return false }
        guard let fault = fault(of: entry) else { return true }
        give(.element(element(entry.name.shown, fault)))
        return false
      } give: { (entry, data) throws(Refusal) in
        give(.element(element(entry.name, nil)))
        let ending = try data.each { give(.bytes(Array($0))) }
        let fault: FileProblem? =
          switch ending {
          case .whole: nil
          case .damaged: .truncated
          case .tooLarge: .bomb
          }
        give(.element(Element("ending", attributes: attributes(fault))))
      }
    } catch {
      let isBomb = error.diagnostics.contains { $0.code == .archiveBomb }
      give(.element(Element("fault", attributes: attributes(isBomb ? .bomb : .truncated))))
    }
  }

  private static func element(_ name: String, _ fault: FileProblem?) -> Element {
    Element("entry", attributes: [.init("name", name)] + attributes(fault))
  }

  private static func attributes(_ fault: FileProblem?) -> [Element.Attribute] {
    fault.map { [.init("problem", $0.rawValue)] } ?? []
  }

  private static func fault(of entry: Archive.Entry) -> FileProblem? {
    if !entry.isFile { return .notAFile }
    if entry.isEncrypted { return .encrypted }
    let steps = entry.name.steps
    let isSafe =
      !entry.name.hasPrefix("/") && !steps.contains("..") && !entry.name.contains("\\")
      && entry.name.printable == entry.name && steps.last?.isPlainName == true
    return isSafe ? nil : .unsafeName
  }

  /// What macOS and Windows add to a folder: no paper of the candidate’s.
  private static func isOfSystem(_ path: String) -> Bool {
    path.hasPrefix("__MACOSX/") || path.steps.last?.isOfSystem == true
  }
}

extension String {
  /// A name that can be shown, whatever it is made of.
  fileprivate var shown: String {
    let shown = printable.replacing("/", with: "∕").replacing("\\", with: "∖").prefix(80)
    return shown.isEmpty ? "(sans nom)" : String(shown)
  }
}
