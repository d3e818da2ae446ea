/// Windows that change their size.
extension ScreenModel {
    package mutating func resize(columns newColumns: Int, rows newHeight: Int) {
        var all = scrolledOut + lines
        var place = scrolledOut.count + cursorRow
        if wrapsAgain, newColumns != columns {
            (all, place) = wrapped(all, place, newColumns)
        } else {
            for index in all.indices {
                all[index].cells = Self.fitted(all[index].cells, newColumns)
            }
            cursorColumn = min(cursorColumn, newColumns - 1)
        }
        (columns, height, isPending) = (newColumns, newHeight, false)
        // Empty lines below the cursor go first; then lines scroll out at the top.
        while all.count > height, all.count - 1 > place, Self.text(all[all.count - 1].cells).isEmpty
        {
            all.removeLast()
        }
        let out = max(0, all.count - height)
        scrolledOut = Array(all[..<out])
        lines = Array(all[out...])
        while lines.count < height { lines.append(Line(cells: Self.empty(columns))) }
        cursorRow = max(0, place - out)
    }

    private static func fitted(_ cells: [Cell], _ columns: Int) -> [Cell] {
        Array(cells.prefix(columns)) + empty(max(0, columns - cells.count))
    }

    /// The lines wrapped to another width, and the cursor's new place among them.
    private mutating func wrapped(_ all: [Line], _ place: Int, _ width: Int) -> ([Line], Int) {
        var result: [Line] = []
        var newPlace = 0
        var logical: [Cell] = []
        var cursor: Int?
        for (index, line) in all.enumerated() {
            if index == place { cursor = logical.count + cursorColumn }
            logical += line.cells
            if line.isWrapped { continue }
            while let last = logical.last, last == Cell(), logical.count > (cursor ?? 0) {
                logical.removeLast()
            }
            if let cursor {
                newPlace = result.count + cursor / width
                cursorColumn = cursor % width
            }
            let pieces = max(1, (max(logical.count, (cursor ?? -1) + 1) + width - 1) / width)
            for piece in 0..<pieces {
                let cells = Array(logical.dropFirst(piece * width).prefix(width))
                result.append(Line(cells: Self.fitted(cells, width), isWrapped: piece + 1 < pieces))
            }
            (logical, cursor) = ([], nil)
        }
        return (result, newPlace)
    }
}
