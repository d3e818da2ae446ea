internal import CKernels

/// Loops over the bytes of a text.
package enum TextKernels {
    /// What stands in a part of a text.
    package struct Counts {
        package let newlines: Int
        package let quotes: Int
        /// Whether every byte is at most 127.
        package let isASCII: Bool
    }

    package static func counts(_ text: Span<UInt8>, _ range: Range<Int>) -> Counts {
        precondition(range.lowerBound >= 0 && range.upperBound <= text.count, "a part of the text")
        let counts = unsafe text.withUnsafeBufferPointer { text in
            unsafe text.baseAddress.map {
                unsafe lc_count_text($0 + range.lowerBound, range.count)
            }
        }
        guard let counts else { return Counts(newlines: 0, quotes: 0, isASCII: true) }
        return Counts(
            newlines: Int(counts.newlines), quotes: Int(counts.quotes),
            isASCII: counts.has_high == 0
        )
    }

    /// The first place of a range whose byte is above 127; the range's end where there is none.
    package static func asciiEnd(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= text.count, "a part of the text")
        return unsafe text.withUnsafeBufferPointer { text in
            guard let start = text.baseAddress else { return range.upperBound }
            return unsafe range.lowerBound + lc_ascii_length(start + range.lowerBound, range.count)
        }
    }

    /// The first separator or newline of a range; the range's end where there is none.
    package static func cellEnd(
        _ text: Span<UInt8>, _ range: Range<Int>, separator: UInt8
    ) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= text.count, "a part of the text")
        return unsafe text.withUnsafeBufferPointer { text in
            guard let start = text.baseAddress else { return range.upperBound }
            return unsafe lc_cell_end(start, range.lowerBound, range.upperBound, separator)
        }
    }

    /// A number that differs for most different texts, and with each seed.
    package static func hash(_ text: Span<UInt8>, _ range: Range<Int>, seed: UInt64) -> UInt64 {
        precondition(range.lowerBound >= 0 && range.upperBound <= text.count, "a part of the text")
        return unsafe text.withUnsafeBufferPointer { text in
            guard let start = text.baseAddress else { return seed }
            return unsafe lc_text_hash(start + range.lowerBound, range.count, seed)
        }
    }

    /// Whether two parts of a text have the same bytes.
    package static func areEqual(
        _ text: Span<UInt8>, _ one: Range<Int>, _ other: Range<Int>
    ) -> Bool {
        precondition(one.lowerBound >= 0 && one.upperBound <= text.count, "a part of the text")
        precondition(other.lowerBound >= 0 && other.upperBound <= text.count)
        guard one.count == other.count else { return false }
        return unsafe text.withUnsafeBufferPointer { text in
            guard let start = text.baseAddress else { return true }
            return unsafe lc_text_equal(
                start + one.lowerBound, start + other.lowerBound, one.count) != 0
        }
    }
}
