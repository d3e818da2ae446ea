internal import CKernels

/// Decimal numbers in text, with the bits that the C library's `strtof` gives.
package enum DecimalKernels {
    /// The number that begins at a place, which moves behind it; nil where none begins there, and for the
    /// few numbers whose last bit needs more care.
    package static func number(
        _ text: Span<UInt8>, at place: inout Int, before end: Int
    ) -> Float? {
        precondition(place >= 0 && place <= end && end <= text.count, "a part of the text")
        var number: Float = 0
        let behind = unsafe text.withUnsafeBufferPointer { text in
            guard let start = text.baseAddress else { return 0 }
            return unsafe Int(lc_decimal(start, place, end, UInt8(ascii: "."), &number))
        }
        guard behind > place else { return nil }
        place = behind
        return number
    }

    /// How far the numbers of a record were read.
    package struct Cells {
        package let count: Int
        /// Where the first cell begins that was not read, or, with `isBehind`, where the last one ends.
        package let place: Int
        package let isBehind: Bool
    }

    /// Reads the cells from a place on to the numbers of a range, until one is no plain number or the
    /// record ends. Spaces and quotes may stand around a number.
    package static func cells(
        _ text: Span<UInt8>, from place: Int, separator: UInt8, point: UInt8,
        into numbers: inout MutableSpan<Float>, _ range: Range<Int>
    ) -> Cells {
        precondition(place >= 0 && place <= text.count, "a place in the text")
        precondition(range.lowerBound >= 0 && range.upperBound <= numbers.count)
        let cells = unsafe text.withUnsafeBufferPointer { text in
            unsafe numbers.withUnsafeMutableBufferPointer { numbers -> lc_cells? in
                guard let start = text.baseAddress, let first = numbers.baseAddress else {
                    return nil
                }
                return unsafe lc_decimal_cells(
                    start, place, text.count, separator, point, range.count,
                    first + range.lowerBound)
            }
        }
        guard let cells else { return Cells(count: 0, place: place, isBehind: false) }
        return Cells(
            count: Int(cells.count), place: Int(cells.place), isBehind: cells.is_behind != 0)
    }
}
