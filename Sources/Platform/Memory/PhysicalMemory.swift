#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The memory of this machine.
package enum PhysicalMemory {
    /// In bytes; nil where the system does not say.
    package static let size: Int? = {
        let (pages, pageSize) = (sysconf(Int32(_SC_PHYS_PAGES)), sysconf(Int32(_SC_PAGESIZE)))
        return pages > 0 && pageSize > 0 ? Int(pages) * Int(pageSize) : nil
    }()
}
