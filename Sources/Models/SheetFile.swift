import CModels
import Glibc
import XML

/// A workbook under way.
@safe struct SheetFile {
  /// How a cell looks, and what a spreadsheet makes of what is typed there.
  enum Style {
    case plain, text, day, heading, help

    fileprivate var raw: sheets_style {
      switch self {
      case .plain: sheets_plain
      case .text: sheets_text
      case .day: sheets_day
      case .heading: sheets_heading
      case .help: sheets_help
      }
    }
  }

  private let book: OpaquePointer

  /// The bytes of a workbook; it is written in memory, and nowhere else.
  static func write(_ fill: (SheetFile) -> Void) throws(Refusal) -> [UInt8] {
    if let book = unsafe sheets_open() {
      fill(unsafe SheetFile(book: book))
      var count = 0
      let bytes = unsafe sheets_close(book, &count)
      defer { unsafe free(bytes) }
      if count > 0 { return unsafe Array(UnsafeBufferPointer(start: bytes, count: count)) }
    }
    throw Refusal(
      Diagnostic(
        code: .machineLimit, "le classeur n’a pas pu être préparé",
        advice: "libérer de la mémoire, puis relancer"))
  }

  func begin(_ name: String, isHidden: Bool = false) { unsafe sheets_begin(book, name, isHidden ? 1 : 0) }

  func write(_ row: Int, _ column: Int, _ text: String, _ style: Style) {
    unsafe sheets_write(book, UInt32(row), UInt32(column), text, style.raw)
  }

  func column(_ column: Int, width: Double, _ style: Style) {
    unsafe sheets_column(book, UInt32(column), width, style.raw)
  }

  func fit() { unsafe sheets_fit(book) }

  func row(_ row: Int, height: Double) { unsafe sheets_row(book, UInt32(row), height) }

  func offer(column: Int, from first: Int, to last: Int, list: Int, count: Int) {
    unsafe sheets_offer(book, UInt32(first), UInt32(last), UInt32(column), UInt32(list), UInt32(count))
  }

  func freeze(rows: Int, columns: Int) { unsafe sheets_freeze(book, UInt32(rows), UInt32(columns)) }
}
