import Channel
import XML

/// The rows of a table or a workbook, whatever its format.
package enum TableReading {
  /// Gives each sheet and its rows, or the refusal.
  package static func read(_ descriptor: Int32, give: (Frame) -> Void) {
    do throws(Refusal) {
      var (rest, lines) = (TextTable.mostOfAll, TextTable.mostLines)
      for sheet in try sheets(of: descriptor) {
        give(.element(sheet.xml))
        for row in sheet.rows {
          let length = row.cells.reduce(row.cells.count) { $0 + $1.utf8.count }
          rest -= length
          lines -= 1
          if length > TextTable.mostOfRow || rest < 0 || lines < 0 { throw TextTable.tooLarge }
          give(.element(row.xml))
        }
      }
    } catch { give(.element(error.told)) }
  }

  private static func sheets(of descriptor: Int32) throws(Refusal) -> [Sheet] {
    guard let bytes = Mapped(descriptor) else { return [] }
    let glance = Glance(bytes)
    if glance.isEncryptedOffice {
      throw refused("ce classeur est protégé par un mot de passe", "l’enregistrer sans mot de passe")
    }
    if glance.isArchive { return try WorkbookContainer(descriptor).sheets() }
    if glance.isOldOffice {
      throw refused("ce classeur est dans un ancien format (.xls)", "l’enregistrer en .xlsx ou en .ods")
    }
    return [try TextTable.sheet(Mapped.bytes(of: descriptor))]
  }

  private static func refused(_ message: String, _ advice: String) -> Refusal {
    Refusal(Diagnostic(code: .tableKind, message, advice: advice))
  }
}
