import Artefacts
import XML

/// Who hands a dossier over to an archive service, and under which agreement: nothing of it can be guessed.
package struct SedaTransfer {
  private let date: Day
  private let agreement: String
  private let archive: String
  private let sender: String
  private let identifier: String

  package init(date: Day, agreement: String, archive: String, sender: String, identifier: String) {
    self.date = date
    self.agreement = agreement
    self.archive = archive
    self.sender = sender
    self.identifier = identifier
  }

  typealias File = (path: String, size: Int, digest: String)

  private static let namespace = "fr:gouv:culture:archivesdefrance:seda:v2.3"

  /// The transfer of one dossier: a unit for the dossier, one below it for each file (SEDA 2.3, ArchiveTransfer).
  func manifest(of files: [File]) -> [UInt8] {
    let dossier = Element(
      "ArchiveUnit", attributes: [.init("id", "U1")],
      children: [content("File", "Dossier de VAE \(identifier)")] + units(of: files))
    return Element(
      "ArchiveTransfer",
      children: [
        text("Date", date.spelling + "T00:00:00"), text("MessageIdentifier", identifier),
        text("ArchivalAgreement", agreement), Element("CodeListVersions"),
        Element(
          "DataObjectPackage",
          children: objects(of: files) + [
            Element("DescriptiveMetadata", children: [dossier]), Element("ManagementMetadata"),
          ]),
        Element("ArchivalAgency", children: [text("Identifier", archive)]),
        Element("TransferringAgency", children: [text("Identifier", sender)]),
      ]
    ).document(namespace: SedaTransfer.namespace)
  }

  private func objects(of files: [File]) -> [Element] {
    files.enumerated().map { index, file in
      Element(
        "DataObjectGroup", attributes: [.init("id", "G\(index + 1)")],
        children: [
          Element(
            "BinaryDataObject", attributes: [.init("id", "B\(index + 1)")],
            children: [
              text("DataObjectVersion", "BinaryMaster_1"), text("Uri", uri(file.path)),
              Element("MessageDigest", attributes: [.init("algorithm", "SHA-256")], text: file.digest),
              text("Size", String(file.size)),
              Element("FileInfo", children: [text("Filename", name(file.path))]),
            ])
        ])
    }
  }

  private func units(of files: [File]) -> [Element] {
    files.enumerated().map { index, file in
      Element(
        "ArchiveUnit", attributes: [.init("id", "U\(index + 2)")],
        children: [
          content("Item", name(file.path)),
          Element("DataObjectReference", children: [text("DataObjectGroupReferenceId", "G\(index + 1)")]),
        ])
    }
  }

  private func content(_ level: String, _ title: String) -> Element {
    Element("Content", children: [text("DescriptionLevel", level), text("Title", title)])
  }

  private func text(_ name: String, _ text: String) -> Element { Element(name, text: text) }

  private func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Each step of the path escaped as an address.
  private func uri(_ path: String) -> String {
    path.split(separator: "/").map { String($0).percentEncoded }.joined(separator: "/")
  }
}
