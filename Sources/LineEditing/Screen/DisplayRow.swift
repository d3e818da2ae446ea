import TerminalText

extension LineDisplay {
    /// One row of text.
    package struct Row: Equatable {
        package var text: String
        /// Shown dim behind the text.
        package var hint = ""
        /// All of it is dim.
        package var isDim = false
        /// Styles of the text's scalars, in their order.
        package var styles: [StyledRange] = []
        /// The scalars of the prompt, behind which a terminal is told that the input begins.
        package var promptEnd = 0

        package init(
            text: String, hint: String = "", isDim: Bool = false, styles: [StyledRange] = []
        ) {
            self.text = text
            self.hint = hint
            self.isDim = isDim
            self.styles = styles
        }

        package var columns: Int { LineLayout.columns(text) + LineLayout.columns(hint) }

        /// The row from a scalar on, as a terminal gets it: nothing in its texts acts on the terminal.
        func shown(from start: Int) -> ShownText {
            let scalars = Array(text.unicodeScalars)
            if isDim { return Self.visible(scalars[min(start, scalars.count)...]).styled(.dim) }
            var text: ShownText = ""
            if start < promptEnd {
                let end = min(promptEnd, scalars.count)
                text = shown(scalars[start..<end]) + ShownText(.promptEnd)
            }
            let rest = min(max(start, promptEnd), scalars.count)
            return text + shown(scalars[rest...])
                + Self.visible(Array(hint.unicodeScalars)[...]).styled(.dim)
        }

        /// Some of the text's scalars in their styles.
        private func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> ShownText {
            var (shown, place) = (ShownText(""), scalars.startIndex)
            for style in styles where style.range.upperBound > place {
                let lower = min(max(place, style.range.lowerBound), scalars.endIndex)
                let upper = max(lower, min(style.range.upperBound, scalars.endIndex))
                shown +=
                    Self.visible(scalars[place..<lower])
                    + Self.visible(scalars[lower..<upper]).styled(style.style)
                place = upper
            }
            return shown + Self.visible(scalars[place...])
        }

        private static func visible(_ scalars: ArraySlice<Unicode.Scalar>) -> ShownText {
            scalars.isEmpty ? "" : ShownText(LineLayout.visible(scalars))
        }

        /// The text's first scalars.
        func beginning(_ count: Int) -> String {
            String(scalars: text.unicodeScalars.prefix(count))
        }

        /// How many scalars at the beginning a row that is shown has in the same style.
        func common(with old: Row?) -> Int {
            guard let old, !isDim, !old.isDim else { return 0 }
            let (new, before) = (Array(text.unicodeScalars), Array(old.text.unicodeScalars))
            let count = zip(new, before).prefix { $0 == $1 }.count
            let kept = min(count, Self.firstDifference(styles, old.styles))
            // A mark that joins the character before is drawn with it.
            return min(
                Clusters.start(of: kept, in: new[...]), Clusters.start(of: kept, in: before[...]))
        }

        private static func firstDifference(_ a: [StyledRange], _ b: [StyledRange]) -> Int {
            for (first, second) in zip(a, b) where first != second {
                let (left, right) = (first.range, second.range)
                return left.lowerBound != right.lowerBound || first.style != second.style
                    ? min(left.lowerBound, right.lowerBound)
                    : min(left.upperBound, right.upperBound)
            }
            let rest = a.count > b.count ? a[b.count...] : b[a.count...]
            return rest.first?.range.lowerBound ?? .max
        }
    }
}
