import XML

/// The French term of every value of every enumeration: the XSDs' own documentation, so that a status has one
/// wording on the screen, in the documents and in the schema.
public enum Labels {
  /// The label of a value of an enumeration, by the name of its simple type.
  public static func label(_ type: String, _ value: String) -> String {
    table[type]?[value] ?? value
  }

  /// Every enumeration: type name → value → label.
  public static let table: [String: [String: String]] = {
    var table: [String: [String: String]] = [:]
    for file in Schemas.files {
      guard let root = try? Element(trusted: file.bytes) else { continue }
      for type in root.children where type.name == "simpleType" {
        guard let name = type["name"], let restriction = type.first("restriction") else { continue }
        for each in restriction.children where each.name == "enumeration" {
          guard let value = each["value"] else { continue }
          table[name, default: [:]][value] = each.first("annotation")?.first("documentation")?.text
        }
      }
    }
    return table
  }()
}
