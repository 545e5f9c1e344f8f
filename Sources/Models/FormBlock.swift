/// A piece of a form, whatever the format that it is written in.
enum FormBlock {
  case title(String)
  case heading(Int, String)
  /// What is asked: in italics, and no answer.
  case prompt(String)
  /// `label : value`, the value to be filled when it is empty.
  case field(String, String)
  /// A box to tick.
  case box(String)
  /// Where the candidate writes.
  case room
  /// The first row is the head; the widths are parts of that of the page.
  case table(widths: [Int], rows: [[String]])
}
