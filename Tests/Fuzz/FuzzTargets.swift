/// Every target.
enum FuzzTargets {
    static let all: [any FuzzTarget.Type] = [
        ParserTarget.self, InterpreterTarget.self, ScriptsTarget.self, NormalizerTarget.self,
        CSVTarget.self, LibSVMTarget.self, MNISTTarget.self, CIFARTarget.self,
        PickleTarget.self, GzipTarget.self, TarTarget.self, ArchiveTarget.self, ArraysTarget.self,
        NewRowsTarget.self, PicturesTarget.self, RecognitionTarget.self,
        NotesTarget.self, SavedSessionTarget.self, JournalTarget.self,
        SettingsTarget.self, HistoryTarget.self, KeysTarget.self, ShownTextTarget.self,
    ]
}
