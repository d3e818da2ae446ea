import Platform

/// What colour the terminal's background has.
enum Background: String, CaseIterable, Sendable {
    case dark, light
    /// Colours are chosen that can be read on both.
    case unknown

    /// What the terminal says in COLORFGBG: the numbers of its colours, the background's last.
    static var told: Background {
        guard let text = CurrentProcess.variable("COLORFGBG"),
            let number = text.split(separator: ";").last.flatMap({ Int($0) })
        else { return .unknown }
        switch number {
        case 7, 9...15: return .light
        case 0...6, 8: return .dark
        default: return .unknown
        }
    }
}
