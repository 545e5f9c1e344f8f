// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let safe: [SwiftSetting] = strict + [.strictMemorySafety()]

/// The rooms of the house, from the ground up: each may lean on those it names, and on nothing else. `XML` and `Schemas`
/// are under all of them.
func room(_ name: String, on others: [Target.Dependency], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: ["XML", "Schemas"] + others, resources: resources, swiftSettings: safe)
}

func tests(_ name: String, of rooms: [Target.Dependency], except: [String] = []) -> Target {
  .testTarget(name: name, dependencies: ["XML", "Schemas"] + rooms, exclude: except, swiftSettings: strict)
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let numerics = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let csv = Target.Dependency.product(name: "SwiftCSV", package: "SwiftCSV")

let paperLibraries = [
  "poppler-cpp", "qpdf", "jpeg", "png", "heif", "webp", "tiff", "tesseract", "lept",
]

let package = Package(
  name: "acquis",
  products: [
    .executable(name: "acquis", targets: ["acquis"]),
    .executable(name: "acquis-reader", targets: ["acquis-reader"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CMagic", providers: [.apt(["libmagic-dev"])]),
    .systemLibrary(name: "CLinux"),
    .target(name: "CChannel"),
    // Its libraries are of the reader alone: poppler is under the GPL (docs/decisions/0011).
    .target(name: "CPapers", linkerSettings: paperLibraries.map { .linkedLibrary($0) }),
    .target(name: "CModels", linkerSettings: ["xlsxwriter", "z", "zip"].map { .linkedLibrary($0) }),
    .target(name: "CKnowledge", exclude: ["RNCP28236.xml", "RNCP28236.model"]),
    // The only room that handles memory by hand.
    .target(name: "XML", dependencies: ["CLibXML2"], swiftSettings: strict),
    .target(
      name: "Schemas", dependencies: ["XML"], resources: [.embedInCode("XSD")], swiftSettings: safe),

    // No file, no clock, no process in these four.
    room("Artefacts", on: [crypto]),
    room("Language", on: ["Artefacts", "CStemmer", "CKnowledge", numerics]),
    room("Rules", on: ["Artefacts", "Language"]),
    room("Pages", on: ["Artefacts"], resources: [.embedInCode("Resources")]),

    room("Files", on: ["Artefacts", "CLinux", crypto]),
    room("Channel", on: ["Artefacts", "Files", "CChannel"]),
    room("Reading", on: ["Artefacts", "Language", "Files", "Channel"]),
    room("Models", on: ["Artefacts", "Reading", "CModels"], resources: [.embedInCode("Resources")]),
    room("Engine", on: ["Artefacts", "Files"]),
    room("Exchange", on: ["Artefacts", "Language", "Files", "Channel"]),

    // What comes from outside is parsed here: of the reader alone.
    room(
      "Papers", on: ["Artefacts", "Language", "Channel", "CArchive", "CMagic", csv],
      resources: [.embedInCode("Resources")]),

    room(
      "VAE",
      on: ["Artefacts", "Language", "Rules", "Pages", "Files", "Reading", "Models", "Engine", "Exchange"],
      resources: [.embedInCode("Resources")]),
    .executableTarget(
      name: "acquis",
      dependencies: [
        "VAE", "XML", "Schemas", "Artefacts", "Language", "Files", "Channel", "Reading", "Engine", "Exchange",
        arguments,
      ], swiftSettings: safe),
    .executableTarget(
      name: "acquis-reader", dependencies: ["Papers", "Channel", "Artefacts", "XML", "CChannel", "CPapers"],
      swiftSettings: safe),
    tests("XMLTests", of: [], except: ["Hostile"]),
    tests(
      "VAETests",
      of: [
        "VAE", "Artefacts", "Language", "Rules", "Pages", "Files", "Channel", "Reading", "Models", "Papers",
        "Engine", "Exchange",
      ],
      except: ["HostileEvidence", "OldSession", "Workbooks", "Shown", "TurnedReader", "FilledForm"]),
    tests(
      "acquisTests", of: ["acquis", "VAE", "Artefacts", "Engine", "Files"],
      except: ["sleeping-disk.py", "fill-workbook.py", "Workbooks"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// Built for `Tests/Fuzz/run` alone.
if Context.environment["ACQUIS_FUZZ"] != nil {
  package.products.append(.executable(name: "acquis-fuzz", targets: ["acquis-fuzz"]))
  package.targets.append(
    .executableTarget(
      name: "acquis-fuzz", dependencies: ["Papers", "Channel", "Artefacts", "Schemas", "XML", "CPapers"],
      path: "Tests/Fuzz", exclude: ["run"],
      swiftSettings: safe + [.unsafeFlags(["-parse-as-library"])]))
}
