import Artefacts
import Files
import Language
import Reading
import XML

/// The candidates’ folders of a session that is kept in a workbook, against its rows: papers of one must not wait in silence for
/// a request that has another number, nor go to another’s.
enum FolderOwners {
  /// - Parameter owned: the folder of each number.
  static func strangers(
    _ folders: [String], _ owned: [String: String], _ workbook: SessionWorkbook, in session: String
  ) -> [Diagnostic] {
    let numbers = Dictionary(owned.map { ($0.value, $0.key) }) { first, _ in first }
    return folders.sorted().compactMap { folder in
      guard let number = numbers[folder] else {
        return Disk.exists("\(session)/\(folder)/\(Request.name).xml") ? nil : ofNobody(folder, workbook)
      }
      return ofAnother(folder, number, workbook)
    }
  }

  private static func ofNobody(_ folder: String, _ workbook: SessionWorkbook) -> Diagnostic? {
    let numbers = workbook.requests.map(\.number).sorted()
    let name = FolderName.plain(folder)
    // Two folders of one number are told as such.
    if numbers.contains(where: { FolderName.bears(FolderName.plain($0), name) }) { return nil }
    let length = numbers.map(\.count).max() ?? 0
    let near = NearestName.nearest(to: String(folder.prefix(length)), among: numbers)
    return Diagnostic(
      .warning, code: .tableOrphan,
      "ce dossier ne porte le numéro d’aucune demande du classeur : ce qu’il contient attend",
      advice: (near.map { "est-ce « \($0) » ? " } ?? "") + "le renommer, ou ajouter la ligne de sa demande",
      file: folder)
  }

  /// What follows the number in a folder’s name is usually a name.
  private static func ofAnother(_ folder: String, _ number: String, _ workbook: SessionWorkbook)
    -> Diagnostic?
  {
    guard let row = workbook.requests.first(where: { $0.number == number }),
      case .success(let request) = row.request
    else { return nil }
    let own = FolderName.plain(number).split(separator: "-")
    let rest = FolderName.plain(folder).split(separator: "-").dropFirst(own.count).filter {
      $0.contains(where: \.isLetter)
    }
    let person = request.person
    let names = [person.birthName, person.usageName ?? ""] + person.firstNames
    let known = names.flatMap { FolderName.plain($0).split(separator: "-") }
    if rest.isEmpty || !Set(rest).isDisjoint(with: known) { return nil }
    return Diagnostic(
      .warning, code: .tableOrphan,
      "ce dossier porte un autre nom que la demande « \(number) », qui est de \(person.fullName)",
      advice: "vérifier de qui sont les papiers, puis renommer le dossier", file: folder)
  }
}
