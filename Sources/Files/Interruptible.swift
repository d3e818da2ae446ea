import Platform

/// Loops of readers and generators that can be given up.
package enum Interruptible {
    /// How many turns pass between two looks.
    private static let stretch = 4096

    /// - Throws: where the work is to be given up.
    package static func check() throws(FileError) {
        if Abandonment.isRequested { throw FileError("interrupted") }
    }

    /// As ``check()``, but looks only where `turn` is a multiple of some thousands.
    package static func check(turn: Int) throws(FileError) {
        if turn % stretch == 0 { try check() }
    }

    /// Whether all elements of a list satisfy a condition.
    package static func allSatisfy<Element>(
        _ elements: [Element], _ condition: (Element) -> Bool
    ) throws(FileError) -> Bool {
        for index in elements.indices {
            try check(turn: index)
            guard condition(elements[index]) else { return false }
        }
        return true
    }

    /// What `make` gives for each of 0..<count.
    package static func map<Element>(_ count: Int, _ make: (Int) throws(FileError) -> Element)
        throws(FileError) -> [Element]
    {
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for index in 0..<count {
            try check(turn: index)
            elements.append(try make(index))
        }
        return elements
    }
}
