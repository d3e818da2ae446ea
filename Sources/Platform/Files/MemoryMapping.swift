#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import Synchronization

/// A regular file's bytes in memory, read from the disk as they are needed.
@safe
package struct MemoryMapping: ~Copyable {
    // Safe to share: the memory is read-only and lives as long as the value.
    private nonisolated(unsafe) let base: UnsafeMutableRawPointer?
    package let count: Int
    /// Nil for an empty file, and where too many files are mapped to watch this one.
    private let slot: MappedFiles.Slot?
    private let path: String
    private let identity: FileStatus.Identity
    /// The file was found to be shorter than it was.
    private let isShorter = Atomic<Bool>(false)

    /// - Throws: what the system said; `EISDIR` for a folder, `EINVAL` for a pipe or a device.
    package init(_ path: String) throws(SystemError) {
        let (base, status) = try unsafe Self.map(path)
        unsafe self.base = base
        count = status.size
        identity = status.identity
        self.path = path
        FaultInjection.hasMapped(path)
        slot = unsafe base.flatMap { MappedFiles.add(UInt(bitPattern: $0), count: status.size) }
    }

    /// Whether another program has shortened the file, so that bytes that were read are not its own.
    package var isChanged: Bool {
        isShorter.load(ordering: .relaxed) || slot?.isChanged ?? false
    }

    /// Compares the file's size with what it was: what is cut off within the last page raises no signal
    /// when it is read. Another file in the place of this one changes nothing in what is mapped.
    package func checkSize() {
        guard count > 0, let status = try? FileStatus(of: path), status.identity == identity,
            status.size < count
        else { return }
        isShorter.store(true, ordering: .relaxed)
    }

    @unsafe
    private static func map(_ path: String) throws(SystemError)
        -> (base: UnsafeMutableRawPointer?, status: FileStatus)
    {
        let file = try FileDescriptor(path, for: .readingWithoutWaiting)
        let status = try file.status
        switch status.kind {
        case .folder: throw .isFolder
        case .other: throw .isNoFile
        case .file: break
        }
        guard status.size > 0 else { return (nil, status) }
        let base = try unsafe FileCalls.mapFile(file.number, count: status.size)
        unsafe madvise(base, status.size, MADV_WILLNEED)
        return unsafe (base, status)
    }

    deinit {
        if let slot { MappedFiles.remove(slot) }
        if let base = unsafe base { unsafe munmap(base, count) }
    }

    /// Where the bytes begin, for as long as the mapping lives; nil for an empty file.
    @unsafe
    package var start: UnsafeRawPointer? { unsafe base.map { UnsafeRawPointer($0) } }
}
