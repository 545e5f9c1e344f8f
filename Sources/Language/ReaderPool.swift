import Synchronization

/// ReaderPool not in use, what they know of words with them: as many as texts were ever read at once.
final class ReaderPool: Sendable {
  private struct Box: @unchecked Sendable { let reader: FeatureReader }

  private let idle = Mutex<[Box]>([])
  private let model: Model
  private let vocabulary: Vocabulary

  init(_ model: Model, _ vocabulary: Vocabulary) { (self.model, self.vocabulary) = (model, vocabulary) }

  func take() -> FeatureReader { idle.withLock { $0.popLast() }?.reader ?? FeatureReader(model, vocabulary) }
  func give(_ reader: FeatureReader) { idle.withLock { $0.append(Box(reader: reader)) } }
}
