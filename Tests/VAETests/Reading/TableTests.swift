import Testing
import XML

@testable import Artefacts
@testable import Papers
@testable import Reading

/// Tables as French spreadsheets, old and new, write them.
@Suite("Tableaux : codages, séparateur, démesure")
struct TableTests {
  private static let line = "Élodie;Hélène;Nîmes;façade, là où l’été…"

  /// What a spreadsheet of that kind writes for the line above.
  static let written: [(String, [UInt8])] = [
    ("UTF-8", Array(line.utf8)), ("UTF-8 marked", [0xEF, 0xBB, 0xBF] + Array(line.utf8)),
    ("UTF-16", [0xFF, 0xFE] + line.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
    ("UTF-16 the other way", [0xFE, 0xFF] + line.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
    (
      "Windows-1252",
      Array(
        "\u{C9}lodie;H\u{E9}l\u{E8}ne;N\u{EE}mes;fa\u{E7}ade, l\u{E0} o\u{F9} l\u{92}\u{E9}t\u{E9}\u{85}"
          .unicodeScalars.map { UInt8($0.value) })
    ),
    (
      "Mac Roman",
      Array(
        "\u{83}lodie;H\u{8E}l\u{8F}ne;N\u{94}mes;fa\u{8D}ade, l\u{88} o\u{9D} l\u{D5}\u{8E}t\u{8E}\u{C9}"
          .unicodeScalars.map { UInt8($0.value) })
    ),
    (
      "UTF-8 twice",
      Array(
        String(
          String.UnicodeScalarView(
            "Élodie;Hélène".utf8.map { Unicode.Scalar($0 == 0x89 ? 0x2030 : UInt32($0)) ?? "?" })
        )
        .utf8)
    ),
  ]

  @Test("Accents are read right in each encoding of a French spreadsheet", arguments: written)
  func encodings(name: String, bytes: [UInt8]) throws {
    let text = try #require(TextDecoding.text(bytes))
    #expect(text.hasPrefix("Élodie;Hélène"))
    if name != "UTF-8 twice" { #expect(text == Self.line) }
  }

  @Test("CP850 is read right where it alone gives French")
  func dos() {
    let bytes = Array("H\u{82}l\u{8A}ne;gar\u{87}on;N\u{8C}mes".unicodeScalars.map { UInt8($0.value) })
    #expect(TextDecoding.text(bytes) == "Hélène;garçon;Nîmes")
  }

  @Test(
    "One accent is enough, a sign is no letter",
    arguments: [
      ([0x48, 0xE9, 0x6C], "Hél"), ([0xE9, 0x74, 0x65], "éte"), ([0x48, 0x8E, 0x6C], "Hél"),
      ([0x35, 0x20, 0x80], "5 €"), ([0x4E, 0xB0, 0x31], "N°1"), ([0x31, 0xA0, 0x30], "1\u{A0}0"),
      ([0xC9, 0x4C, 0x4F], "ÉLO"),
    ] as [([UInt8], String)])
  func few(bytes: [UInt8], text: String) {
    #expect(TextDecoding.text(bytes) == text)
  }

  @Test("Bytes that no encoding turns into French are refused, never written into a name")
  func unknown() {
    #expect(TextDecoding.text(Array("Nom;".utf8) + [0xA7, 0xA7]) == nil)
    #expect(throws: Refusal.self) {
      try Spreadsheet(TextTable.sheet(Array("a;b\r\n".utf8) + [0xA7]), file: "t.csv")
    }
  }

  @Test("Excel’s line « sep=; » is no heading, and lines keep the numbers that a spreadsheet shows")
  func separator() throws {
    let table = try Spreadsheet(TextTable.sheet(Array("sep=;\r\nnom;date\r\nX;hier\r\n".utf8)), file: "t.csv")
    #expect(table.heads == ["nom", "date"] && table.rows.count == 1)
    var line = TableLine(table, 0)
    _ = line.day("date")
    #expect(line.problems.map(\.file) == ["t.csv, ligne 3"])
    let commas = try Spreadsheet(
      TextTable.sheet(Array("sep=,\nnom,date\nX,2021-09-06\n".utf8)), file: "t.csv")
    #expect(commas.rows.map(\.cells) == [["X", "2021-09-06"]])
  }

  @Test("Cells as people write them: a country by its name, a civility, a rounded SIRET told")
  func cells() throws {
    let table = try Spreadsheet(
      TextTable.sheet(
        Array("pays;sexe;siret\nFrance;Mme;7,85E+13\nBEL;M.;123 456 789 00012\nSyldavie;x;\n".utf8)),
      file: "t.csv")
    var lines = (0..<3).map { TableLine(table, $0) }
    #expect(lines[0].country("pays") == "FRA" && lines[0].sex("sexe") == .female)
    #expect(lines[0].siret("siret") == nil && lines[0].problems.count == 1)
    #expect(lines[1].country("pays") == "BEL" && lines[1].sex("sexe") == .male)
    #expect(lines[1].siret("siret") == "12345678900012" && lines[1].problems.isEmpty)
    _ = (lines[2].country("pays"), lines[2].sex("sexe"))
    #expect(lines[2].problems.count == 2)
  }

  @Test("Empty lines at the end are left out; what nobody has typed is refused before it is cut into cells")
  func bounds() throws {
    let head = Array("a;b\r\n1;2\r\n".utf8)
    let empty = [UInt8](repeating: 0x0A, count: 15 << 20)
    #expect(try Spreadsheet(TextTable.sheet(head + empty), file: "t.csv").rows.map(\.cells) == [["1", "2"]])
    let codes = [
      [UInt8](repeating: 0x3B, count: 7_000_000) + [0x78], Array("x\n".utf8) + empty + Array("x".utf8),
      [UInt8](repeating: 0x61, count: 33 << 20),
    ].map { bytes in
      do throws(Refusal) {
        _ = try Spreadsheet(TextTable.sheet(head + bytes), file: "t.csv")
        return DiagnosticCode?.none
      } catch { return error.diagnostics.first?.code }
    }
    #expect(codes.allSatisfy { $0 == .tableSize }, "\(codes)")
  }
}
