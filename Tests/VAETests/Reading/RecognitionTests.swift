import Foundation
import Testing
import XML

@testable import Artefacts
@testable import Rules

@Suite("Mots que montrent les images")
struct RecognitionTests {
  static let pictures = [
    "number-behind-text.pdf", "number-shown.heic", "number-shown.pdf", "number-shown.png",
  ]
  static let isInstalled = ["5", "4.00"].contains {
    FileManager.default.fileExists(atPath: "/usr/share/tesseract-ocr/\($0)/tessdata/fra.traineddata")
  }

  private func collect(recognition: Bool) async throws -> Inventory {
    let deposit = try Deposit()
    for name in Self.pictures {
      try deposit.add(name, Array(Data(contentsOf: Place.tests.appending(path: "Shown/" + name))))
    }
    return Inventory(files: try await deposit.collect { $0.parameters.recognition = recognition })
  }

  @Test(
    "The number of a third party that a photograph, a scan, a screenshot show is found where the centre wants it",
    .enabled(if: isInstalled))
  func found() async throws {
    let inventory = try await collect(recognition: true)
    for file in inventory.files {
      #expect(file.recognised == 1 && file.sensitive.map(\.kind) == [.nir], "\(file.name)")
    }
    #expect(inventory.files[0].sensitive[0].page == 2 && inventory.files[0].wordless == 1)
    var parameters = Fixture.session.parameters
    parameters.recognition = true
    #expect(FileFindings.pictures(inventory, parameters)?.result == .satisfied)
  }

  @Test(
    "A reader that has recognised words says the same of a scan cut short as a fresh one",
    .enabled(if: isInstalled))
  func afterwards() async throws {
    let deposit = try Deposit()
    let names = ["fine--two-pages.tiff", "truncated--cut.tiff"]
    for name in names {
      try deposit.add(name, Array(Data(contentsOf: Deposit.hostile.appending(path: name))))
    }
    var kinds: [[FileProblem]] = []
    for recognition in [true, false, true] {
      let files = try await deposit.collect { $0.parameters.recognition = recognition }
      kinds.append(try #require(files.first { $0.name == names[1] }).problems.map(\.kind))
    }
    #expect(kinds == [[.truncated], [.truncated], [.truncated]])
  }

  @Test("Where the centre does not, the files whose words were not searched are named")
  func unsearched() async throws {
    let inventory = try await collect(recognition: false)
    #expect(inventory.files.allSatisfy { $0.recognised == nil && $0.sensitive.isEmpty })
    let finding = try #require(FileFindings.pictures(inventory, Fixture.session.parameters))
    #expect(finding.result == .notEvaluated)
    for name in Self.pictures { #expect(finding.message.contains("« \(name) »")) }
    #expect(FileFindings.pictures(Inventory(files: []), Fixture.session.parameters) == nil)
  }
}
