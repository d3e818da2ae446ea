import Numeric
import Platform
import Testing

@Suite struct ElementaryTests {
    @Test func `exp and log agree with the system's to a few units in the last place`() {
        var random = SeededRandom(seed: 1)
        for _ in 0..<20_000 {
            let x = random.normal() * 50
            #expect(
                abs(Elementary.exp(x) - Mathematics.exp(x)) <= 1e-15 * Mathematics.exp(x)
                    * max(1, abs(x) / 20))
            let y = Mathematics.exp(random.normal() * 20)
            #expect(
                abs(Elementary.log(y) - Mathematics.log(y)) <= 1e-15
                    * max(1, abs(Mathematics.log(y))))
        }
    }

    @Test func `the ends of the number line are right`() {
        #expect(Elementary.exp(0) == 1)
        #expect(Elementary.exp(-800) == 0)
        #expect(Elementary.exp(800) == .infinity)
        #expect(Elementary.exp(.nan).isNaN)
        #expect(Elementary.log(1) == 0)
        #expect(Elementary.log(0) == -.infinity)
        #expect(Elementary.log(-1).isNaN)
    }
}
