import Plotting
import Session
import TerminalText
import Testing
import lc

/// The colours of typed text stand out from their backgrounds: 4.5 for what is read, 3 for comments.
@Suite struct RoleColoursTests {
    private static let dark = ["000000", "1e1e1e", "282c34", "002b36", "300a24"].map(colour)
    private static let light = ["ffffff", "fdf6e3", "eeeeee"].map(colour)
    /// The eight colours of xterm and of the VGA's text mode; bold makes them bright.
    private static let basic: [[UInt8: String]] = [
        [31: "cd0000", 32: "00cd00", 33: "cdcd00", 34: "0000ee", 35: "cd00cd", 36: "00cdcd"],
        [31: "aa0000", 32: "00aa00", 33: "aa5500", 34: "0000aa", 35: "aa00aa", 36: "00aaaa"],
    ]
    private static let bright: [[UInt8: String]] = [
        [31: "ff0000", 33: "ffff00", 35: "ff00ff"], [31: "ff5555", 33: "ffff55", 35: "ff55ff"],
    ]

    private static func colour(_ digits: String) -> ScreenColour {
        let number = Int(digits, radix: 16) ?? 0
        return ScreenColour(
            red: Double(number >> 16) / 255, green: Double(number >> 8 & 255) / 255,
            blue: Double(number & 255) / 255)
    }

    private static func needed(_ role: TextRole) -> Double { role == .comment ? 3 : 4.5 }

    @Test(arguments: TextRole.allCases)
    func `256 and all colours can be read`(role: TextRole) {
        for (background, screens) in [
            (Background.dark, Self.dark), (.light, Self.light),
            (.unknown, [Self.colour("000000"), Self.colour("ffffff")]),
        ] {
            guard let index = RoleColours.index(role, background) else { continue }
            let (red, green, blue) = RoleColours.parts(of: index)
            let colour = ScreenColour(
                red: Double(red) / 255, green: Double(green) / 255, blue: Double(blue) / 255)
            for screen in screens {
                #expect(colour.contrast(with: screen) >= Self.needed(role), "\(background)")
            }
        }
    }

    @Test(arguments: TextRole.allCases)
    func `the first eight colours can be read`(role: TextRole) {
        for (background, screen) in [(Background.dark, "000000"), (.light, "ffffff")] {
            let style = RoleColours.basic(role, background)
            for (plain, bright) in zip(Self.basic, Self.bright) {
                let colours = style.contains(1) ? bright : plain
                for number in style where (30...37).contains(number) {
                    let contrast = colours[number].map(Self.colour)?
                        .contrast(with: Self.colour(screen))
                    #expect((contrast ?? 0) >= Self.needed(role), "\(background) \(number)")
                }
            }
        }
    }

    @Test(arguments: TextRole.allCases)
    func `on a background that is not known no colour of eight stands alone`(role: TextRole) {
        let style = RoleColours.basic(role, .unknown)
        let hasColour = style.contains { (30...37).contains($0) }
        #expect(!hasColour || style.contains(1) || style.contains(4))
    }

    @Test(arguments: TextRole.allCases)
    func `without colours nothing has a style`(role: TextRole) {
        for background in Background.allCases {
            #expect(RoleColours(depth: .none, background: background).style(of: role).isPlain)
        }
    }

    @Test func `what a terminal answers is light or dark`() {
        func told(_ text: String) -> Background? { ScreenColour(answer: text).map(Background.init) }
        #expect(told("11;rgb:ffff/ffff/ffff") == .light && told("11;rgb:00/2b/36") == .dark)
        #expect(told("11;rgba:fd/f6/e3/ff") == .light && told("11;rgb:0/0/0") == .dark)
        for text in ["11;rgb:", "11;rgb:1/2", "11;rgb:x/y/z", "10;rgb:0/0/0", "11;?", ""] {
            #expect(told(text) == nil, "\(text)")
        }
        #expect(Background.told { ["COLORFGBG": "0;15"][$0] } == .light)
        #expect(Background.told { ["COLORFGBG": "15;default;0"][$0] } == .dark)
        #expect(Background.told { ["TERM": "linux"][$0] } == .dark)
        #expect(Background.told { ["COLORFGBG": "what"][$0] } == .unknown)
    }
}
