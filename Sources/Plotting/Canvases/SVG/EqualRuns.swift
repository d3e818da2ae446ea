/// Places of a row that hold the same value, each run as long as it can be.
enum EqualRuns {
    static func of<Value: Equatable>(_ row: ArraySlice<Value>) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for index in row.indices {
            if let last = runs.last, row[last.lowerBound] == row[index] {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs
    }
}
