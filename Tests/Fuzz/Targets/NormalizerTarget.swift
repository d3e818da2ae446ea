import Session
import Syntax

/// Making statements of copied text: what is normalized once stays as it is.
enum NormalizerTarget: FuzzTarget {
    static let name = "normalizer"
    static let words = LanguageWords.all

    static func take(_ bytes: [UInt8]) {
        let normalizer = Session().normalizer
        let text = String(decoding: bytes, as: UTF8.self)
        let result = normalizer.normalize(text)
        if result.unclear.isEmpty, result.refusal == nil {
            let once = result.text
            promise(normalizer.normalize(once).text == once, "normalizing twice changes more")
            promise(normalizer.repair(once).text == once, "a normalized text is repaired")
        }
        _ = normalizer.normalize(code: text)
        _ = normalizer.repair(text)
    }
}
