import Schemas

/// A value that one attribute or one text can hold: read from a string, written as the same string.
package protocol Scalar: ExactlyOnce, Sendable, Hashable {
  /// Reads the spelling, or nil when it is not one of this type.
  init?(spelling: String)
  /// The one spelling of the value.
  var spelling: String { get }
}

/// A closed vocabulary: its spellings are the enumeration of the same name in the XSD, its labels too.
package protocol Code: Scalar, RawRepresentable, CaseIterable where RawValue == String {}

extension Code {
  package init?(spelling: String) { self.init(rawValue: spelling) }
  package var spelling: String { rawValue }
}

extension String: Scalar {
  package init?(spelling: String) { self = spelling }
  package var spelling: String { self }
}

extension Int: Scalar {
  package init?(spelling: String) { self.init(spelling) }
  package var spelling: String { String(self) }
}

extension Bool: Scalar {
  package init?(spelling: String) {
    switch spelling {
    case "true", "1": self = true
    case "false", "0": self = false
    default: return nil
    }
  }
  package var spelling: String { self ? "true" : "false" }
}

extension Code {
  /// The French term, from the XSD’s own documentation.
  package var label: String { Labels.label(Self.vocabulary, rawValue) }

  /// The name of the simple type of the same values.
  package static var vocabulary: String {
    let name = "\(Self.self)"
    return name.prefix(1).lowercased() + name.dropFirst()
  }
}
