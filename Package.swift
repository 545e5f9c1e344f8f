// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let safe: [SwiftSetting] = strict + [.strictMemorySafety()]

let package = Package(
  name: "acquis",
  products: [
    .executable(name: "acquis", targets: ["acquis"]),
    .library(name: "VAE", targets: ["VAE"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CMagic", providers: [.apt(["libmagic-dev"])]),
    .target(name: "CKnowledge", exclude: ["RNCP28236.xml", "RNCP28236.model"]),
    .target(name: "XML", dependencies: ["CLibXML2"], swiftSettings: strict),
    .target(
      name: "Schemas", dependencies: ["XML"], resources: [.embedInCode("XSD")], swiftSettings: safe),
    .target(
      name: "VAE",
      dependencies: [
        "XML", "Schemas", "CStemmer", "CArchive", "CMagic", "CKnowledge",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "SwiftCSV", package: "SwiftCSV"),
      ],
      resources: [.embedInCode("Resources")],
      swiftSettings: safe),
    .executableTarget(
      name: "acquis",
      dependencies: [
        "VAE", "XML", "Schemas",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: safe),
    .testTarget(
      name: "XMLTests", dependencies: ["XML", "Schemas"], exclude: ["Hostile"], swiftSettings: strict),
    .testTarget(
      name: "VAETests", dependencies: ["VAE", "XML", "Schemas"], exclude: ["HostileEvidence"],
      swiftSettings: strict),
    .testTarget(name: "acquisTests", dependencies: ["acquis", "VAE"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
