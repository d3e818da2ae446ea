package import Platform

extension MemoryBudget {
    /// The same for readers and writers of files.
    package static func requestForFile(_ bytes: Int, for purpose: @autoclosure () -> String)
        throws(FileError)
    {
        do throws(MemoryShortage) {
            try request(bytes, for: purpose())
        } catch {
            throw FileError(error)
        }
    }
}

extension GrowingBudget {
    /// The same for readers of files.
    package mutating func growForFile(to bytes: Int) throws(FileError) {
        do throws(MemoryShortage) {
            try grow(to: bytes)
        } catch {
            throw FileError(error)
        }
    }
}
