/// How much of a foreign document is read before it is refused.
///
/// The figures leave room for the longest dossier a person would write and stop everything else early.
public struct Limits: Sendable {
  /// Bytes in a file.
  public var bytes = 16 << 20
  /// Elements inside elements.
  public var depth = 32
  /// Elements in all.
  public var elements = 400_000
  /// Attributes on one element.
  public var attributes = 32
  /// Bytes in one attribute.
  public var attributeBytes = 8 << 10
  /// Bytes of text in one element.
  public var textBytes = 1 << 20
  /// Problems reported for one document; the rest is counted out loud.
  public var diagnostics = 20

  /// The limits for what people hand in.
  public init() {}
}
