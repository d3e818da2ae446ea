/// Whether somebody looks at the window while something runs.
extension LineEditor {
    /// Has the terminal tell from here on.
    package func watchFocus() { control.watchFocus(true) }

    /// Has the terminal tell no more.
    ///
    /// - Returns: whether the window was left and is not in use now.
    package func windowIsElsewhere() -> Bool {
        control.watchFocus(false)
        return input.focus() == false
    }
}
