/// Every command there is, in the order of help.
package enum Commands {
    package static let all: [any Command.Type] = [
        LoadCommand.self, SplitCommand.self, PreprocessCommand.self, DataCommand.self,
        ShowCommand.self,
        InitCommand.self, LossCommand.self, RegCommand.self, ExplainCommand.self,
        SearchCommand.self, GDCommand.self, SGDCommand.self, LBFGSCommand.self, SolveCommand.self,
        TuneCommand.self,
        GradientCommand.self,
        GradcheckCommand.self,
        EvalCommand.self, ConfusionCommand.self, ReportCommand.self, CrossvalCommand.self,
        PredictCommand.self,
        RunsCommand.self,
        RestoreCommand.self,
        CompareCommand.self,
        PlotCommand.self,
        CellsCommand.self, LastCommand.self, RerunCommand.self, EditCommand.self,
        HistoryCommand.self, UndoCommand.self,
        RedoCommand.self,
        PrintCommand.self, HelpCommand.self, StatusCommand.self, SeedCommand.self, SaveCommand.self,
        RecoverCommand.self, StoppedCommand.self, TourCommand.self,
        OpenCommand.self, RunCommand.self, ResetCommand.self, QuitCommand.self,
    ]

    /// The commands that help, completion, proposals and the reference name.
    package static var listed: [any Command.Type] { all.filter { !$0.isInternal } }

    package static func named(_ name: String) -> (any Command.Type)? {
        all.first { $0.name == name }
    }
}
