import Numeric

/// Random search (CS231n, lecture 3, "a first very bad idea"): W ~ N(0, scale²), each attempt
/// evaluated on all training examples, the best one kept.
///
/// For byte features the proposals are drawn in raw-pixel units, as in the lecture, on an 8-bit
/// grid: a Gaussian rounded to multiples of 4·scale/127. Scores are then exact integer products,
/// centred by the training mean, and many attempts share a pass over the data. In scaled
/// coordinates the proposal is w·σ. Other features take proposals in scaled coordinates.
package struct RandomSearch: Sendable {
    package var attempts: Int
    package var scale: Double
    package var seed: UInt64
    package var stream: UInt64

    package init(attempts: Int, scale: Double = 1e-4, seed: UInt64, stream: UInt64 = 1) {
        self.attempts = attempts
        self.scale = scale
        self.seed = seed
        self.stream = stream
    }

    /// Attempts that share a pass; fixed, so that results do not depend on it.
    private static let group = 40
    private static let sliceRows = 512

    package func run(
        objective: Objective, examples: Examples, validation: Examples?,
        observer: RunObserver = RunObserver()
    ) -> SearchResult {
        let clock = Stopwatch()
        var best: (loss: Double, attempt: Int)?
        var curve: [CurvePoint] = []
        var done = 0
        while done < attempts, !observer.isCancelled() {
            let count = min(Self.group, attempts - done)
            let losses = losses(from: done, count: count, objective: objective, examples: examples)
            for (index, loss) in losses.enumerated() where loss < best?.loss ?? .infinity {
                best = (loss, done + index)
                curve.append(
                    CurvePoint(step: done + index + 1, epoch: Double(done + index + 1), loss: loss))
            }
            done += count
            let seconds = clock.seconds
            observer.report(
                RunProgress(
                    fraction: Double(done) / Double(attempts), loss: best?.loss ?? .infinity,
                    examplesPerSecond: Double(done * examples.count) / max(seconds, 1e-9),
                    secondsLeft: seconds / Double(done) * Double(attempts - done),
                    label: "\(done)/\(attempts)"))
        }
        if let last = curve.last {
            curve.append(CurvePoint(step: done, epoch: Double(done), loss: last.loss))
        }
        let classifier = proposal(best?.attempt ?? 0, examples: examples)
        return SearchResult(
            classifier: classifier, attempts: done, bestAttempt: (best?.attempt ?? -1) + 1,
            curve: curve,
            seconds: clock.seconds, stop: done < attempts ? .interrupted(step: done) : .finished,
            train: objective.evaluate(classifier, on: examples),
            validation: validation.map { objective.evaluate(classifier, on: $0) })
    }

    private func random(_ attempt: Int) -> SeededRandom {
        SeededRandom(seed: seed, stream: stream &* 1_000_003 &+ UInt64(attempt))
    }

    private func isExact(_ examples: Examples) -> Bool {
        if case .bytes = examples.features { examples.dimension <= 66_000 } else { false }
    }

    /// The classifier of one attempt, in scaled coordinates.
    package func proposal(_ attempt: Int, examples: Examples) -> LinearClassifier {
        let classes = examples.classCount
        let dimension = examples.dimension
        guard isExact(examples) else {
            var random = random(attempt)
            return .gaussian(classes: classes, dimension: dimension, scale: scale, random: &random)
        }
        let grid = grid(attempt, count: classes * dimension)
        var result = LinearClassifier.zeros(classes: classes, dimension: dimension)
        let unit = 4 * scale / 127
        for c in 0..<classes {
            for d in 0..<dimension {
                let raw = Double(grid[c * dimension + d]) * unit
                result.W[c, d] = Float(raw * Double(examples.scaling.scale[d]))
            }
        }
        return result
    }

    /// One attempt's weights in units of 4·scale/127.
    private func grid(_ attempt: Int, count: Int) -> [Int8] {
        var random = random(attempt)
        return (0..<count).map { _ in
            Int8(max(-127, min(127, (random.normal() * 127 / 4).rounded())))
        }
    }

    /// The whole objective of some attempts.
    private func losses(
        from first: Int, count: Int, objective: Objective, examples: Examples
    ) -> [Double] {
        let sums =
            isExact(examples)
            ? exactSums(from: first, count: count, loss: objective.loss, examples: examples)
            : (0..<count).map { index in
                Pass(examples).run(
                    proposal(first + index, examples: examples), loss: objective.loss
                ).loss
            }
        return sums.enumerated().map { index, sum in
            let regularization =
                objective.strength == 0
                ? 0 : objective.regularization(proposal(first + index, examples: examples))
            return sum / Double(max(examples.count, 1)) + regularization
        }
    }

    /// Σ Lᵢ of each attempt by integer products.
    private func exactSums(from first: Int, count: Int, loss: any Loss, examples: Examples)
        -> [Double]
    {
        let classes = examples.classCount
        let dimension = examples.dimension
        let vectors = count * classes
        let stride = RowBlock.integerStride(dimension)
        let unit = 4 * scale / 127
        var weights = [Int8](repeating: 0, count: vectors * stride)
        var centre = [Double](repeating: 0, count: vectors)
        unsafe weights.withUnsafeMutableBufferPointer { weights in
            unsafe centre.withUnsafeMutableBufferPointer { centre in
                let sharedWeights = unsafe DisjointWrites(weights)
                let sharedCentre = unsafe DisjointWrites(centre)
                Parallel.forEach(count) { attempt in
                    let grid = grid(first + attempt, count: classes * dimension)
                    for c in 0..<classes {
                        var sum = 0.0
                        for d in 0..<dimension {
                            let weight = grid[c * dimension + d]
                            sharedWeights[(attempt * classes + c) * stride + d] = weight
                            sum += Double(weight) * Double(examples.scaling.mean[d])
                        }
                        sharedCentre[attempt * classes + c] = sum
                    }
                }
            }
        }
        let slices = (examples.count + Self.sliceRows - 1) / Self.sliceRows
        var partial = [Double](repeating: 0, count: slices * count)
        unsafe partial.withUnsafeMutableBufferPointer { buffer in
            let shared = unsafe DisjointWrites(buffer)
            Parallel.forEach(slices) { [weights, centre] slice in
                let range =
                    slice * Self.sliceRows..<min(examples.count, (slice + 1) * Self.sliceRows)
                let sums = sliceSums(
                    range, weights: weights, centre: centre, attempts: count, unit: unit, loss,
                    examples)
                for attempt in 0..<count { shared[slice * count + attempt] = sums[attempt] }
            }
        }
        return (0..<count).map { attempt in
            (0..<slices).reduce(0.0) { $0 + partial[$1 * count + attempt] }
        }
    }

    private func sliceSums(
        _ range: Range<Int>, weights: [Int8], centre: [Double], attempts: Int, unit: Double,
        _ loss: any Loss, _ examples: Examples
    ) -> [Double] {
        let classes = examples.classCount
        let vectors = attempts * classes
        var sums = [Double](repeating: 0, count: attempts)
        let blockRows = 64
        var products = [Int32](repeating: 0, count: blockRows * vectors)
        var scores = [Float](repeating: 0, count: classes)
        for begin in Swift.stride(from: range.lowerBound, to: range.upperBound, by: blockRows) {
            let end = min(range.upperBound, begin + blockRows)
            let rows = RowBlock(examples.features, rows: examples.rows, positions: begin..<end)
            var output = products.mutableSpan
            rows.integerProducts(weights: weights.span, vectors: vectors, into: &output)
            let centre = centre.span
            for r in 0..<end - begin {
                let label = examples.label(begin + r)
                for attempt in 0..<attempts {
                    let base = attempt * classes
                    for c in 0..<classes {
                        scores[c] = Float(
                            unit * (Double(output[r * vectors + base + c]) - centre[base + c]))
                    }
                    sums[attempt] += loss.value(scores.span, label: label)
                }
            }
        }
        return sums
    }
}

/// What a search leaves.
package struct SearchResult: Sendable {
    package var classifier: LinearClassifier
    package var attempts: Int
    /// The best one's number, from 1; 0 when nothing better was found.
    package var bestAttempt: Int
    /// The best loss so far, each time it fell.
    package var curve: [CurvePoint]
    package var seconds: Double
    package var stop: StopReason
    /// The winner, evaluated as every classifier is.
    package var train: Evaluation
    package var validation: Evaluation?
}
