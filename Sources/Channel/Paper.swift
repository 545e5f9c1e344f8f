/// What a reader is asked to read, by the one byte that goes with the file.
package enum Paper: UInt8, Sendable {
  /// A file of evidence: of what type it is, and what is wrong with it.
  case evidence = 0x45
  /// An archive of evidence: its files, one after another.
  case archive = 0x5A
  /// The candidate’s own dossier, written in Word, or as OpenDocument.
  case wordDossier = 0x57
  case openDocumentDossier = 0x54
  /// The same, as a PDF that holds text.
  case pdfDossier = 0x51
  /// A table or a workbook: its rows, one after another.
  case table = 0x58
  /// An official export of certifications: the fiches of the code that is asked for.
  case export = 0x52
  /// A picture that not every screen shows: one page of it as a JPEG.
  case picture = 0x56
  /// Any other XML from outside, given back plainly.
  case document = 0x44

  /// The processor time that reading one may take, in seconds: archives and exports are large.
  package var seconds: UInt32 {
    switch self {
    case .archive, .export: 60
    case .evidence, .wordDossier, .openDocumentDossier, .pdfDossier, .table, .picture, .document: 8
    }
  }

  /// The same, with the time for the pages whose words are to be recognised.
  func seconds(word: String) -> UInt32 {
    seconds
      + (self == .evidence && word == Paper.recognising ? Paper.pageSeconds * UInt32(Paper.mostPages) : 0)
  }

  /// The length of the longest answer, in bytes: a reader that someone has turned fills neither disk nor memory.
  var answerBytes: Int {
    switch self {
    case .archive: (1 << 30) + (64 << 20)
    case .evidence, .wordDossier, .openDocumentDossier, .pdfDossier, .table, .picture, .document, .export:
      64 << 20
    }
  }

  /// The candidate’s dossier in each of its forms, and the name under which it is handed in when it has no other.
  package static let dossiers: [(paper: Paper, name: String)] = [
    (.wordDossier, "dossier.docx"), (.openDocumentDossier, "dossier.odt"), (.pdfDossier, "dossier.pdf"),
  ]

  /// The form of the candidate’s dossier that a file is, by its name: `dossier.docx`, `dossier-VAE-2022-001 (1).docx`, « Dossier de
  /// preuves.odt ». Another word after the first is the name of some other paper.
  package static func dossier(named name: String) -> Paper? {
    let name = name.lowercased()
    guard let match = name.wholeMatch(of: /dossier(?<rest>.*)\.(?<end>docx|odt|pdf)/),
      match.rest.first.map({ !$0.isLetter }) ?? true,
      match.rest.contains(where: \.isNumber) || !match.rest.contains(where: \.isLetter)
        || match.rest.contains(/^[ _-](de[ _-])?(preuves|vae)/)
    else { return nil }
    return dossiers.first { $0.name.hasSuffix("." + match.end) }?.paper
  }

  /// The word with a file of evidence whose pictures are to be searched for words.
  package static let recognising = "recognising"
  /// The processor time that recognising the words of one page may take, in seconds.
  package static let pageSeconds: UInt32 = 30
  /// The pages of a file whose words are recognised.
  package static let mostPages = 20

  /// The memory that reading one may take, in bytes, and where it is a picture: its rows are many.
  package static let (memory, pictureMemory) = (256 << 20, 512 << 20)
}
