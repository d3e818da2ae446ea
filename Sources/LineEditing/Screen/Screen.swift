package import Platform
package import TerminalText

/// Where the line is shown.
package protocol Screen {
    func write(_ text: ShownText)
    var size: WindowSize { get }
}
