extension ByteStorage {
    /// What `body` makes of the bytes.
    ///
    /// - Throws: what `body` throws; and where the file was shortened meanwhile, one sentence on that
    ///   in place of whatever came of its bytes.
    package func reading<Result>(_ body: () throws(FileError) -> Result) throws(FileError)
        -> Result
    {
        let result: Result
        do throws(FileError) { result = try body() } catch {
            throw shortened() ?? error
        }
        if let shortened = shortened() { throw shortened }
        return result
    }

    /// That another program has shortened the file; nil where none has.
    private func shortened() -> FileError? {
        checkSize()
        guard isChanged, let path else { return nil }
        return FileError(
            "\(path) was shortened by another program while it was read",
            hint: "load it again when it is whole")
    }
}
