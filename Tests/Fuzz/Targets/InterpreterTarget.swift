import RandomScripts
import Syntax

/// Running any text, statement by statement.
enum InterpreterTarget: FuzzTarget {
    static let name = "interpreter"
    static let words = LanguageWords.all

    static func take(_ bytes: [UInt8]) {
        TrialRun.run(String(decoding: bytes, as: UTF8.self))
    }
}
