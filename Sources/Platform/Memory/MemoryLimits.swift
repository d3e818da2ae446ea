/// What bounds the memory that this process can take now.
package struct MemoryLimits {
    /// A bound, and how much can still be taken before it is reached.
    package struct Limit: Equatable {
        /// Where the memory is left, as a sentence says it: `on this machine`.
        package let place: String
        /// In bytes.
        package let left: Int

        package init(_ place: String, left: Int) {
            self.place = place
            self.left = max(0, left)
        }
    }

    package let all: [Limit]

    package init(_ limits: [Limit]) { all = limits }

    /// The limit that is reached first.
    package var tightest: Limit? { all.min { $0.left < $1.left } }

    /// The machine's available memory, the control groups' and the process's limits as they are now.
    package static var current: MemoryLimits {
        MemoryLimits([machine()].compactMap(\.self) + controlGroups() + process())
    }

    /// `root` is a folder in whose place a test has files of its own.
    package static func machine(root: String = "") -> Limit? {
        let left =
            SystemFile.number("MemAvailable", in: root + "/proc/meminfo").map { $0 * 1024 }
            ?? PhysicalMemory.size
        return left.map { Limit("on this machine", left: $0) }
    }
}
