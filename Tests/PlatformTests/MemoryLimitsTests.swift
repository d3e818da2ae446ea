import Platform
import TestSupport
import Testing

@Suite struct MemoryLimitsTests {
    private func folder(_ files: [String: String]) -> TemporaryFolder {
        let folder = TemporaryFolder()
        for (name, text) in files {
            var path = ""
            for part in name.split(separator: "/").dropLast() {
                path += (path.isEmpty ? "" : "/") + part
                folder.makeFolder(path)
            }
            folder.write(name, text)
        }
        return folder
    }

    @Test func `the machine's limit is the memory that is available`() {
        let folder = folder(["proc/meminfo": "MemTotal:  9000 kB\nMemAvailable:  5000 kB\n"])
        #expect(MemoryLimits.machine(root: folder.path)?.left == 5000 * 1024)
    }

    @Test func `a control group of version 2 is bound by those above it`() {
        let folder = folder([
            "proc/self/cgroup": "0::/a/b\n",
            "sys/fs/cgroup/a/memory.max": "1000\n", "sys/fs/cgroup/a/memory.current": "900\n",
            "sys/fs/cgroup/a/memory.stat": "anon 5\ninactive_file 300\nactive_file 100\n",
            "sys/fs/cgroup/a/b/memory.max": "max\n", "sys/fs/cgroup/a/b/memory.current": "900\n",
        ])
        #expect(MemoryLimits.controlGroups(root: folder.path).map(\.left) == [500])
    }

    @Test func `a control group of version 1 is found, also as a container sees it`() {
        let folder = folder([
            "proc/self/cgroup": "7:cpu:/x\n4:memory:/docker/1\n0::/\n",
            "sys/fs/cgroup/memory/memory.limit_in_bytes": "1000\n",
            "sys/fs/cgroup/memory/memory.usage_in_bytes": "1200\n",
        ])
        #expect(MemoryLimits.controlGroups(root: folder.path).map(\.left) == [0])
    }

    private func message(_ factors: (Int, Int), left: Int) -> String {
        MemoryBudget.$testLimits.withValue(MemoryLimits([.init("on this machine", left: left)])) {
            do throws(MemoryShortage) {
                try MemoryBudget.request(factors.0, factors.1, for: "a matrix")
                return "granted"
            } catch {
                return error.message
            }
        }
    }

    @Test func `a request is granted up to what is left, and refused with the numbers`() {
        #expect(message((10, 100), left: 1000) == "granted")
        #expect(message((0, .max), left: 0) == "granted")
        #expect(
            message((2_000_000_000, 16), left: 3_100_000_000)
                == "a matrix would take 32.0 GB of memory, and 3.1 GB are left on this machine")
        #expect(
            message((.max, 2), left: 999_000)
                == "a matrix would take more than 9 EB of memory, and 999 KB are left on this machine"
        )
    }

    @Test func `a list that grows asks again when it has doubled`() throws {
        let limits = MemoryLimits([.init("on this machine", left: 400_000)])
        let granted = MemoryBudget.$testLimits.withValue(limits) {
            var budget = GrowingBudget(for: "a list")
            return (1...100).first { (try? budget.grow(to: $0 * 10_000)) == nil }
        }
        // 64 KB, then 140 KB and 300 KB are granted; 620 KB are not.
        #expect(granted == 31)
    }
}
