import Platform

extension Value: Equatable {
    /// Whether two values are the same. Work that is given up says false, which nobody may use.
    package static func == (a: Value, b: Value) -> Bool {
        switch (a, b) {
        case (.nothing, .nothing): true
        case (.boolean(let a), .boolean(let b)): a == b
        case (.percentage(let a), .percentage(let b)): a == b
        case (.number, .number), (.number, .percentage), (.percentage, .number):
            a.asNumber == b.asNumber
        case (.string(let a), .string(let b)): a == b
        case (.range(let a, let b), .range(let c, let d)): a == c && b == d
        case (.list(let a), .list(let b)): a == b
        case (.record(let a), .record(let b)): a == b
        default: false
        }
    }
}

extension List: Equatable {
    package static func == (a: List, b: List) -> Bool {
        guard a.extent == b.extent, a.count == b.count else { return false }
        let (a, b) = (a.items, b.items)
        for index in a.indices {
            if index % 1024 == 0, Abandonment.isRequested { return false }
            guard a[index] == b[index] else { return false }
        }
        return true
    }
}
