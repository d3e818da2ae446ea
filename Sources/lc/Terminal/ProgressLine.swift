import Learning
import Platform
import Plotting
import Session
import Synchronization
import TerminalText

/// Shows how far long work is: one line that is written over on a terminal that can do that, elsewhere a
/// plain line every ten seconds.
final class ProgressLine: Sendable {
    private struct State {
        var isShown = false
        var losses: [Double] = []
        var lastLine = ContinuousClock.now
        var fraction = 0.0
    }

    private let terminal: Terminal
    private let state = Mutex(State())

    init(_ terminal: Terminal) { self.terminal = terminal }

    func show(_ progress: RunProgress) {
        state.withLock { state in
            if progress.fraction < state.fraction { state.losses = [] }
            state.fraction = progress.fraction
            if let loss = progress.loss { state.losses.append(loss) }
            let now = ContinuousClock.now
            let wait: Duration = terminal.canRewrite ? .milliseconds(100) : .seconds(10)
            guard now - state.lastLine >= wait, progress.fraction < 1 else { return }
            state.lastLine = now
            let percent = Int(clamping: progress.fraction * 100)
            var text = "  \(percent) %  \(progress.label)"
            if let loss = progress.loss { text += "  loss \(NumberText.loss(loss))" }
            if progress.examplesPerSecond > 0 {
                text += "  \(NumberText.rate(progress.examplesPerSecond)) examples/s"
            }
            text += "  \(NumberText.seconds(progress.secondsLeft)) left"
            guard terminal.canRewrite else {
                terminal.write("\(text)\n")
                return
            }
            text += "  " + Sparkline.text(state.losses, width: 16, unicode: terminal.style.unicode)
            let shown = ShownText(TerminalText.prefix(text, columns: terminal.columns - 1))
            terminal.write(
                ShownText(.lineStart) + terminal.dim(shown) + ShownText(.eraseLine)
                    + notice(percent, isFirst: !state.isShown))
            state.isShown = true
        }
    }

    /// The window's title and frame have the progress too.
    private func notice(_ percent: Int, isFirst: Bool) -> ShownText {
        guard terminal.features.isWindow else { return "" }
        let progress = terminal.features.showsProgress ? ShownText(.progress(percent)) : ""
        return (isFirst ? ShownText(.keepTitle) : "") + ShownText(.title("lc \(percent) %"))
            + progress
    }

    private var endOfNotice: ShownText {
        guard terminal.features.isWindow else { return "" }
        return ShownText(.oldTitle)
            + (terminal.features.showsProgress ? ShownText(.progress(nil)) : "")
    }

    /// Takes the line away before something else is written.
    func clear() {
        state.withLock { state in
            if state.isShown {
                terminal.write(ShownText(.lineStart) + ShownText(.eraseLine) + endOfNotice)
            }
            state.isShown = false
            state.lastLine = .now
        }
    }
}
