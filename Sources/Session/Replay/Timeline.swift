import Datasets
import Learning
import Numeric

/// The states before and after the present one, for `undo` and `redo`.
///
/// States share what they have in common, so that a further state costs little more than its own
/// weights. The oldest states go when there are more than `limit`, or when they hold more than
/// `byteLimit`.
struct Timeline {
    /// A class, for moments are moved in their list with each statement.
    private final class Moment {
        let state: SessionState
        /// The statement that led away from this state.
        let source: String
        /// Bytes that no later moment shares.
        let cost: Int

        init(state: SessionState, source: String, cost: Int) {
            self.state = state
            self.source = source
            self.cost = cost
        }
    }

    private var past: [Moment] = []
    private var future: [Moment] = []
    private var cost = 0
    static let limit = 200
    static let byteLimit = 1 << 30

    var undoCount: Int { past.count }
    var redoCount: Int { future.count }

    /// Notes that a statement led from one state to another, and replaced that much of variables.
    mutating func add(
        _ before: SessionState, source: String, after: SessionState, replacedBytes: Int
    ) {
        future = []
        let cost = before.bytes(notSharedWith: after) + replacedBytes
        push(Moment(state: before, source: source, cost: cost))
    }

    /// - Returns: the state before the present one and what led away from it.
    mutating func undo(from present: SessionState) -> (state: SessionState, source: String)? {
        guard let moment = past.popLast() else { return nil }
        cost -= moment.cost
        future.append(Moment(state: present, source: moment.source, cost: moment.cost))
        return (moment.state, moment.source)
    }

    mutating func redo(from present: SessionState) -> (state: SessionState, source: String)? {
        guard let moment = future.popLast() else { return nil }
        push(Moment(state: present, source: moment.source, cost: moment.cost))
        return (moment.state, moment.source)
    }

    private mutating func push(_ moment: Moment) {
        past.append(moment)
        cost += moment.cost
        while past.count > Self.limit || (cost > Self.byteLimit && past.count > 1) {
            cost -= past.removeFirst().cost
        }
    }
}

extension SessionState {
    /// About the number of bytes that this state holds and the other does not, without values of
    /// variables that the other has too.
    fileprivate func bytes(notSharedWith other: SessionState) -> Int {
        var bytes = 1000
        if let classifier, classifier != other.classifier {
            bytes += 4 * classifier.classes * (classifier.dimension + 1)
        }
        if let dataset = data?.dataset, data?.origin != other.data?.origin {
            bytes += dataset.features.size
        }
        if variables.count > other.variables.count {
            for (name, value) in variables.sorted where other.variables[name] == nil {
                bytes += value.bytes
            }
        }
        return bytes
    }
}

extension Value {
    /// About how many bytes it takes.
    var bytes: Int { 40 * Int(extent.elements) }

    /// About how many of them another value does not hold as well.
    func bytes(notSharedWith other: Value) -> Int {
        if case .list(let list) = self, case .list(let other) = other, list.sharesItems(with: other)
        {
            return 0
        }
        return bytes
    }
}
