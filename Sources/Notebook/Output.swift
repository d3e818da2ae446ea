package import Plotting

/// One thing that a cell shows: text, or a picture that is drawn where it is shown.
package enum Output: Sendable, Equatable {
    /// Lines of text, without escape sequences and without a final newline.
    case text(String)
    case figure(Figure)
}
