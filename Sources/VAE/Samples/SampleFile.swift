import Reading

/// The small real files of a demonstration dossier.
struct SampleFile: Sendable {
  let name: String
  let title: String
  private let make: @Sendable (String) -> [UInt8]

  /// The bytes of one candidate’s own file: no two dossiers hold the same.
  func bytes(for candidate: String) -> [UInt8] { make(candidate) }

  static let all = [
    SampleFile(
      name: "relevé-de-variables.pdf", title: "Relevé de variables (noms masqués)",
      make: { pdf("Relevé de variables, \($0)") }),
    SampleFile(
      name: "procedure.pdf", title: "Procédure d’accueil", make: { pdf("Procédure d’accueil, \($0)") }),
    SampleFile(name: "tableau.png", title: "Tableau de bord", make: { png + Array($0.utf8) }),
  ]

  /// A one-page PDF, its cross-references right, in the encoding of its standard font.
  private static func pdf(_ title: String) -> [UInt8] {
    let shown = title.unicodeScalars.map { $0.value < 0x100 ? UInt8($0.value) : UInt8(ascii: "'") }
    let stream: [UInt8] =
      Array("BT /F1 18 Tf 60 780 Td (".utf8) + shown + Array(" - document fictif) Tj ET".utf8)
    let objects: [[UInt8]] = [
      Array("<< /Type /Catalog /Pages 2 0 R >>".utf8),
      Array("<< /Type /Pages /Kids [3 0 R] /Count 1 >>".utf8),
      Array(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
          .utf8),
      Array("<< /Length \(stream.count) >>\nstream\n".utf8) + stream + Array("\nendstream".utf8),
      Array("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".utf8),
    ]
    var bytes: [UInt8] = Array("%PDF-1.4\n".utf8)
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let offset = String(bytes.count)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      bytes += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = bytes.count
    return bytes
      + Array(
        (table + "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n").utf8)
  }

  /// One grey pixel; what follows its end is not looked at by a viewer.
  private static let png: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00,
    0x00, 0x00,
    0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A, 0x7E, 0x9B, 0x55, 0x00, 0x00, 0x00,
    0x0A, 0x49,
    0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81, 0x77, 0xCD, 0x72, 0xB6,
    0x00, 0x00,
    0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
  ]
}
