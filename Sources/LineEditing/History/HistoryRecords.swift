/// The text of the history's file: an entry is a line, in which `\n` stands for a new line, behind a line
/// `#@ SECONDS FOLDER` that says when and where it was entered; files of earlier versions have no such lines.
enum HistoryRecords {
    private static let mark = "#@ "

    static func text(of entry: HistoryEntry) -> String {
        var text = ""
        if let time = entry.time {
            text = mark + String(time) + " " + encoded(entry.folder ?? "") + "\n"
        }
        return text + encoded(entry.text) + "\n"
    }

    static func entries(in bytes: some Sequence<UInt8>, isWhole: Bool = true) -> [HistoryEntry] {
        var lines = Array(bytes).split(separator: newline)[...]
        if !isWhole { lines = lines.dropFirst() }
        var entries: [HistoryEntry] = []
        var origin: HistoryEntry?
        for line in lines {
            let line = String(decoding: line, as: UTF8.self)
            if line.hasPrefix(mark), let found = Self.origin(line) {
                origin = found
            } else {
                // A torn line, such as a backslash alone, can have no text.
                let text = decoded(line)
                if !text.isEmpty {
                    entries.append(
                        HistoryEntry(text, time: origin?.time, folder: origin?.folder))
                }
                origin = nil
            }
        }
        return entries
    }

    private static func origin(_ line: String) -> HistoryEntry? {
        let parts = line.dropFirst(mark.count).split(
            separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let time = Int(parts[0]) else { return nil }
        let folder = decoded(String(parts[1]))
        return HistoryEntry("", time: time, folder: folder.isEmpty ? nil : folder)
    }

    // Bytes, for a mark behind a newline or a backslash is one character with it.
    private static func encoded(_ entry: String) -> String {
        // What is typed is no mark.
        var bytes: [UInt8] = entry.hasPrefix(mark) ? [backslash] : []
        bytes.reserveCapacity(entry.utf8.count + 1)
        for byte in entry.utf8 {
            switch byte {
            case newline: bytes += [backslash, letter]
            case backslash: bytes += [backslash, backslash]
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func decoded(_ line: String) -> String {
        guard line.utf8.contains(backslash) else { return line }
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in line.utf8 {
            if isEscaped {
                bytes.append(byte == letter ? newline : byte)
                isEscaped = false
            } else if byte == backslash {
                isEscaped = true
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let newline = UInt8(ascii: "\n")
    private static let backslash = UInt8(ascii: "\\")
    private static let letter = UInt8(ascii: "n")
}
