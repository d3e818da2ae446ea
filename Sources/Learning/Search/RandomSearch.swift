import Numeric
import Platform

/// Random search (CS231n, lecture 3, "a first very bad idea"): W ~ N(0, scale²), each attempt
/// evaluated on all training examples, the best one kept.
///
/// For byte features the proposals are drawn in raw-pixel units, as in the lecture, on an 8-bit
/// grid: a Gaussian rounded to multiples of 4·scale/127 (`GaussianGrid`). Scores are then exact
/// integer products, centred by the training mean, and many attempts share a pass over the data. In
/// scaled coordinates the proposal is w·σ. Other features take proposals in scaled coordinates.
package struct RandomSearch: Sendable {
    package var attempts: Int
    package var scale: Double
    package var seed: UInt64
    /// The number of this run among the runs of a seed: each draws its own random numbers.
    package var run: Int

    package init(attempts: Int, scale: Double = 1e-4, seed: UInt64, run: Int = 0) {
        self.attempts = attempts
        self.scale = scale
        self.seed = seed
        self.run = run
    }

    /// The number of attempts that share a pass; fixed, so that results are always the same.
    private static let group = 48
    /// The number of rows of a piece of work, and of a block, which stays in the second cache.
    private static let sliceRows = 480
    private static let blockRows = 48

    package func run(
        objective: Objective, examples: Examples, validation: Examples?,
        observer: RunObserver = RunObserver()
    ) -> SearchResult {
        let clock = Stopwatch()
        var best: (loss: Double, attempt: Int)?
        var bestProposal: LinearClassifier?
        var curve: [CurvePoint] = []
        var done = 0
        var drawn: [LinearClassifier] = []
        while done < attempts, !observer.isCancelled() {
            let count = min(isExact(examples) ? Self.group : 1, attempts - done)
            let group = Abandonment.step {
                if drawn.isEmpty { drawn = nextProposals(from: done, examples: examples) }
                return losses(
                    from: done, count: count, drawn: drawn.popLast(), objective: objective,
                    examples: examples)
            }
            guard let group else { break }
            for (index, loss) in group.losses.enumerated() where loss < best?.loss ?? .infinity {
                best = (loss, done + index)
                bestProposal = group.lowest
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
        let classifier =
            bestProposal
            ?? (done > 0 || attempts == 0
                ? proposal(best?.attempt ?? 0, examples: examples)
                : .zeros(classes: examples.classCount, dimension: examples.dimension))
        let stop = stop(done, hasBest: best != nil)
        return SearchResult(
            classifier: classifier, attempts: done, bestAttempt: (best?.attempt ?? -1) + 1,
            curve: curve,
            seconds: clock.seconds, stop: stop,
            train: objective.judge(classifier, on: examples, after: stop),
            validation: validation.map { objective.judge(classifier, on: $0, after: stop) })
    }

    private func stop(_ done: Int, hasBest: Bool) -> StopReason {
        if done < attempts { return .interrupted(step: done) }
        return hasBest ? .limit : .diverged(step: done, reason: "no attempt has a finite loss")
    }

    private func random(_ attempt: Int) -> SeededRandom {
        SeededRandom(seed: seed, stream: .attempt(attempt, ofRun: run))
    }

    /// Whether 32 bits hold the products. The weights above zero of D random ones, and those below, add
    /// to D·12.7 within a thousandth, and bytes are at most 255: so they do up to D = 660 000.
    private func isExact(_ examples: Examples) -> Bool {
        if case .bytes = examples.features { examples.dimension <= 500_000 } else { false }
    }

    /// The classifier of one attempt, in scaled coordinates.
    package func proposal(_ attempt: Int, examples: Examples) -> LinearClassifier {
        let classes = examples.classCount
        let dimension = examples.dimension
        guard isExact(examples) else {
            var random = random(attempt)
            return .gaussian(classes: classes, dimension: dimension, scale: scale, random: &random)
        }
        return proposal(grid(attempt, count: classes * dimension), examples: examples)
    }

    /// What a step of the grid is in scaled coordinates, of each feature.
    private func gridSteps(_ examples: Examples) -> [Double] {
        let unit = 4 * scale / 127
        return examples.scaling.scale.map { unit * Double($0) }
    }

    private func proposal(_ grid: [Int8], examples: Examples) -> LinearClassifier {
        let dimension = examples.dimension
        let scales = gridSteps(examples)
        var result = LinearClassifier.zeros(classes: examples.classCount, dimension: dimension)
        var weights = result.W.elements.mutableSpan
        for c in 0..<examples.classCount {
            for d in 0..<dimension {
                weights[c * dimension + d] = Float(Double(grid[c * dimension + d]) * scales[d])
            }
        }
        return result
    }

    /// λ R(W) of a proposal, whose weights stand nowhere: they would take longer to write than to add up.
    private func regularization(
        _ grid: [Int8], steps: [Double], classes: Int, _ objective: Objective
    ) -> Double {
        guard objective.strength != 0 else { return 0 }
        var sums = WeightSums()
        let (grid, steps) = (grid.span, steps.span)
        for c in 0..<classes {
            let row = grid.extracting(c * steps.count..<(c + 1) * steps.count)
            for d in 0..<steps.count { sums.add(Float(Double(row[d]) * steps[d])) }
        }
        return objective.strength * objective.penalty.value(sums)
    }

    /// One attempt's weights in units of 4·scale/127.
    private func grid(_ attempt: Int, count: Int) -> [Int8] {
        var random = random(attempt)
        return GaussianGrid.draw(count, from: &random)
    }

    /// The whole objective of each of `count` attempts, or of one that is drawn already, and the weights of the
    /// lowest where it takes long to draw them again.
    private func losses(
        from first: Int, count: Int, drawn: LinearClassifier?, objective: Objective,
        examples: Examples
    ) -> (losses: [Double], lowest: LinearClassifier?) {
        guard !isExact(examples) else {
            return (
                exactLosses(from: first, count: count, objective: objective, examples: examples),
                nil
            )
        }
        // Nothing is drawn where the step is given up.
        guard let drawn else { return ([], nil) }
        return ([objective.evaluate(drawn, on: examples).total], drawn)
    }

    /// The classifiers of the next attempts where these are evaluated one by one, the last first. A thread draws
    /// each, for drawing can take longer than an evaluation.
    private func nextProposals(from first: Int, examples: Examples) -> [LinearClassifier] {
        guard !isExact(examples) else { return [] }
        let weights = examples.classCount * max(examples.dimension, 1)
        let count = min(max(1, min(8, Self.drawnWeights / weights)), attempts - first)
        let drawn = Guarded<[Int: LinearClassifier]>([:])
        Parallel.forEach(count) { index in
            let proposal = proposal(first + index, examples: examples)
            drawn.with { $0[index] = proposal }
        }
        return drawn.with { drawn in (0..<count).reversed().compactMap { drawn[$0] } }
    }

    /// The most weights that are drawn before they are evaluated, unless one attempt has more.
    private static let drawnWeights = 1 << 23

    /// The same by integer products.
    private func exactLosses(
        from first: Int, count: Int, objective: Objective, examples: Examples
    ) -> [Double] {
        let classes = examples.classCount
        let dimension = examples.dimension
        let weights = IntegerWeights(vectors: count * classes, dimension: dimension)
        var centres = [Double](repeating: 0, count: count * classes)
        var regularizations = [Double](repeating: 0, count: count)
        let steps = gridSteps(examples)
        centres.withDisjointWrites { centres in
            regularizations.withDisjointWrites { regularizations in
                Parallel.forEach(count) { attempt in
                    let grid = grid(first + attempt, count: classes * dimension)
                    for c in 0..<classes {
                        // A class's rows of all attempts are neighbours: losses are summed for
                        // several attempts at a time.
                        let row = c * count + attempt
                        centres[row] = weights.place(
                            grid.span.extracting(c * dimension..<(c + 1) * dimension), at: row,
                            mean: examples.scaling.mean.span)
                    }
                    regularizations[attempt] = regularization(
                        grid, steps: steps, classes: classes, objective)
                }
            }
        }
        let sums = exactSums(weights, centres, count: count, loss: objective.scoreLoss, examples)
        return sums.indices.map { sums[$0] / Double(max(examples.count, 1)) + regularizations[$0] }
    }

    /// Σ Lᵢ of each attempt.
    private func exactSums(
        _ weights: IntegerWeights, _ centres: [Double], count: Int, loss: any ScoreLoss,
        _ examples: Examples
    ) -> [Double] {
        let slices = (examples.count + Self.sliceRows - 1) / Self.sliceRows
        var partial = [Double](repeating: 0, count: slices * count)
        partial.withDisjointWrites { shared in
            Parallel.forEach(slices) { slice in
                let range =
                    slice * Self.sliceRows..<min(examples.count, (slice + 1) * Self.sliceRows)
                shared.withSlice(slice * count..<(slice + 1) * count) { sums in
                    addSlice(range, weights: weights, centres: centres, loss, examples, to: &sums)
                }
            }
        }
        return (0..<count).map { attempt in
            (0..<slices).reduce(0.0) { $0 + partial[$1 * count + attempt] }
        }
    }

    private func addSlice(
        _ range: Range<Int>, weights: IntegerWeights, centres: [Double], _ loss: any ScoreLoss,
        _ examples: Examples, to sums: inout MutableSpan<Double>
    ) {
        var scores = StackedScores(
            rows: Self.blockRows, classes: examples.classCount, stacked: sums.count,
            unit: 4 * scale / 127, centres: centres)
        let rows = RowBlock(examples.features, rows: examples.rows, positions: range)
        let labels = range.map { Int32(examples.label($0)) }
        for begin in Swift.stride(from: 0, to: range.count, by: Self.blockRows) {
            let block = begin..<min(range.count, begin + Self.blockRows)
            var output = scores.products.mutableSpan
            rows.integerProducts(of: block, weights, into: &output)
            loss.addValues(scores, labels: labels.span.extracting(block), into: &sums)
        }
    }
}
