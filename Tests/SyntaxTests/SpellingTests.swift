import Syntax
import Testing

@Suite struct SpellingTests {
    @Test(arguments: [
        ("ㅣㅐㅁㅇ", "load"), ("ㄴㅎㅇ", "sgd"), ("ㅣㅐㄴㄴ", "loss"), ("ㅔㅣㅐㅅ", "plot"), ("ㄷㅍ미", "eval"),
        ("ㄴㅁㅍㄷ", "save"), ("ㅗ디ㅔ", "help"), ("벼ㅑㅅ", "quit"), ("ㄱㄷㅎ", "reg"), ("ㄴㄷㅁㄱ초", "search"),
    ])
    func `what was typed on a Korean keyboard is read by its keys`(typed: String, meant: String) {
        #expect(KoreanKeyboard.keys(of: typed) == meant)
        let commands = [
            "load", "sgd", "loss", "plot", "eval", "save", "help", "quit", "reg", "search",
        ]
        #expect(Spelling.nearest(typed, in: commands) == meant)
    }

    @Test(arguments: ["변수", "값", "모델", "손실", "결과"])
    func `a Korean word is no command with slips`(word: String) {
        let commands = ["load", "sgd", "loss", "plot", "eval", "save", "help", "quit", "reg", "gd"]
        #expect(Spelling.nearest(word, in: commands) == nil)
    }

    @Test func `syllables of every kind are taken apart`() {
        #expect(KoreanKeyboard.keys(of: "한글") == "gksrmf")
        #expect(KoreanKeyboard.keys(of: "값") == "rkqt")
        #expect(KoreanKeyboard.keys(of: "의rw") == "dmlrw")
        #expect(KoreanKeyboard.keys(of: "load") == nil)
    }

    @Test(arguments: [
        ("laod", "load"), ("btach", "batch"), ("epoch", "epochs"), ("softmx", "softmax"),
    ])
    func `a slip of the finger is found`(typed: String, meant: String) {
        #expect(Spelling.nearest(typed, in: ["load", "batch", "epochs", "softmax"]) == meant)
    }

    @Test func `what is like nothing is nothing`() {
        #expect(Spelling.nearest("zebra", in: ["load", "batch"]) == nil)
        #expect(Spelling.nearest("", in: ["load"]) == nil)
    }
}
