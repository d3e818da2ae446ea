extension MemoryLimits {
    /// The limits of Linux's control groups, of versions 1 and 2, that this process is in. A group is
    /// bound by those above it too.
    package static func controlGroups(root: String = "") -> [Limit] {
        SystemFile.lines(root + "/proc/self/cgroup").flatMap { line -> [Limit] in
            let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { return [] }
            let path = String(parts[2])
            if parts[1].split(separator: ",").contains("memory") {
                return limits(
                    root + "/sys/fs/cgroup/memory", path, most: "memory.limit_in_bytes",
                    used: "memory.usage_in_bytes")
            }
            guard parts[1].isEmpty else { return [] }
            return limits(
                root + "/sys/fs/cgroup", path, most: "memory.max", used: "memory.current")
        }
    }

    /// Of a group and all above it. A container may see its own group as the hierarchy's top, under
    /// whatever path the machine knows it.
    private static func limits(_ top: String, _ path: String, most: String, used: String)
        -> [Limit]
    {
        var folders = [top]
        for part in path.split(separator: "/") { folders.append("\(folders.last ?? top)/\(part)") }
        return folders.compactMap { folder in
            guard let most = SystemFile.lines("\(folder)/\(most)").first.flatMap({ Int($0) }),
                let used = SystemFile.lines("\(folder)/\(used)").first.flatMap({ Int($0) })
            else { return nil }
            // The pages of files are counted as used, and given back when memory is short.
            let files = ["inactive_file", "active_file"].reduce(0) {
                $0 + (SystemFile.number($1, in: "\(folder)/memory.stat") ?? 0)
            }
            return Limit("in this control group", left: most - max(0, used - files))
        }
    }
}
