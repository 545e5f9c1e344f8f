import Artefacts
import Engine
import Files
import Models
import Reading
import XML

/// A session that is to be filled: its workbook, and a short word on what to do with it.
package enum NewSession {
  /// The files of a new session.
  package static let names = [SessionWorkbook.names[0], "LISEZMOI.txt"]

  /// Makes the folder and its files: all, or none.
  /// - Throws: `Refusal` when a session is there, in whatever form.
  package static func make(in folder: String) throws(Refusal) {
    let there = (SessionWorkbook.names + [Session.name + ".xml", names[1]]).first {
      Disk.exists("\(folder)/\($0)")
    }
    if let there {
      throw Refusal(
        Diagnostic(
          code: .sampleExists, "une session est déjà là : rien n’est écrit", advice: "donner un dossier neuf",
          file: "\(folder)/\(there)"))
    }
    let workbook = try SessionModel.bytes()
    try Disk.makeFolder(folder)
    try WholeSet.write(in: folder) { set throws(Refusal) in
      try set.add(names[0], bytes: workbook)
      try set.add(names[1], bytes: PackageResources.lisezmoi_txt)
    }
  }
}
