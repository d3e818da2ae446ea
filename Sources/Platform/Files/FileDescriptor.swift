#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An open file, which is closed with its last use.
package struct FileDescriptor: ~Copyable, Sendable {
    package enum Purpose: Sendable {
        case reading
        /// A pipe without a writer does not hold up its opening.
        case readingWithoutWaiting
        /// A file that must not be there yet.
        case creating(permissions: Int)
        /// A file that is made where it is missing, read and written. A pipe in its place holds nobody
        /// up.
        case updating(permissions: Int)
        /// The same, and everything is written at its end.
        case appending(permissions: Int)

        fileprivate var flags: Int32 {
            switch self {
            case .reading: O_RDONLY
            case .readingWithoutWaiting: O_RDONLY | O_NONBLOCK
            case .creating: O_WRONLY | O_CREAT | O_EXCL
            case .updating: O_RDWR | O_CREAT | O_NONBLOCK
            case .appending: O_RDWR | O_CREAT | O_APPEND | O_NONBLOCK
            }
        }

        fileprivate var permissions: Int {
            switch self {
            case .reading, .readingWithoutWaiting: 0
            case .creating(let permissions), .updating(let permissions),
                .appending(let permissions):
                permissions
            }
        }
    }

    package let number: Int32
    /// The standard streams belong to the process and stay open.
    private let isOwned: Bool

    package init(_ path: String, for purpose: Purpose) throws(SystemError) {
        number = try FileCalls.openFile(path, purpose.flags, permissions: purpose.permissions)
        isOwned = true
    }

    private init(standard number: Int32) {
        self.number = number
        isOwned = false
    }

    package static var standardInput: FileDescriptor { FileDescriptor(standard: 0) }

    deinit { if isOwned { try? FileCalls.closeFile(number) } }

    /// Closes the file now and says what went wrong; a network's file system says some of it only
    /// here.
    package consuming func close() throws(SystemError) {
        let (number, isOwned) = (number, isOwned)
        discard self
        if isOwned { try FileCalls.closeFile(number) }
    }

    // MARK: - Bytes

    /// Reads what there is now, at most the size of a buffer; 0 at the end.
    package func read(into buffer: inout [UInt8]) throws(SystemError) -> Int {
        try unsafe buffer.withUnsafeMutableBufferPointer { bytes throws(SystemError) in
            try unsafe FileCalls.readBytes(number, UnsafeMutableRawBufferPointer(bytes))
        }
    }

    /// The bytes from a place on, fewer than `count` at the end.
    package func bytes(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: count)
        let count = try unsafe buffer.withUnsafeMutableBufferPointer { bytes throws(SystemError) in
            let bytes = UnsafeMutableRawBufferPointer(bytes)
            return try unsafe FileCalls.readBytes(number, bytes, at: offset)
        }
        return Array(buffer.prefix(count))
    }

    /// Writes all of it, whatever signals come in between.
    package func write(_ bytes: [UInt8]) throws(SystemError) {
        try unsafe bytes.withUnsafeBufferPointer { bytes throws(SystemError) in
            let bytes = UnsafeRawBufferPointer(bytes)
            var done = 0
            while done < bytes.count {
                do throws(SystemError) {
                    let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[done...])
                    let count = try unsafe FileCalls.writeBytes(number, rest)
                    guard count > 0 else { throw .inputOutput }
                    done += count
                } catch {
                    guard error.isInterruption else { throw error }
                }
            }
        }
    }

    // MARK: - The file

    /// Goes to the file's end.
    ///
    /// - Returns: the end's place, which is the file's size.
    @discardableResult
    package func seekToEnd() throws(SystemError) -> Int { try FileCalls.seekToEnd(number) }

    package func truncate(to size: Int) throws(SystemError) {
        try FileCalls.truncateFile(number, to: size)
    }

    /// Puts what was written on the disk.
    package func synchronize() throws(SystemError) { try FileCalls.synchronizeFile(number) }

    /// Locks the file against other processes until it is closed; an interrupted wait goes on.
    package func lock(waits: Bool) throws(SystemError) {
        while true {
            do throws(SystemError) {
                return try FileCalls.lockFile(number, waits: waits)
            } catch {
                guard waits, error.isInterruption else { throw error }
            }
        }
    }

    package func setPermissions(_ permissions: Int) throws(SystemError) {
        try FileCalls.changePermissions(of: number, to: permissions)
    }

    package var status: FileStatus {
        get throws(SystemError) { FileStatus(try FileCalls.status(of: number)) }
    }
}
