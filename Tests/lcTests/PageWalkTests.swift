import LineEditing
import Testing
import lc

@Suite struct PageWalkTests {
    private static let lines = (0..<10).map { $0 % 4 == 2 ? "line \($0) HIT" : "line \($0)" }

    @Test func `pages, lines and the rest follow each other`() {
        var walk = PageWalk(Self.lines, page: 3)
        #expect(walk.left == 7)
        #expect(walk.take(.page) == .further(3..<6))
        #expect(walk.take(.line) == .further(6..<7))
        #expect(walk.take(.all) == .further(7..<10))
        #expect(walk.left == 0 && walk.take(.quit) == .end)
    }

    @Test func `back shows the screen before, and the start the first`() {
        var walk = PageWalk(Self.lines, page: 3)
        _ = walk.take(.page)
        _ = walk.take(.page)
        #expect(walk.take(.back) == .anew(3..<6))
        #expect(walk.take(.back) == .anew(0..<3))
        #expect(walk.take(.back) == .anew(0..<3))
        _ = walk.take(.all)
        #expect(walk.take(.start) == .anew(0..<3) && walk.left == 7)
    }

    @Test func `a search begins on the screen and goes on both ways`() {
        var walk = PageWalk(Self.lines, page: 3)
        #expect(walk.take(.next) == .notFound)
        #expect(walk.take(.search("hit", isBack: false)) == .anew(2..<5))
        #expect(walk.pattern == "hit")
        #expect(walk.take(.next) == .anew(6..<9))
        #expect(walk.take(.next) == .notFound)
        #expect(walk.take(.previous) == .anew(2..<5))
        #expect(walk.take(.previous) == .notFound)
        #expect(walk.take(.search("nothing", isBack: false)) == .notFound)
    }

    @Test func `a search goes back from the screen's first line, and N turns it`() {
        var walk = PageWalk(Self.lines, page: 3)
        _ = walk.take(.page)
        _ = walk.take(.page)
        #expect(walk.take(.search("hit", isBack: true)) == .anew(2..<5))
        #expect(walk.take(.next) == .notFound)
        #expect(walk.take(.previous) == .anew(6..<9))
        #expect(walk.take(.search("", isBack: true)) == .anew(2..<5))
        #expect(walk.percent == 50 && walk.top == 2)
    }

    @Test func `the way goes on through other lines, with the search`() {
        var walk = PageWalk(Self.lines, page: 3)
        _ = walk.take(.search("hit", isBack: false))
        var other = walk.through(["a", "b hit", "c", "d", "e"], from: 4)
        #expect(other.left == 0 && other.take(.previous) == .notFound)
        #expect(other.take(.next) == .anew(1..<4))
        var few = walk.through([], from: 7)
        #expect(few.left == 0 && few.percent == 100 && few.take(.page) == .further(0..<0))
    }

    @Test func `a hit on the last screen shows a whole screen`() {
        var walk = PageWalk(Self.lines, page: 4)
        #expect(walk.take(.search("line 9", isBack: false)) == .anew(6..<10))
        #expect(walk.left == 0)
    }

    @Test func `no lines, and a window that grows`() {
        var none = PageWalk([], page: 3)
        #expect(none.left == 0 && none.take(.page) == .further(0..<0))
        #expect(none.take(.back) == .anew(0..<0))
        var walk = PageWalk(Self.lines, page: 2)
        walk.page = 100
        #expect(walk.take(.page) == .further(2..<10))
        #expect(walk.take(.back) == .anew(0..<10))
    }
}
