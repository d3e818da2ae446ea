import Synchronization

/// What somebody has said of the colours of typed text.
enum ColourChoice: String, CaseIterable, Sendable {
    case dark, light, none
    /// By what the terminal says.
    case auto

    private static let state = Mutex(ColourChoice.auto)

    static var chosen: ColourChoice {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }
}
