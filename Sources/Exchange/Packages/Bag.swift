import Artefacts
import Files
import XML

/// A sealed copy of one dossier: a BagIt 1.0 bag (RFC 8493) with SHA-256, which any archivist’s tool can check.
package struct Bag {
  /// What goes in, by its path under the dossier’s folder, in byte order.
  private let files: [String]
  private let folder: String
  private var manifest = ""
  private var octets = 0

  /// - Parameter folder: the folder of one dossier under the output folder.
  package init(of folder: String) throws(Refusal) {
    guard Disk.exists("\(folder)/\(Admissibility.name).xml") else {
      throw Refusal(
        Diagnostic(
          code: .packFolder, "ce n’est pas le dossier de résultats d’un candidat",
          advice: "donner SORTIES/<dossier>, là où se trouve admissibility.xml", file: folder))
    }
    self.folder = folder
    files = try Tree.files(of: folder)
  }

  /// Writes the bag in a folder that does not exist yet.
  /// - Parameter transfer: who hands over to whom; without it no SEDA manifest is written.
  package mutating func write(to target: String, _ transfer: SedaTransfer?) throws(Refusal) {
    let (inside, around) = (Disk.real(target) + "/", Disk.real(folder) + "/")
    if inside.hasPrefix(around) {
      throw Refusal(
        Diagnostic(
          code: .packPlace, "le paquet serait dans le dossier qu’il scelle", advice: "le créer ailleurs",
          file: target))
    }
    if Disk.exists(target) {
      throw Refusal(
        Diagnostic(
          code: .packExists, "ce dossier existe déjà : un paquet scellé ne se récrit pas",
          advice: "donner un autre nom, ou supprimer l’ancien", file: target))
    }
    var digests: [(path: String, size: Int, digest: String)] = []
    for path in files {
      try Disk.copy("\(folder)/\(path)", to: "\(target)/data/\(path)")
      guard let pass = FileDigest("\(target)/data/\(path)") else {
        throw Disk.problem(.diskRead, "le fichier ne se lit pas", file: path)
      }
      digests.append(("data/" + path, pass.size, pass.digest))
    }
    var tags: [(String, [UInt8])] = [
      ("bagit.txt", Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)),
      (
        "bag-info.txt",
        Array(
          """
          Bag-Software-Agent: \(Tool.name)
          External-Identifier: \(folder.split(separator: "/").last ?? "")
          Payload-Oxum: \(digests.reduce(0) { $0 + $1.size }).\(digests.count)

          """.utf8)
      ),
      ("manifest-sha256.txt", Bag.lines(digests.map { ($0.digest, $0.path) })),
    ]
    if let transfer { tags.append(("manifest.xml", transfer.manifest(of: digests))) }
    tags.append(("tagmanifest-sha256.txt", Bag.lines(tags.map { (Digest.of($0.1), $0.0) })))
    for (name, bytes) in tags { try Disk.replace("\(target)/\(name)", with: bytes) }
  }

  /// `digest  path`; a line end or a per cent sign in a path is encoded (RFC 8493, 2.1.3).
  private static func lines(_ entries: [(String, String)]) -> [UInt8] {
    Array(entries.map { "\($0.0)  \(encoded($0.1))\n" }.joined().utf8)
  }

  static func encoded(_ path: String) -> String {
    path.replacing("%", with: "%25").replacing("\n", with: "%0A").replacing("\r", with: "%0D")
  }

  static func decoded(_ path: String) -> String {
    path.replacing("%0A", with: "\n").replacing("%0D", with: "\r").replacing("%25", with: "%")
  }
}

/// The files of a folder, by their paths below it, in byte order. Hidden files are the tool’s own; a link is never
/// followed.
enum Tree {
  private static let deepest = 8

  /// - Parameter hidden: the hidden ones too.
  static func files(of folder: String, hidden: Bool = false) throws(Refusal) -> [String] {
    try files(of: folder, below: "", depth: 0, hidden: hidden).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  private static func files(
    of folder: String, below prefix: String, depth: Int, hidden: Bool
  ) throws(Refusal) -> [String] {
    var paths: [String] = []
    for entry in try Disk.list(folder) ?? [] where hidden || !entry.name.hasPrefix(".") {
      switch entry.kind {
      case .file: paths.append(prefix + entry.name)
      case .folder where depth < deepest:
        paths += try files(
          of: "\(folder)/\(entry.name)", below: "\(prefix)\(entry.name)/", depth: depth + 1, hidden: hidden)
      case .folder, .other:
        throw Refusal(
          Diagnostic(
            code: .packKind, "ce n’est pas un fichier ordinaire", advice: "l’ôter des résultats",
            file: prefix + entry.name.printable))
      }
    }
    return paths
  }
}
