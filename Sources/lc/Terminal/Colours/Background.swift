import Platform
import Synchronization
package import TerminalText

/// What colour the terminal's background has.
package enum Background: String, CaseIterable, Sendable {
    case dark, light
    /// Colours are chosen that can be read on both.
    case unknown

    /// Light is what black stands out from better than white.
    package init(_ colour: ScreenColour) {
        let black = ScreenColour(red: 0, green: 0, blue: 0)
        let white = ScreenColour(red: 1, green: 1, blue: 1)
        self = colour.contrast(with: black) > colour.contrast(with: white) ? .light : .dark
    }

    private static let answer = Mutex<Background?>(nil)

    /// What the terminal has answered when it was asked.
    static var answered: Background? {
        get { answer.withLock { $0 } }
        set { answer.withLock { $0 = newValue } }
    }

    /// What the environment says.
    static var told: Background { told(CurrentProcess.variable) }

    /// What COLORFGBG says, the numbers of the terminal's colours, the background's last. The Linux console is
    /// dark.
    package static func told(_ variable: (String) -> String?) -> Background {
        guard let text = variable("COLORFGBG"),
            let number = text.split(separator: ";").last.flatMap({ Int($0) })
        else { return variable("TERM") == "linux" ? .dark : .unknown }
        switch number {
        case 7, 9...15: return .light
        case 0...6, 8: return .dark
        default: return .unknown
        }
    }
}
