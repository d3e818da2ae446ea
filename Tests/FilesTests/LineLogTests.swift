import Files
import Platform
import TestSupport
import Testing

@Suite struct LineLogTests {
    @Test func `a long line that is given up leaves nothing of itself, and the next is whole`()
        throws
    {
        let folder = TemporaryFolder()
        let log = try #require(LineLog(folder.path + "/log"))
        #expect(log.append("first"))
        let long = String(repeating: "x", count: 9 << 20)
        #expect(!Abandonment.request(atLook: 1) { log.append(long) })
        #expect(folder.read("log") == "first\n")
        // A short line is written in one piece, also after Ctrl-C.
        #expect(Abandonment.request(atLook: 1) { log.append("last") })
        #expect(log.append(long))
        #expect(log.lines.map(\.utf8.count) == [5, 4, 9 << 20])
    }
}
