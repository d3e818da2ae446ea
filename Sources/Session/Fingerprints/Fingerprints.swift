package import Datasets
package import Learning
import Numeric
import Synchronization

extension LinearClassifier {
    /// Equal for equal bits.
    package var digest: Digest {
        if let known = LastDigest.of(self) { return known }
        var digest = Digest()
        digest.add(W.elements)
        digest.add(b)
        LastDigest.keep(digest, of: self)
        return digest
    }
}

/// The digest of the weights that were asked for last: of many weights it takes a while, and each statement
/// asks for it twice.
private enum LastDigest {
    private static let least = 100_000
    private static let last = Mutex<(weights: LinearClassifier, digest: Digest)?>(nil)

    static func of(_ weights: LinearClassifier) -> Digest? {
        guard weights.W.elements.count >= least else { return nil }
        return last.withLock { last in
            guard let last, last.weights.W.elements.span.isIdentical(to: weights.W.elements.span),
                last.weights.b.span.isIdentical(to: weights.b.span)
            else { return nil }
            return last.digest
        }
    }

    static func keep(_ digest: Digest, of weights: LinearClassifier) {
        guard weights.W.elements.count >= least else { return }
        last.withLock { $0 = (weights, digest) }
    }
}

extension Dataset {
    /// Features, labels and class names.
    package var digest: Digest {
        var digest = Digest()
        for row in 0..<count where !Parallel.isAbandoned {
            digest.add(UInt64(labels[row]))
            switch features {
            case .bytes(let rows): rows.bytes(ofRow: row).forEach { digest.add(UInt64($0)) }
            case .floats(let rows):
                rows.row(row).forEach { digest.add(UInt64($0.bitPattern)) }
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
    /// Equal for states that are the same to the last bit; the times of runs are left out.
    package var digest: Digest {
        var digest = Digest()
        basis.sorted { $0.key.rawValue < $1.key.rawValue }.forEach { digest.add($0.value) }
        digest.add(classifier?.digest.value ?? 0)
        for run in runs {
            digest.add("\(run.number) \(run.source) \(run.loss) \(run.curve)")
            digest.add(run.classifier.digest.value)
        }
        for (name, value) in variables.sorted {
            digest.add("\(name) \(value)")
        }
        for (name, user) in definitions.sorted {
            digest.add("\(name) \(user.definition)")
        }
        digest.add("\(seed) \(draws) \(firstSeed)")
        log.forEach { digest.add($0.source) }
        return digest
    }
}

extension Split {
    var digest: UInt64 {
        var digest = Digest()
        for part in [train, val, test] + (dev.count > 0 ? [dev] : []) {
            digest.add(UInt64(part.count))
            for position in 0..<part.count {
                if Parallel.isAbandoned(turn: position) { break }
                digest.add(UInt64(part[position]))
            }
        }
        return digest.value
    }
}

extension FeatureScaling {
    var digest: UInt64 {
        var digest = Digest()
        for number in mean + scale { digest.add(UInt64(number.bitPattern)) }
        return digest.value
    }
}
