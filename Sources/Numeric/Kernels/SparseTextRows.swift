internal import CKernels

/// Rows of a text of sparse rows, `label column:value column:value …`, with columns as they are written.
///
/// They belong to whoever reads them until the reading ends.
@safe
package final class SparseTextRows: @unchecked Sendable {
    /// The largest column; -1 where there is none.
    package private(set) var largest = -1
    /// Whether a row has a column 0.
    package private(set) var hasZero = false
    package private(set) var count = 0
    /// How many entries there are, none of which is 0.
    package private(set) var entries = 0

    private var labelBuffer: AlignedBuffer<Double>
    /// Where each row's entries end.
    private var endBuffer: AlignedBuffer<Int64>
    private var columns: AlignedBuffer<Int32>
    private var values: AlignedBuffer<Float>

    /// The most that a column can be.
    package static let largestColumn = 10_000_000

    /// Without rows, and with room for what a text of so many bytes has in most cases.
    package init(bytes: Int) {
        let (rows, entries) = (bytes / 256 + 16, bytes / 9 + 64)
        (labelBuffer, endBuffer) = (AlignedBuffer(unwritten: rows), AlignedBuffer(unwritten: rows))
        columns = AlignedBuffer(unwritten: entries)
        values = AlignedBuffer(unwritten: entries)
    }

    /// The number that each row begins with.
    package var labels: [Double] { (0..<count).map { labelBuffer.writes[$0] } }
    package var ends: [Int] { (0..<count).map { Int(endBuffer.writes[$0]) } }

    package func add(_ column: Int, _ value: Float) {
        makeRoom()
        (columns.writes[entries], values.writes[entries]) = (Int32(column), value)
        entries += 1
    }

    /// Ends a row whose first and last columns are given, -1 where it has none.
    package func endRow(_ label: Double, first: Int, last: Int) {
        makeRoom()
        if first == 0 { hasZero = true }
        largest = max(largest, last)
        (labelBuffer.writes[count], endBuffer.writes[count]) = (label, Int64(entries))
        count += 1
    }

    /// Reads rows of the usual form until `end` or a row of another form, where `place` stands then.
    package func readPlain(_ text: Span<UInt8>, at place: inout Int, before end: Int) {
        precondition(place >= 0 && place <= end && end <= text.count, "a part of the text")
        var isFull = false
        repeat {
            // A row that did not fit needs more than there was; how much, nobody knows.
            let isRowTooLong = isFull && count < labelBuffer.count
            makeRoom(isRowTooLong ? values.count - entries + values.count / 2 + 64 : 0)
            isFull = unsafe text.withUnsafeBufferPointer {
                unsafe read($0, at: &place, before: end)
            }
        } while isFull
    }

    /// Reads rows while there is room; whether there was too little.
    private func read(
        _ text: UnsafeBufferPointer<UInt8>, at place: inout Int, before end: Int
    ) -> Bool {
        guard let start = text.baseAddress else { return false }
        var rows = unsafe lc_sparse_rows(
            count: count, most_rows: labelBuffer.count, entries: entries,
            most_entries: values.count, labels: labelBuffer.pointer, ends: endBuffer.pointer,
            columns: columns.pointer, values: values.pointer, largest: Int64(largest),
            has_zero: hasZero ? 1 : 0)
        let stop = unsafe lc_read_sparse_rows(start, &place, end, &rows)
        unsafe (count, entries) = (rows.count, rows.entries)
        unsafe (largest, hasZero) = (Int(rows.largest), rows.has_zero != 0)
        return stop == LC_SPARSE_FULL
    }

    /// Makes room for another row and for some entries, at least one.
    private func makeRoom(_ more: Int = 1) {
        if count == labelBuffer.count {
            labelBuffer = Self.longer(labelBuffer, count + count / 2 + 16)
            endBuffer = Self.longer(endBuffer, count + count / 2 + 16)
        }
        guard entries + more > values.count else { return }
        columns = Self.longer(columns, entries + max(more, entries / 2))
        values = Self.longer(values, entries + max(more, entries / 2))
    }

    private static func longer<Element>(
        _ buffer: AlignedBuffer<Element>, _ count: Int
    ) -> AlignedBuffer<Element> {
        let result = AlignedBuffer<Element>(unwritten: count)
        result.copy(buffer.count, of: buffer, to: 0)
        return result
    }

    /// Copies all entries to places from `place` on, with columns that count from 0 where these count from
    /// `first`.
    package func copyEntries(
        to place: Int, from first: Int, columns target: DisjointWrites<Int32>,
        values numbers: DisjointWrites<Float>
    ) {
        let range = place..<place + entries
        target.takeMemory(of: range)
        numbers.takeMemory(of: range)
        target.withSlice(range) { own in
            columns.withSpan { read in
                for i in 0..<own.count { own[i] = read[i] &- Int32(first) }
            }
        }
        numbers.withSlice(range) { own in
            values.withSpan { read in
                for i in 0..<own.count { own[i] = read[i] }
            }
        }
    }
}
