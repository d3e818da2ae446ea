#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `$EDITRC` or `~/.editrc`.
enum EditorSettings {
    private static let sizeLimit = 1 << 16

    static var text: String? {
        let path =
            variable("EDITRC") ?? variable("HOME").map { $0 + "/.editrc" }
        guard let path, !path.isEmpty, let file = unsafe fopen(path, "r") else { return nil }
        defer { unsafe fclose(file) }
        var bytes = [UInt8](repeating: 0, count: sizeLimit)
        let count = unsafe fread(&bytes, 1, sizeLimit, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    /// `bind -e`, `bind -v`: all keys are that editor's again.
    static func choosesEditor(_ line: some StringProtocol) -> Bool {
        let words = line.split(whereSeparator: \.isWhitespace)
        return words.contains("-e") || words.contains("-v")
    }

    private static func variable(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }
}
