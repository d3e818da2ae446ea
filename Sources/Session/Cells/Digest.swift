package import Datasets
package import Learning
import Numeric

/// A 64-bit fingerprint of words in order. It finds accidents; it does not resist forgery.
package struct Digest: Sendable {
    package private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    package init() {}

    /// One round of multiply and shift, as in MurmurHash3's finalizer.
    package mutating func add(_ word: UInt64) {
        value = (value ^ word) &* 0xFF51_AFD7_ED55_8CCD
        value ^= value >> 32
    }

    package mutating func add(_ text: String) {
        add(UInt64(text.utf8.count))
        for byte in text.utf8 { add(UInt64(byte)) }
    }

    package mutating func add(_ numbers: [Float]) {
        for number in numbers { add(UInt64(number.bitPattern)) }
    }

    /// Sixteen hexadecimal digits after an `x`, so that it never reads as a number.
    package var text: String {
        let digits = String(value, radix: 16)
        return "x" + String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension LinearClassifier {
    /// Equal for equal bits.
    package var digest: Digest {
        var digest = Digest()
        digest.add(W.elements)
        digest.add(b)
        return digest
    }
}

extension Dataset {
    /// Features, labels and class names.
    package var digest: Digest {
        var digest = Digest()
        for row in 0..<count {
            digest.add(UInt64(labels[row]))
            switch features {
            case .bytes(let rows): rows.bytes(ofRow: row).forEach { digest.add(UInt64($0)) }
            case .floats(let rows):
                rows.matrix.row(row).forEach { digest.add(UInt64($0.bitPattern)) }
            case .sparse(let rows):
                for entry in rows.entries(ofRow: row) {
                    digest.add(UInt64(rows.columns[entry]))
                    digest.add(UInt64(rows.values[entry].bitPattern))
                }
            }
        }
        classNames.forEach { digest.add($0) }
        return digest
    }
}

extension SessionState {
    /// Equal for states that are the same to the last bit, times of runs apart.
    package var digest: Digest {
        var digest = Digest()
        basis.sorted { $0.key.rawValue < $1.key.rawValue }.forEach { digest.add($0.value) }
        digest.add(classifier?.digest.value ?? 0)
        for run in runs {
            digest.add("\(run.number) \(run.source) \(run.loss) \(run.curve)")
            digest.add(run.classifier.digest.value)
        }
        for (name, value) in variables.sorted(by: { $0.key < $1.key }) {
            digest.add("\(name) \(value)")
        }
        for (name, user) in definitions.sorted(by: { $0.key < $1.key }) {
            digest.add("\(name) \(user.definition)")
        }
        digest.add("\(seed) \(draws) \(firstSeed)")
        log.entries.forEach { digest.add($0.source) }
        return digest
    }
}
