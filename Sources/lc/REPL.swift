import LineEditing
import Session
import Syntax
import TerminalText

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A session in a terminal: reads cells, runs them, and keeps their history.
struct REPL {
    let runner: Runner
    private let historyFile: HistoryFile

    init(runner: Runner) {
        self.runner = runner
        historyFile = HistoryFile()
    }

    /// Runs until `quit` or Ctrl-D; gives the exit status.
    func run() -> Int32 {
        Interrupt.install()
        let session = runner.session
        let configuration = EditorConfiguration(
            isComplete: { text in !Parser.parse(Source(name: "", text: text)).isIncomplete },
            completions: { before in CompletionList.make(before, session) },
            history: historyFile.entries())
        guard let reader = EditlineReader(configuration) else {
            runner.terminal.writeError(
                "lc: error: the terminal cannot be set up; run a script with lc FILE.lc")
            return 1
        }
        defer { reader.close() }
        if !runner.options.quiet {
            runner.terminal.write(
                "lc \(LC.version) · linear classifiers, one command at a time · help, tour, quit\n\n"
            )
        }
        JournalFolder.begin(session, runner.terminal)
        defer { session.journal?.end() }
        while !session.isFinished {
            switch reader.readCell(prompt: "[\(session.nextCell)] lc> ") {
            case .interrupted: continue
            case .endOfInput:
                runner.terminal.write("\n")
                return 0
            case .text(let text):
                guard text.contains(where: { !$0.isWhitespace }) else { continue }
                if !text.hasPrefix(" ") {
                    reader.remember(text)
                    historyFile.append(text)
                }
                SignalFlag.clear()
                _ = runner.run(cell: text)
                SignalFlag.clear()
            }
        }
        return 0
    }
}

/// A session's candidates with paths of the file system.
enum CompletionList {
    static func make(_ before: String, _ session: Session) -> Completions {
        let (start, found, wantsPath) = Completion.candidates(for: before, in: session)
        let word = String(decoding: Array(before.utf8)[start...], as: UTF8.self)
        var candidates = found.map { Completions.Candidate(text: $0.text, detail: $0.detail) }
        if wantsPath { candidates += paths(word) }
        return Completions(replaced: word.unicodeScalars.count, candidates: candidates)
    }

    private static func paths(_ word: String) -> [Completions.Candidate] {
        let folderEnd = word.lastIndex(of: "/").map { word.index(after: $0) } ?? word.startIndex
        let folder = String(word[..<folderEnd])
        let prefix = word[folderEnd...]
        var path = folder.isEmpty ? "." : folder
        if path.hasPrefix("~/"), let home = Terminal.variable("HOME") {
            path = home + path.dropFirst()
        }
        guard let directory = unsafe opendir(path) else { return [] }
        defer { unsafe closedir(directory) }
        var names: [Completions.Candidate] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name.hasPrefix(prefix), name != ".", name != "..",
                !name.hasPrefix(".") || prefix.hasPrefix(".")
            else { continue }
            let isFolder = unsafe entry.pointee.d_type == UInt8(DT_DIR)
            names.append(
                .init(
                    text: folder + TerminalText.printable(name) + (isFolder ? "/" : ""), detail: "")
            )
        }
        return names.sorted { $0.text < $1.text }
    }
}
