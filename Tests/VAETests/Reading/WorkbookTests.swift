import Foundation
import Testing
import XML

@testable import Artefacts
@testable import Channel
@testable import Papers
@testable import Reading

/// `Workbooks/cells.fods`, saved by LibreOffice in both formats.
@Suite("Classeurs")
struct WorkbookTests {
  @Test(
    "A workbook gives its cells as a person reads them: days, times, codes with their zeros, numbers, formulas by their value, merged cells",
    arguments: ["cells.xlsx", "cells.ods"])
  func cells(name: String) throws {
    Readers.program.withLock { $0 = Place.reader }
    let workbook = try Workbook(Place.tests.appending(path: "Workbooks/" + name).path)
    #expect(workbook.sheets.map(\.name) == ["Demandes", "Vide"])
    let rows = workbook.sheets[0].rows
    #expect(rows.map(\.number) == [1, 3, 4])
    #expect(
      rows[1].cells == ["VAE-1", "1986-05-02", "09:30", "01000", "78512345600012", "7.5", "1"])
    #expect(
      rows[2].cells == ["VAE-1", "O'Neill épouse\nDurand"] || rows[2].cells[1].hasPrefix("O'Neill épouse"))
  }

  @Test(
    "A spreadsheet’s number of days is a day, with the 29 February 1900 that never was, and that of the Macintosh"
  )
  func days() {
    let serials: [(String, Bool, String)] = [
      ("31534", false, "1986-05-02"), ("1", false, "1900-01-01"), ("61", false, "1900-03-01"),
      ("30072", true, "1986-05-02"), ("44445.395833333", false, "2021-09-06 09:30"),
      ("0.395833333333", false, "09:30"),
      ("45351", false, "2024-02-29"), ("-1", false, "-1"), ("x", false, "x"),
      ("0.395833333333", true, "09:30"), ("44445.9999", false, "2021-09-07"), ("0.9999", false, "23:59"),
      ("0x1F", false, "0x1F"),
    ]
    for (serial, mac, text) in serials { #expect(CellValue.moment(serial, since1904: mac) == text) }
  }

  @Test("What shows days or times is told from what shows numbers")
  func formats() {
    let moments = [
      "dd/mm/yyyy", "[$-40C]d mmmm yyyy;@", "hh:mm", "[h]:mm:ss", "jj/mm/aaaa", "yyyy\\-mm\\-dd",
    ]
    let numbers = [
      "General", "Standard", "0.00", "#,##0.00 \"jours\"", "00000", "@", "0%", "0.00E+00", "0_D",
      "General;-General",
      "0;[Red]-0 \"jours\"", "#,##0\\ _d",
    ]
    for format in moments { #expect(CellValue.isMoment(format), "\(format)") }
    for format in numbers { #expect(!CellValue.isMoment(format), "\(format)") }
  }

  @Test("A number that a spreadsheet writes with an exponent keeps its figures as long as it has them")
  func numbers() {
    #expect(CellValue.number("7.8512345600012E13") == "78512345600012")
    #expect(CellValue.number("1607.5") == "1607.5" && CellValue.number("35.0") == "35")
    #expect(CellValue.number("0x1F") == "0x1F" && CellValue.number("nan") == "nan")
  }

  @Test("A file that is no workbook, a password, an old format, a bomb are refused by name")
  func refused() throws {
    let deposit = try Deposit()
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let locked = compound + "EncryptedPackage".utf8.flatMap { [$0, 0] }
    let zip = try Data(contentsOf: Deposit.hostile.appending(path: "fine--plain.docx"))
    let spoiled = try ["twice", "sheet-missing", "strings-missing", "long-cell"].map { name in
      let path = Place.tests.appending(path: "Workbooks/\(name).xlsx")
      return (name + ".xlsx", [UInt8](try Data(contentsOf: path)))
    }
    let bomb = try Data(contentsOf: Deposit.hostile.appending(path: "bomb--swelling.docx"))
    for (name, bytes) in [
      ("vieux.xls", compound + [0]), ("clos.xlsx", locked), ("texte.xlsx", Array(zip)),
      ("gonfle.xlsx", Array(bomb)),
    ] + spoiled {
      let path = try deposit.file(name, bytes)
      do throws(Refusal) {
        _ = try Workbook(path)
        Issue.record("\(name) is taken")
      } catch { #expect(error.diagnostics[0].file == path && error.diagnostics[0].advice != nil) }
    }
  }
}
