#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension MemoryLimits {
    /// What `ulimit -v` and `ulimit -d` leave this process.
    static func process() -> [Limit] {
        #if canImport(Glibc)
            let (space, data) = (
                __rlimit_resource_t(RLIMIT_AS.rawValue), __rlimit_resource_t(RLIMIT_DATA.rawValue)
            )
        #else
            let (space, data) = (RLIMIT_AS, RLIMIT_DATA)
        #endif
        // Pages of the whole process, in memory, shared, of its code, none, and of data and stacks.
        let pages = SystemFile.lines("/proc/self/statm").first?.split(separator: " ")
            .compactMap { Int($0) }
        guard let pages, pages.count > 5 else { return [] }
        let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))
        return [("-v", space, pages[0]), ("-d", data, pages[5])].compactMap { name, kind, used in
            var limit = rlimit()
            guard unsafe getrlimit(kind, &limit) == 0, let most = Int(exactly: limit.rlim_cur)
            else { return nil }
            return Limit("under ulimit \(name)", left: most - used * pageSize)
        }
    }
}
