import Session
import Syntax
import Testing

/// Percentages are values of their own: 100% is the share of all, and never the number 1.
@Suite struct PercentageTests {
    @Test(arguments: [
        "x = 100%; split val=$x", "x = 50% + 50%; split val=$x", "split val=(100%)",
        "def f v { split val=$v }; f 100%", "for p in [100%] { split val=$p }",
        "split val=(max(20%, 100%))", "x = {p: 130% - 30%}; split val=(x.p)",
    ])
    func `a share of all the examples is refused, wherever it comes from`(source: String) {
        let error = CommandTests.run("load iris; " + source).error
        #expect(error?.contains("a share below 100%") == true, "\(error ?? "no error")")
        #expect(error?.contains("not \"100%\"") == true || error?.contains("not 100%") == true)
    }

    @Test(arguments: ["sgd batch=100%", "x = 200%; gd steps=$x", "repeat 100% { print 1 }"])
    func `a number of things is no percentage`(source: String) {
        let error = CommandTests.run("load iris; " + source).error
        #expect(error?.contains("must be a whole number") == true || error?.contains("00%") == true)
    }

    @Test(arguments: [
        ("x = 20%; x", "20%"), ("20% * 10", "2"), ("20% == 0.2", "true"), ("20% + 1", "1.2"),
        ("1 - 20%", "0.8"), ("-20%", "-20%"), ("20% + 30%", "50%"), ("20% < 0.3", "true"),
        ("[5%, 12.5%]", "[5%, 12.5%]"), ("mean([10%, 30%])", "20%"), ("max(10%, 1)", "1"),
        ("round(33.3%, 1)", "0.3"),
    ])
    func `percentages are numbers in arithmetic`(source: String, text: String) {
        #expect(CommandTests.run(source).text == text)
    }

    @Test(arguments: ["split val=$x test=0", "sgd lr=$x epochs=1", "tune lr=[20%] epochs=1"])
    func `a percentage is taken where a number is`(source: String) {
        #expect(CommandTests.run("load iris; x = 20%; " + source).error == nil)
    }

    @Test func `a saved session has its percentages`() {
        let session = Session()
        _ = CommandTests.run("12.5%; x = _; load iris; split val=$x", in: session)
        let again = Session()
        #expect(CommandTests.run(SavedSession.text(session.state), in: again).error == nil)
        #expect(CommandTests.run("x", in: again).text == "12.5%")
    }
}
