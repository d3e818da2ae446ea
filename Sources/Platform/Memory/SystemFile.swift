/// Small text files in which Linux tells of itself.
enum SystemFile {
    /// The lines of the file's first 16 KB; none where there is no such file.
    static func lines(_ path: String) -> [Substring] {
        do throws(SystemError) {
            let bytes = try FileDescriptor(path, for: .readingWithoutWaiting)
                .bytes(at: 0, count: 1 << 14)
            return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        } catch {
            return []
        }
    }

    /// The number behind a name at the beginning of a line: `MemAvailable:  22909488 kB`.
    static func number(_ name: String, in path: String) -> Int? {
        for line in lines(path) {
            let words = line.split { $0 == " " || $0 == ":" || $0 == "\t" }
            if words.count > 1, words[0] == name { return Int(words[1]) }
        }
        return nil
    }
}
